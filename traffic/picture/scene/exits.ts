import {
  about,
  isPublic,
  not,
  UNKNOWN,
  type Landscape,
  type NatGateway,
  type Service,
  type TrafficRule,
} from "../../model";
import { closed, OPEN } from "./passages";
import type { EndpointMark, Nat, Passage } from "./scene";
import { listed, say, unique } from "./wording";
import { exitOfSubnet, zoneOf } from "./zones";

export function natsOf(scenery: Landscape, zones: readonly string[]): readonly Nat[] {
  return scenery.natGateways.map((nat) => ({
    id: nat.address,
    name: nat.name,
    zone: nat.subnet === UNKNOWN ? undefined : zoneOf(nat.subnet, zones),
    ports: portsThrough(nat, scenery.services),
    passage: passageOf(nat),
  }));
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
function portsThrough(nat: NatGateway, services: readonly Service[]): string {
  const behind = services.filter(({ subnets }) =>
    subnets.all.some((one) => {
      const exit = exitOfSubnet(one);
      return exit.kind === "nat" && exit.nat === nat.address;
    }),
  );
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
