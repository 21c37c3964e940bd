import { ifKnown, isExact, letsPass, UNKNOWN, type Known, type Vpc } from "../model";
import { listsBetweenAll } from "./access-lists";
import { admits, mayTalkTo } from "./group-rules";
import type { InsideParty } from "./parties";
import { stopped, unsure, type Step } from "./step";

/** From somebody in a VPC straight to somebody else's port. */
export function hop(from: InsideParty, to: InsideParty, port: Known<number>): Step[] {
  const client = from.kind === "service" ? "container" : "anybody";
  return [
    ...inOneNetwork(from, to),
    ...(filtersNothing(from) ? [] : [mayTalkTo(from, port, to)]),
    ...(isPlaced(from) && isPlaced(to) ? listsBetweenAll(from.subnets, to.subnets, port, client) : []),
    ...(filtersNothing(to)
      ? []
      : [filtersNothing(from) ? admitsUnfiltered(from, to, port) : admits(to, port, from)]),
  ];
}

/** A network load balancer without groups lets everything pass. */
export function filtersNothing({ kind, groups }: InsideParty): boolean {
  return kind === "load-balancer" && groups.all.length === 0 && isExact(groups);
}

/** It comes with its own addresses or with those of its clients, by a setting: only where both do is it certain. */
function admitsUnfiltered(from: InsideParty, to: InsideParty, port: Known<number>): Step {
  const step = admits(to, port, from);
  const clients = letsPass(to.groups, "ingress", port, "internet");
  return { ...step, holds: clients === step.holds ? step.holds : UNKNOWN };
}

/** Subnets of one VPC always reach each other; how VPCs are joined is not followed. */
function inOneNetwork(from: InsideParty, to: InsideParty): Step[] {
  const [own, other] = [ifKnown(vpcOf(from)), ifKnown(vpcOf(to))];
  if (own === undefined || other === undefined || own === other) return [];
  const routes = from.subnets.all.flatMap((subnet) => ifKnown(subnet.routeTable)?.routes ?? []);
  if (routes.some(({ target }) => target.kind === "elsewhere" || target.kind === "unknown"))
    return [unsure(`a route leads from ${own.name} to ${other.name}`)];
  return [
    stopped(
      `${from.name} is in ${own.name}, ${to.name} in ${other.name}, and no route leads from one VPC to the other`,
      "put both into one VPC, or peer the two",
    ),
  ];
}

export function vpcOf({ kind, part, subnets }: InsideParty): Known<Vpc> {
  if (kind === "security-group") return part.vpc;
  return subnets.all.map(({ vpc }) => vpc).find((vpc) => vpc !== UNKNOWN) ?? UNKNOWN;
}

function isPlaced({ kind }: InsideParty): boolean {
  return kind !== "security-group";
}
