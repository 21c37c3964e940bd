import {
  eachOf,
  isPublic,
  UNKNOWN,
  wayOut,
  type Landscape,
  type Several,
  type Subnet,
} from "../../traffic/model";
import { ROWS, type Cell, type Exit, type Row, type SubnetMark } from "./scene";
import { cidrOf, unique } from "./wording";

const NOT_KNOWN = "zones not known";

/** The columns: every zone that a subnet is in, in the order of their names. */
export function zonesOf({ subnets }: Landscape): readonly string[] {
  const named = unique(subnets.flatMap(({ zone }) => (zone === UNKNOWN ? [] : [zone]))).sort();
  return named.length === 0 || subnets.some(({ zone }) => zone === UNKNOWN) ? [...named, NOT_KNOWN] : named;
}

export function zoneOf({ zone }: Subnet, zones: readonly string[]): number {
  return zones.indexOf(zone === UNKNOWN ? NOT_KNOWN : zone);
}

/** Zones that subnets cover, by index; undefined if they are not known. */
export function zonesOfAll(
  subnets: Several<Subnet>,
  zones: readonly string[],
): readonly number[] | undefined {
  if (subnets.open || subnets.all.length === 0) return undefined;
  return unique(subnets.all.map((one) => zoneOf(one, zones))).sort((one, other) => one - other);
}

export function rowOfSubnet(subnet: Subnet): Row {
  const answer = isPublic(subnet);
  return answer === UNKNOWN ? "unknown" : answer ? "public" : "private";
}

/** The row of something that spans subnets: public only if all of them are. */
export function rowOf(subnets: Several<Subnet>): Row {
  if (subnets.all.length === 0) return "unknown";
  const areAll = eachOf({ ...subnets, open: false }, isPublic);
  if (areAll === true) return "public";
  return subnets.all.some((one) => rowOfSubnet(one) === "private") ? "private" : "unknown";
}

export function cellsOf({ subnets }: Landscape, zones: readonly string[]): readonly Cell[] {
  return ROWS.flatMap((row) =>
    zones.flatMap((_, zone): Cell[] => {
      const own = subnets.filter((one) => rowOfSubnet(one) === row && zoneOf(one, zones) === zone);
      return own.length === 0 ? [] : [{ row, zone, subnets: own.map(subnetMark), exit: exitOf(own) }];
    }),
  );
}

function subnetMark({ name, block }: Subnet): SubnetMark {
  return { name, block: cidrOf(block) };
}

/** How most traffic leaves: the subnets' first certain way. */
function exitOf(subnets: readonly Subnet[]): Exit {
  const exits = subnets.map(exitOfSubnet);
  return exits.find(({ kind }) => kind !== "none" && kind !== "unknown") ?? exits[0] ?? { kind: "unknown" };
}

export function exitOfSubnet(subnet: Subnet): Exit {
  const way = wayOut(subnet);
  if (way === undefined) return { kind: "none" };
  if (way === UNKNOWN) return { kind: "unknown" };
  switch (way.kind) {
    case "internet-gateway":
      return { kind: "gateway" };
    case "nat-gateway":
      return way.gateway === UNKNOWN
        ? { kind: "other", says: "out through a NAT gateway elsewhere" }
        : { kind: "nat", nat: way.gateway.address };
    case "nat-instance":
      return way.gateway === UNKNOWN
        ? { kind: "other", says: "out through a NAT instance elsewhere" }
        : { kind: "nat", nat: way.gateway.address };
    case "elsewhere":
      return { kind: "other", says: `out by ${way.by.replace(/_(id|arn)$/, "").replaceAll("_", " ")}` };
    default:
      return { kind: "unknown" };
  }
}
