import { UNKNOWN, type LoadBalancer } from "../model";
import { fault, listed, type Rule } from "./rule";

export const loadBalancerInOneZone: Rule = {
  code: "FY502",
  severity: "error",
  subject: "an application load balancer",
  allowed: "must have subnets in at least 2 zones",
  fix: "add a subnet in another Availability Zone",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  judge: ({ loadBalancers }) =>
    loadBalancers
      .filter(({ kind }) => kind === "application")
      .filter(hasOneZone)
      .map((one) => fault(one, describe(one))),
};

function hasOneZone({ subnets: { all, open } }: LoadBalancer): boolean {
  const zones = new Set(all.map(({ zone }) => zone));
  const isCounted = !open && all.length > 0 && all.every(({ many }) => !many);
  return isCounted && (all.length === 1 || (zones.size < 2 && !zones.has(UNKNOWN)));
}

function describe({ subnets: { all } }: LoadBalancer): string {
  const zones = [...new Set(all.map(({ zone }) => (zone === UNKNOWN ? "a zone not known yet" : zone)))];
  return `${listed(zones)} (${listed(all.map(({ name }) => name))})`;
}
