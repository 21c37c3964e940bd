import { UNKNOWN, wayOut, type NatGateway, type Subnet } from "../model";
import { fault, type Fault, type Rule } from "./rule";

/** One gateway for all zones is a choice of price; several say that each zone was to have its own. */
export const natAcrossZones: Rule = {
  code: "FY535",
  severity: "warning",
  subject: "a subnet",
  allowed: "must use the NAT gateway of its own zone, if there is one",
  fix: "route it to the gateway of its zone: another zone's gateway costs data transfer, and its outage also affects this zone",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
  judge: ({ subnets, natGateways }) => {
    const zones = zonesWith(natGateways);
    return subnets.flatMap((subnet) => faults(subnet, zones));
  },
};

function faults(subnet: Subnet, zones: ReadonlySet<string>): Fault[] {
  const way = wayOut(subnet);
  if (way === UNKNOWN || way?.kind !== "nat-gateway" || way.gateway === UNKNOWN) return [];
  const other = placeOf(way.gateway);
  const own = keyOf(subnet);
  if (own === undefined || other === undefined || other === own || !zones.has(own)) return [];
  return [fault(subnet, `${way.gateway.name}, which stands in ${other.split(" ").at(-1) ?? ""}`)];
}

function zonesWith(gateways: readonly NatGateway[]): ReadonlySet<string> {
  return new Set(gateways.flatMap((one) => placeOf(one) ?? []));
}

function placeOf({ subnet, many }: NatGateway): string | undefined {
  return subnet === UNKNOWN || many ? undefined : keyOf(subnet);
}

/** A zone of a VPC. */
function keyOf({ vpc, zone }: Subnet): string | undefined {
  return vpc === UNKNOWN || zone === UNKNOWN ? undefined : `${vpc.address} ${zone}`;
}
