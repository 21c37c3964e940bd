import {
  opensEveryPort,
  opensToInternet,
  UNKNOWN,
  type Landscape,
  type SecurityGroup,
  type TrafficRule,
} from "../model";
import { fault, type Rule } from "./rule";

export const internetReachesMoreOverIpv6: Rule = {
  code: "FY566",
  severity: "warning",
  subject: "a security group",
  allowed: "can only be open to everyone over IPv6 where it is over IPv4, or where a listener exists",
  fix: "remove the rule for ::/0, which is easily forgotten, or add the listener that it is meant for",
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  judge: (landscape) =>
    landscape.securityGroups
      .filter(({ mayHaveOthers }) => !mayHaveOthers)
      .flatMap((group) =>
        group.rules
          .filter((rule) => opensToInternet(rule, "ipv6") && !opensEveryPort(rule))
          .filter((rule) => !isMatched(rule, group) && !isAskedFor(rule, group, landscape))
          .map((rule) => fault(rule, `${spanOf(rule)} open to ::/0`)),
      ),
};

/** True if a rule for IPv4 opens the same, or may. */
function isMatched({ ports, protocol }: TrafficRule, { rules }: SecurityGroup): boolean {
  if (ports === UNKNOWN) return true;
  return rules.some((other) => {
    const isOpen = other.peers.some(({ kind }) => kind === "unknown") || opensToInternet(other, "ipv4");
    const isAlike = [protocol, "-1", UNKNOWN].includes(other.protocol);
    const covers = other.ports === UNKNOWN || (other.ports.from <= ports.from && other.ports.to >= ports.to);
    return other.direction !== "egress" && isOpen && isAlike && covers;
  });
}

/** True if a listener of a load balancer with the group stands on one of the ports, or may. */
function isAskedFor({ ports }: TrafficRule, group: SecurityGroup, { loadBalancers }: Landscape): boolean {
  return loadBalancers
    .filter(({ securityGroups }) => securityGroups.open || securityGroups.all.includes(group))
    .some(
      ({ listeners, mayHaveOtherListeners }) =>
        mayHaveOtherListeners ||
        listeners.some(({ port }) => port === UNKNOWN || ports === UNKNOWN || within(port, ports)),
    );
}

function within(port: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
  return from <= port && port <= to;
}

function spanOf({ ports }: TrafficRule): string {
  if (ports === UNKNOWN) return "ports";
  return ports.from === ports.to ? `port ${ports.from}` : `ports ${ports.from} to ${ports.to}`;
}
