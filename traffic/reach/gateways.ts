import { ifKnown, UNKNOWN, wayOut, type InternetGateway, type Known, type Subnet } from "../model";
import { passed, stopped, unsure, type Step } from "./step";
import type { DoorParty, ServiceParty } from "./parties";
import { inEach } from "./zones";

/** From the internet into every subnet: a route to an internet gateway carries both directions. */
export function throughGateway(to: DoorParty | ServiceParty): Step[] {
  return inEach(to.subnets, to.name, (subnet) => [gatewayOf(subnet, to.name)]);
}

export function gatewayOf(subnet: Subnet, whose: string): Step {
  const way = wayOut(subnet);
  const table = tableOf(subnet);
  if (way === UNKNOWN) return unsure(`${subnet.name} has a route to an internet gateway`);
  if (way === undefined)
    return stopped(
      `${table} has no route to an internet gateway`,
      "add a route 0.0.0.0/0 to one, or associate the subnet with a route table that has it",
    );
  switch (way.kind) {
    case "internet-gateway":
      return attached(way.gateway, subnet);
    case "nat-gateway":
      return stopped(
        `${subnet.name} is private: ${table} leads out by a NAT gateway, and nobody in`,
        `put ${whose} into public subnets`,
      );
    case "nat-instance":
      return stopped(
        `${subnet.name} is private: ${table} leads out by a NAT instance, and nobody in`,
        `put ${whose} into public subnets`,
      );
    case "elsewhere":
      return unsure(`what ${table} leads to by ${way.by} ends at an internet gateway`);
    case "unknown":
      return unsure(`route 0.0.0.0/0 of ${table} leads to an internet gateway`);
  }
}

export function tableOf({ routeTable: table }: Subnet): string {
  return table === UNKNOWN ? "its route table" : table.name;
}

function attached(gateway: Known<InternetGateway>, subnet: Subnet): Step {
  const found = ifKnown(gateway);
  const home = ifKnown(found?.vpc ?? UNKNOWN);
  const own = ifKnown(subnet.vpc);
  if (found !== undefined && home !== undefined && own !== undefined && home !== own)
    return stopped(
      `${found.name} belongs to another VPC than ${subnet.name}`,
      `route to the internet gateway of ${own.name}`,
    );
  return passed(`internet → ${found?.name ?? "internet gateway"} by route 0.0.0.0/0 of ${tableOf(subnet)}`);
}

/** The same gateway, seen from inside. */
export function reversed(step: Step): Step {
  const text = step.passed?.replace(/^internet → (.*) by (route .*)$/, "$2 → $1 → internet");
  return { ...step, passed: text };
}
