import {
  about,
  every,
  isPublic,
  not,
  UNKNOWN,
  type Instance,
  type Landscape,
  type NatGateway,
  type Service,
  type Subnet,
  type TrafficRule,
} from "../../traffic/model";
import { closed, OPEN } from "./passages";
import type { EndpointMark, Nat, Passage } from "./scene";
import { listed, say, unique } from "./wording";
import { exitOfSubnet, zoneOf } from "./zones";

export function natsOf(scenery: Landscape, zones: readonly string[]): readonly Nat[] {
  const nat = (kind: Nat["kind"], one: NatGateway | Instance, passage: Passage): Nat => ({
    ...{ id: one.address, kind, name: one.name, passage },
    zone: one.subnet === UNKNOWN ? undefined : zoneOf(one.subnet, zones),
    ports: portsThrough(one, scenery.services),
  });
  return [
    ...scenery.natGateways.map((one) => nat("NAT gateway", one, passageOf(one))),
    ...scenery.instances
      .filter((one) => scenery.subnets.some((subnet) => leavesThrough(subnet, one)))
      .map((one) => nat("NAT instance", one, passageOfInstance(one))),
  ];
}

function leavesThrough(subnet: Subnet, nat: NatGateway | Instance): boolean {
  const exit = exitOfSubnet(subnet);
  return exit.kind === "nat" && exit.nat === nat.address;
}

function passageOfInstance({ subnet, mayForward, hasPublicAddress }: Instance): Passage {
  if (mayForward === false) return closed("its source/destination check is on");
  if (hasPublicAddress === false) return closed("it has no public address");
  const isReady = every([about(subnet, isPublic), mayForward, hasPublicAddress]);
  if (isReady === false) return closed("its subnet has no route to an internet gateway");
  return isReady === UNKNOWN
    ? { way: "unknown", because: "its subnet's routes, address or check are not known yet" }
    : OPEN;
}

function passageOf({ subnet, isPublic: leadsOut }: NatGateway): Passage {
  const isPrivate = about(subnet, (one) => not(isPublic(one)));
  if (leadsOut === false) return closed("it leads to private networks only");
  if (isPrivate === true) return closed("its subnet has no route to an internet gateway");
  return isPrivate === UNKNOWN || leadsOut === UNKNOWN
    ? { way: "unknown", because: "its subnet's routes are not known yet" }
    : OPEN;
}

/** What services behind a NAT gateway may reach on the internet; nothing if none is behind it. */
function portsThrough(nat: NatGateway | Instance, services: readonly Service[]): string {
  const behind = services.filter(({ subnets }) => subnets.all.some((one) => leavesThrough(one, nat)));
  const ports = behind.flatMap(({ securityGroups }) =>
    securityGroups.all.flatMap(({ rules }) => rules.filter(isOut).map(portsIn)),
  );
  return ports.includes("all ports") ? "all ports" : listed(unique(ports).sort(), 3);
}

function isOut({ direction, peers }: TrafficRule): boolean {
  return direction === "egress" && peers.some((peer) => peer.kind === "ipv4" && peer.cidr === "0.0.0.0/0");
}

function portsIn({ protocol, ports }: TrafficRule): string {
  if (protocol === "-1") return "all ports";
  if (ports === UNKNOWN) return "?";
  if (ports.from <= 0 && ports.to >= 65535) return "all ports";
  return ports.from === ports.to ? String(ports.from) : `${ports.from}-${ports.to}`;
}

export function endpointsOf({ endpoints }: Landscape): readonly EndpointMark[] {
  return endpoints.map(({ address, service, kind, name }) => ({
    id: address,
    service: service === UNKNOWN ? name : service,
    kind: say(kind).toLowerCase(),
  }));
}
