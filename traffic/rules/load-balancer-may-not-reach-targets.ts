import {
  deliveriesIn,
  healthCheckPort,
  letsPass,
  membersOf,
  UNKNOWN,
  type Delivery,
  type Known,
} from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const loadBalancerMayNotReachTargets: Rule = {
  code: "FY506",
  severity: "error",
  subject: "a load balancer's security group",
  allowed: "must allow outbound traffic to its targets, on their port and on the health check port",
  fix: "add an egress rule for that port to the targets' security group",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
  judge: (landscape) => deliveriesIn(landscape).flatMap(faults),
};

function faults(delivery: Delivery): Fault[] {
  const { loadBalancer, registration, service, targetGroup } = delivery;
  if (loadBalancer.kind !== "application") return [];
  const ports = new Set<Known<number>>([registration.containerPort, healthCheckPort(delivery)]);
  return [...ports]
    .filter((port) => port !== UNKNOWN)
    .filter((port) => letsPass(loadBalancer.securityGroups, "egress", port, membersOf(service)) === false)
    .map((port) => {
      const groups = listed(loadBalancer.securityGroups.all.map(({ name }) => name));
      return fault(loadBalancer, `${groups}, shut to ${service.name} on port ${port} (${targetGroup.name})`);
    });
}
