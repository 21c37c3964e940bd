import {
  GROUP_RULES,
  groupLets,
  letsPass,
  type Known,
  type Members,
  type Party,
  type SecurityGroup,
} from "../model";
import type { InsideParty, Internet } from "./parties";
import { listed, portText, type Asked, type Step } from "./step";

type Someone = InsideParty | Internet;

/** Whether somebody's security groups let others in. */
export function admits(to: InsideParty, port: Known<number>, from: Someone): Step {
  const peer = membersOf(from);
  const who = groupsOf(from);
  const own = groupsOf(to);
  return {
    holds: letsPass(to.groups, "ingress", port, peer),
    passed: `${letting(to, "ingress", port, peer) ?? own} admits ${portText(port)} from ${who}`,
    cause: `${own} does not admit ${portText(port)} from ${who}`,
    fix: `add to ${own} an ingress rule for TCP ${portText(port)} from ${source(from)}`,
    question: `${own} admits ${portText(port)} from ${who}`,
    asked: () => [...membershipOf(to), ...rulesOf(to), ...membershipOf(from)],
  };
}

/** Whether somebody's security groups let them talk to others. */
export function mayTalkTo(from: InsideParty, port: Known<number>, to: Someone): Step {
  const peer = membersOf(to);
  const own = groupsOf(from);
  const what = `${portText(port)} ${to.kind === "internet" ? "on" : "of"} ${groupsOf(to)}`;
  return {
    holds: letsPass(from.groups, "egress", port, peer),
    passed: `${letting(from, "egress", port, peer) ?? own} may talk to ${what}`,
    cause: `${own} may not talk to ${what}`,
    fix: `add to ${own} an egress rule for TCP ${portText(port)} to ${source(to)}`,
    question: `${own} may talk to ${what}`,
    asked: () => [...membershipOf(from), ...rulesOf(from), ...membershipOf(to)],
  };
}

function membershipOf(someone: Someone): Asked[] {
  if (someone.kind === "internet") return [];
  const of = someone.part.address;
  return ["security_groups", "network_configuration"].map((attribute) => ({ of, attribute }));
}

/** Rules of somebody's groups, and those of which nobody knows whose they are. */
function rulesOf({ groups }: InsideParty): Asked[] {
  const rules = groups.all.flatMap((group) => [group, ...group.rules]).map(({ address: of }) => ({ of }));
  return [...rules, ...GROUP_RULES.map((of) => ({ of, attribute: "security_group_id" }))];
}

export function membersOf(someone: Someone): Members | "internet" {
  return someone.kind === "internet" ? "internet" : { groups: someone.groups, subnets: someone.subnets };
}

function letting(
  { groups }: InsideParty,
  direction: "ingress" | "egress",
  port: Known<number>,
  peer: Party,
): string | undefined {
  const lets = (group: SecurityGroup): boolean => groupLets(group, direction, port, peer) === true;
  return groups.all.find(lets)?.name;
}

function groupsOf(someone: Someone): string {
  if (someone.kind === "internet") return someone.name;
  const names = someone.groups.all.map(({ name }) => name);
  return names.length === 0 ? someone.name : listed(names);
}

function source(someone: Someone): string {
  return someone.kind === "internet" ? "0.0.0.0/0" : groupsOf(someone);
}
