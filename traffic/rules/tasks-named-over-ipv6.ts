import { ipv6WayOut, type Service } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

/** What scanners for IPv4 don't see: an IPv6 address is public wherever an internet gateway is the way out. */
export const tasksNamedOverIpv6: Rule = {
  code: "FY530",
  severity: "warning",
  subject: "a task without a public address",
  allowed: "must not be reachable from the internet over IPv6",
  fix: "route ::/0 of its subnets to an egress-only internet gateway",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
  judge: ({ services }) =>
    services.filter(({ assignsPublicAddresses }) => assignsPublicAddresses === false).flatMap(faults),
};

function faults(service: Service): Fault[] {
  const { all, among } = service.subnets;
  const open = all.filter((subnet) => ipv6WayOut(subnet)?.kind === "internet-gateway");
  if (open.length === 0 || (among && open.length < all.length)) return [];
  return [fault(service, `${listed(open.map(({ name }) => name))}, whose ::/0 leads to an internet gateway`)];
}
