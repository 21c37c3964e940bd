import { ifKnown, ipv6WayOut, UNKNOWN } from "../model";
import type { Known, LoadBalancer, Subnet, TrafficRule } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

/** Its name has IPv6 addresses, which browsers try first. */
export const loadBalancerHalfOpenOverIpv6: Rule = {
  code: "FY508",
  severity: "warning",
  subject: "a dual-stack load balancer on the internet",
  allowed: "must be reachable over IPv6 as it is over IPv4",
  fix: "route ::/0 of its subnets to the internet gateway, and allow ::/0 where its groups allow 0.0.0.0/0",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-address-type.html",
  judge: ({ loadBalancers }) =>
    loadBalancers
      .filter(({ isInternetFacing, isDualStack }) => isInternetFacing === true && isDualStack === true)
      .flatMap((one) => [...routeFaults(one), ...portFaults(one)]),
};

function routeFaults(loadBalancer: LoadBalancer): Fault[] {
  const { all, among } = loadBalancer.subnets;
  const closed = all.filter(isClosed);
  if (closed.length === 0 || (among && closed.length < all.length)) return [];
  return [fault(loadBalancer, `${listed(closed.map(({ name }) => name))} without a route ::/0`)];
}

function isClosed(subnet: Subnet): boolean {
  const table = ifKnown(subnet.routeTable);
  if (table === undefined || table.mayHaveOthers) return false;
  const isOpen = table.routes.some(({ destination }) => destination === UNKNOWN || /^pl-/.test(destination));
  return !isOpen && ipv6WayOut(subnet) === undefined;
}

function portFaults({ listeners, securityGroups: groups }: LoadBalancer): Fault[] {
  if (groups.open || groups.among || groups.all.some((group) => group.mayHaveOthers)) return [];
  const rules = groups.all.flatMap((group) => group.rules);
  return listeners
    .filter(({ port }) => admits(rules, port, "0.0.0.0/0") && !mayAdmit(rules, port))
    .map((one) => fault(one, `port ${String(ifKnown(one.port) ?? "?")} open to 0.0.0.0/0 and shut to ::/0`));
}

function admits(rules: readonly TrafficRule[], port: Known<number>, cidr: string): boolean {
  return rules.some(
    (rule) => isFor(rule, port) && rule.peers.some((peer) => peer.kind === "ipv4" && peer.cidr === cidr),
  );
}

/** Any IPv6 block, prefix list or unknown may be what is meant. */
function mayAdmit(rules: readonly TrafficRule[], port: Known<number>): boolean {
  return rules.some(
    (rule) =>
      isFor(rule, port) && rule.peers.some(({ kind }) => ["ipv6", "prefix-list", "unknown"].includes(kind)),
  );
}

function isFor({ direction, ports }: TrafficRule, port: Known<number>): boolean {
  if (direction === "egress") return false;
  return ports === UNKNOWN || port === UNKNOWN || (ports.from <= port && port <= ports.to);
}
