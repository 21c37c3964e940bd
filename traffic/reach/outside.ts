import {
  UNKNOWN,
  wayOut,
  type Known,
  type NatGateway,
  type RouteTarget,
  type Subnet,
  type Truth,
} from "../model";
import { listsOfNat, listsToInternet, listsFromInternet } from "./access-lists";
import { gatewayOf, reversed, tableOf, throughGateway } from "./gateways";
import { admits, mayTalkTo } from "./group-rules";
import { filtersNothing } from "./hop";
import { INTERNET, type InsideParty, type ServiceParty } from "./parties";
import { throughInstance } from "./nat-instances";
import { passed, stopped, unsure, type Step } from "./step";
import { listens } from "./tasks";
import { inEach } from "./zones";

/** From somebody in a VPC to the internet. For a security group on its own only its rules are asked. */
export function toInternet(from: InsideParty, port: Known<number>): Step[] {
  const rules = filtersNothing(from) ? [] : [mayTalkTo(from, port, INTERNET)];
  if (from.kind === "security-group") return rules;
  const isPublic = from.kind === "service" ? from.part.assignsPublicAddresses : from.part.isInternetFacing;
  const ways = inEach(from.subnets, from.name, (subnet) => leavingBy(subnet, from.name, isPublic, port));
  return [...rules, ...ways];
}

/** Straight from the internet to a task, which needs a public address of its own. */
export function straightToTask(to: ServiceParty, port: Known<number>): Step[] {
  return [
    {
      holds: to.part.assignsPublicAddresses,
      passed: `tasks of ${to.name} have public addresses`,
      cause: `tasks of ${to.name} have private addresses only: nobody on the internet can name them`,
      fix: "go through a load balancer, and ask for the port of its listener",
      question: `tasks of ${to.name} get public addresses`,
    },
    ...throughGateway(to),
    ...listsFromInternet(to.subnets, to.name, port),
    admits(to, port, INTERNET),
    ...listens(to, port),
  ];
}

function leavingBy(subnet: Subnet, whose: string, isPublic: Truth, port: Known<number>): Step[] {
  const way = wayOut(subnet);
  const lists = listsToInternet(subnet, port, "container");
  if (way === UNKNOWN) return [unsure(`${subnet.name} has a way to the internet`)];
  if (way === undefined)
    return [
      stopped(
        `${tableOf(subnet)} has no route to the internet`,
        "add a route 0.0.0.0/0 to a NAT gateway, or associate the subnet with a route table that has one",
      ),
    ];
  return [...byTarget(way, subnet, whose, isPublic, port), ...lists];
}

function byTarget(
  way: RouteTarget,
  subnet: Subnet,
  whose: string,
  isPublic: Truth,
  port: Known<number>,
): Step[] {
  switch (way.kind) {
    case "nat-gateway":
      return way.gateway === UNKNOWN
        ? [unsure(`the NAT gateway that ${tableOf(subnet)} leads to has a way to the internet`)]
        : throughNat(way.gateway, subnet, port);
    case "nat-instance":
      return way.gateway === UNKNOWN
        ? [unsure(`the NAT instance that ${tableOf(subnet)} leads to has a way to the internet`)]
        : throughInstance(way.gateway, subnet, port);
    case "internet-gateway":
      return [addressed(whose, subnet, isPublic), reversed(gatewayOf(subnet, whose))];
    case "elsewhere":
      return [unsure(`what ${tableOf(subnet)} leads to by ${way.by} reaches the internet`)];
    case "unknown":
      return [unsure(`route 0.0.0.0/0 of ${tableOf(subnet)} reaches the internet`)];
  }
}

/** Through an internet gateway only who has a public address gets out. */
function addressed(whose: string, subnet: Subnet, isPublic: Truth): Step {
  return {
    holds: isPublic,
    passed: `${whose} has public addresses`,
    cause: `${tableOf(subnet)} leads to an internet gateway, and ${whose} has private addresses only`,
    fix: "lead its 0.0.0.0/0 to a NAT gateway, or assign public addresses",
    question: `${whose} has public addresses`,
  };
}

function throughNat(nat: NatGateway, from: Subnet, port: Known<number>): Step[] {
  const home = nat.subnet;
  const leads = passed(`route 0.0.0.0/0 of ${tableOf(from)} → ${nat.name}`);
  const isPublic: Step = {
    holds: nat.isPublic,
    passed: undefined,
    cause: `${nat.name} is a private NAT gateway: it leads to other private networks only`,
    fix: 'set its connectivity_type to "public"',
    question: `${nat.name} is a public NAT gateway`,
  };
  if (home === UNKNOWN)
    return [leads, isPublic, unsure(`the subnet of ${nat.name} has a route to an internet gateway`)];
  const lists = [...listsOfNat(home, from, port), ...listsToInternet(home, port, "anybody")];
  return [leads, isPublic, reversed(gatewayOf(home, nat.name)), ...lists];
}
