import { exactly, letsPass, UNKNOWN, type Instance, type Known, type Party, type Subnet } from "../model";
import { listsOfNat, listsToInternet } from "./access-lists";
import { gatewayOf, reversed, tableOf } from "./gateways";
import { passed, portText, unsure, type Step } from "./step";

/** From a private subnet through a machine that puts its own address in the place of the sender's. */
export function throughInstance(nat: Instance, from: Subnet, port: Known<number>): Step[] {
  const home = nat.subnet;
  const own = [
    passed(`route 0.0.0.0/0 of ${tableOf(from)} → ${nat.name}`),
    forwards(nat),
    letsThrough(nat, "ingress", from, port),
    letsThrough(nat, "egress", from, port),
    isAddressed(nat),
  ];
  if (home === UNKNOWN)
    return [...own, unsure(`the subnet of ${nat.name} has a route to an internet gateway`)];
  const lists = [...listsOfNat(home, from, port), ...listsToInternet(home, port, "anybody")];
  return [...own, reversed(gatewayOf(home, nat.name)), ...lists];
}

function forwards(nat: Instance): Step {
  return {
    holds: nat.mayForward,
    passed: undefined,
    cause: `${nat.name} drops what is not meant for itself: its source/destination check is on`,
    fix: "set its source_dest_check to false",
    question: `the source/destination check of ${nat.name} is off`,
  };
}

function isAddressed(nat: Instance): Step {
  return {
    holds: nat.hasPublicAddress,
    passed: undefined,
    cause: `${nat.name} has no public address`,
    fix: "give it an Elastic IP address",
    question: `${nat.name} has a public address`,
  };
}

/** What comes from a subnet has that subnet's addresses, and is of groups that are not looked at here. */
function membersIn(subnet: Subnet): Party {
  return { groups: { all: [], among: false, open: true }, subnets: exactly([subnet]) };
}

function letsThrough(
  nat: Instance,
  direction: "ingress" | "egress",
  from: Subnet,
  port: Known<number>,
): Step {
  const isIn = direction === "ingress";
  const peer = isIn ? membersIn(from) : "internet";
  const what = isIn ? `${portText(port)} from ${from.name}` : `${portText(port)} to the internet`;
  return {
    holds: letsPass(nat.securityGroups, direction, port, peer),
    passed: undefined,
    cause: `the security groups of ${nat.name} do not let ${what} pass`,
    fix: `add an ${direction} rule for it to one of them`,
    question: `the security groups of ${nat.name} let ${what} pass`,
  };
}
