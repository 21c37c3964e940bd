import { eachOf, isPublic, not, UNKNOWN, wayOut, type LoadBalancer, type Subnet, type Truth } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const loadBalancerWithoutInternet: Rule = {
  code: "FY501",
  severity: "error",
  subject: "a load balancer on the internet",
  allowed: "must have a route to an internet gateway in each of its subnets",
  fix: "put it in public subnets, or route 0.0.0.0/0 of their route table to the internet gateway",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
  judge: ({ loadBalancers }) =>
    loadBalancers.filter(({ isInternetFacing }) => isInternetFacing === true).flatMap(faults),
};

function faults(loadBalancer: LoadBalancer): Fault[] {
  const { subnets } = loadBalancer;
  const closed = subnets.all.filter((subnet) => isClosed(subnet) === true);
  const isCertain = subnets.among
    ? eachOf(subnets, (one) => not(isClosed(one))) === false
    : closed.length > 0;
  return isCertain ? [fault(loadBalancer, listed(closed.map(describe)))] : [];
}

/** A firewall's endpoint, or another way that can't be followed, may lead to the internet. */
function isClosed(subnet: Subnet): Truth {
  const way = wayOut(subnet);
  if (way === UNKNOWN || way?.kind === "elsewhere") return UNKNOWN;
  return not(isPublic(subnet));
}

function describe(subnet: Subnet): string {
  const way = wayOut(subnet);
  const leads =
    way !== UNKNOWN && (way?.kind === "nat-gateway" || way?.kind === "nat-instance")
      ? `routes the internet to a NAT ${way.kind === "nat-gateway" ? "gateway" : "instance"}`
      : "has no way out";
  return `${subnet.name}, which ${leads}`;
}
