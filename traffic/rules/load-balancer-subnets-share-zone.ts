import { UNKNOWN, type LoadBalancer, type Subnet } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const loadBalancerSubnetsShareZone: Rule = {
  code: "FY503",
  severity: "error",
  subject: "a load balancer",
  allowed: "must have one subnet in each of its zones",
  fix: "choose one subnet per zone",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  judge: ({ loadBalancers }) => loadBalancers.flatMap(faults),
};

function faults(loadBalancer: LoadBalancer): Fault[] {
  const { subnets } = loadBalancer;
  return [...grouped(subnets.among ? [] : subnets.all)]
    .filter(([, all]) => all.length > 1)
    .map(([zone, all]) => fault(loadBalancer, `${listed(all.map(({ name }) => name))} in ${zone}`));
}

function grouped(subnets: readonly Subnet[]): Map<string, Subnet[]> {
  const byZone = new Map<string, Subnet[]>();
  for (const subnet of subnets) {
    if (subnet.zone === UNKNOWN) continue;
    byZone.set(subnet.zone, [...(byZone.get(subnet.zone) ?? []), subnet]);
  }
  return byZone;
}
