import { blockOf, contains, deliveriesIn, ruleLets, UNKNOWN } from "../model";
import type { Delivery, Peer, Subnet } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const targetsOpenWiderThanLoadBalancer: Rule = {
  code: "FY513",
  severity: "warning",
  subject: "a service behind a load balancer",
  allowed: "must only accept traffic from its load balancer",
  fix: "allow the load balancer's security group instead of addresses",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html",
  judge: (landscape) => deliveriesIn(landscape).flatMap(faults),
};

const APART =
  "give the tasks a security group of their own that admits this one; the load balancer keeps this one";

function faults({ loadBalancer, registration, service }: Delivery): Fault[] {
  const { containerPort: port } = registration;
  if (port === UNKNOWN || loadBalancer.kind !== "application") return [];
  const groups = service.securityGroups.among ? [] : service.securityGroups.all;
  const doorRules = new Set(loadBalancer.securityGroups.all.flatMap(({ rules }) => rules));
  return groups
    .flatMap(({ rules }) => rules)
    .filter((rule) => ruleLets(rule, "ingress", port, "anyone") === true)
    .flatMap((rule) => rule.peers.map((peer) => ({ rule, wide: width(peer, loadBalancer.subnets.all) })))
    .filter(({ wide }) => wide !== undefined)
    .map(({ rule, wide }) =>
      fault(rule, `${service.name} open to ${wide?.cidr ?? ""} on port ${port}`, {
        severity: wide?.isPublic === true ? "warning" : "note",
        ...(doorRules.has(rule) ? { fix: APART } : {}),
      }),
    );
}

/** A block that holds more than the load balancer's subnets; inside the VPC it is a weaker fault. */
function width(peer: Peer, subnets: readonly Subnet[]): { cidr: string; isPublic: boolean } | undefined {
  if (peer.kind === "ipv6") return { cidr: peer.cidr, isPublic: peer.cidr === "::/0" };
  const block = peer.kind === "ipv4" ? blockOf(peer.cidr) : undefined;
  if (block === undefined || peer.kind !== "ipv4") return undefined;
  const isTheirs = subnets.some(({ block: own }) => own === UNKNOWN || contains(own, block));
  return isTheirs && block.prefix > 0 ? undefined : { cidr: peer.cidr, isPublic: !isPrivate(peer.cidr) };
}

/** RFC 1918 and 6598. */
function isPrivate(cidr: string): boolean {
  return ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].some((text) => {
    const [outer, inner] = [blockOf(text), blockOf(cidr)];
    return outer !== undefined && inner !== undefined && contains(outer, inner);
  });
}
