import type { Expectation } from "./expectation";
import { expectation } from "./expectation";
import type {
  Seen,
  SeenLoadBalancer,
  SeenRule,
  SeenSecurityGroup,
  SeenService,
  SeenTargetGroup,
} from "./seen/seen";

const anywhere = "0.0.0.0/0";

/** What both walkthroughs say of a front door. */
export function frontDoor(door: SeenLoadBalancer | undefined, name: string): Expectation[] {
  return [
    expectation(`load balancer ${name}: scheme`, "internet-facing", door?.scheme),
    expectation(`load balancer ${name}: type`, "application", door?.type),
    expectation(`load balancer ${name}: IP address type`, "ipv4", door?.ipAddressType),
    expectation(`load balancer ${name}: state`, "active", door?.state),
  ];
}

/** HTTP and HTTPS from the internet, and nothing else. */
export function opensToInternet(seen: Seen, group: string): Expectation {
  return admits(seen, group, [`tcp 443 from ${anywhere}`, `tcp 80 from ${anywhere}`]);
}

/** Exactly these inbound rules. */
export function admits(seen: Seen, group: string, rules: readonly string[]): Expectation {
  const found = groupNamed(seen, group)?.inbound.map(inboundWords).sort();
  return expectation(`security group ${group}: inbound rules`, [...rules].sort(), found);
}

/** Exactly these outbound rules. */
export function reachesOutTo(seen: Seen, group: string, rules: readonly string[]): Expectation {
  const found = groupNamed(seen, group)
    ?.outbound.map(({ traffic, peer }) => `${traffic} to ${peer}`)
    .sort();
  return expectation(`security group ${group}: outbound rules`, [...rules].sort(), found);
}

function inboundWords({ traffic, peer }: SeenRule): string {
  return `${traffic} from ${peer}`;
}

/** HTTP to IP addresses, as Fargate needs it. */
export function targetsOf(group: SeenTargetGroup | undefined, name: string, port: number): Expectation[] {
  return [
    expectation(`target group ${name}: target type`, "ip", group?.targetType),
    expectation(`target group ${name}: protocol and port`, `HTTP:${port}`, group?.protocolAndPort),
  ];
}

/** As many tasks as are wanted, at least one, in private subnets without a public address. */
export function runsInPrivate(
  service: SeenService | undefined,
  name: string,
  subnets: readonly string[],
): Expectation[] {
  const wanted = Math.max(service?.desired ?? 1, 1);
  return [
    expectation(`service ${name}: status`, "ACTIVE", service?.status),
    expectation(`service ${name}: running tasks`, wanted, service?.running),
    expectation(`service ${name}: subnets`, subnets, service?.subnets),
    expectation(`service ${name}: public IP`, "DISABLED", service?.publicIp),
  ];
}

/** The outputs that lead a person to the front door. */
export function outputsLeadTo(seen: Seen, door: SeenLoadBalancer | undefined): Expectation[] {
  return [
    expectation("output url", `http://${door?.dnsName}`, seen.outputs["url"]),
    expectation("output load_balancer_dns_name", door?.dnsName, seen.outputs["load_balancer_dns_name"]),
  ];
}

export function groupNamed(seen: Seen, name: string): SeenSecurityGroup | undefined {
  return seen.securityGroups.find((group) => group.name === name);
}

/** The names of the subnets with this way out, in order. */
export function subnetsVia(seen: Seen, way: "internet gateway" | "NAT gateway"): string[] {
  return seen.subnets
    .filter(({ defaultRoute }) => defaultRoute === way)
    .map(({ name }) => name)
    .sort();
}
