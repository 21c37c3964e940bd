import { UNKNOWN } from "../terraform";
import { blockOf, contains, overlap, type Block } from "./cidr";
import type { Subnet } from "./network";
import type { Peer, SecurityGroup, TrafficRule } from "./security-groups";
import { anyOf, type Several } from "./several";
import { about, some, type Known, type Truth } from "./truth";

/** Who wants to talk: everybody on the internet, somebody or other, or the members of groups in some subnets. */
export type Party = "internet" | "anyone" | Members;

export interface Members {
  readonly groups: Several<SecurityGroup>;
  readonly subnets: Several<Subnet>;
}

type Direction = "ingress" | "egress";

/** Whether at least one of a party's groups lets TCP on a port pass: rules of all groups add up. */
export function letsPass(
  groups: Several<SecurityGroup>,
  direction: Direction,
  port: Known<number>,
  peer: Party,
): Truth {
  return anyOf(groups, (group) => groupLets(group, direction, port, peer));
}

/** Large groups are asked often: the first rule that lets the traffic pass ends the search. */
export function groupLets(
  group: SecurityGroup,
  direction: Direction,
  port: Known<number>,
  peer: Party,
): Truth {
  let answer: Truth = group.mayHaveOthers ? UNKNOWN : false;
  for (const rule of group.rules) {
    const lets = ruleLets(rule, direction, port, peer);
    if (lets === true) return true;
    if (lets === UNKNOWN) answer = UNKNOWN;
  }
  return answer;
}

export function ruleLets(rule: TrafficRule, direction: Direction, port: Known<number>, peer: Party): Truth {
  const { protocol } = rule;
  if (rule.direction !== direction && rule.direction !== UNKNOWN) return false;
  if (protocol !== "tcp" && protocol !== "-1" && protocol !== UNKNOWN) return false;
  const covered = covers(rule, port);
  if (covered === false) return false;
  const isSure = rule.certain && rule.direction === direction && protocol !== UNKNOWN && covered === true;
  const answer = some(rule.peers.map((one) => includes(one, peer)));
  return answer === true && !isSure ? UNKNOWN : answer;
}

function covers({ ports }: TrafficRule, port: Known<number>): Truth {
  return about(ports, ({ from, to }) => {
    if (from <= 0 && to >= 65535) return true;
    return about(port, (one) => from <= one && one <= to);
  });
}

/** Whether all that is meant by a party is at the other end of a rule. */
function includes(peer: Peer, party: Party): Truth {
  if (party === "anyone") return true;
  switch (peer.kind) {
    case "ipv4":
      return includesBlock(blockOf(peer.cidr), party);
    case "ipv6":
      return false;
    case "group":
      if (party === "internet") return false;
      return about(peer.group, (group) => anyOf(party.groups, (member) => member === group));
    default:
      return UNKNOWN;
  }
}

function includesBlock(block: Block | undefined, party: Party): Truth {
  if (block === undefined) return UNKNOWN;
  if (block.prefix === 0) return true;
  if (party === "internet") return block.prefix === 1 ? UNKNOWN : false;
  if (party === "anyone") return true;
  if (party.subnets.all.length === 0) return UNKNOWN;
  const truths = party.subnets.all.map((subnet) => isWithin(subnet, block));
  if (truths.includes(UNKNOWN) || party.subnets.open) return UNKNOWN;
  return truths.every((one) => one === truths[0]) ? (truths[0] ?? UNKNOWN) : UNKNOWN;
}

/** A block that holds a part of a subnet may hold the address that matters, or may not. */
function isWithin(subnet: Subnet, block: Block): Truth {
  const own = subnet.block;
  if (own !== UNKNOWN) return contains(block, own) ? true : overlap(block, own) ? UNKNOWN : false;
  return about(subnet.vpc, (vpc) => about(vpc.block, (all) => (contains(block, all) ? true : UNKNOWN)));
}
