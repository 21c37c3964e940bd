import { deliveriesIn, letsPass, membersOf, UNKNOWN, type Delivery } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const targetsShutTrafficOut: Rule = {
  code: "FY511",
  severity: "error",
  subject: "a service's security group",
  allowed: "must accept traffic from its load balancer on the traffic port",
  fix: "add an ingress rule for that port from the load balancer's security group",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html",
  judge: (landscape) => deliveriesIn(landscape).flatMap(faults),
};

function faults({ loadBalancer, registration, service }: Delivery): Fault[] {
  const { containerPort: port } = registration;
  if (port === UNKNOWN || loadBalancer.kind !== "application") return [];
  if (letsPass(service.securityGroups, "ingress", port, membersOf(loadBalancer)) !== false) return [];
  const groups = listed(service.securityGroups.all.map(({ name }) => name));
  return [fault(service, `${groups}, shut to ${loadBalancer.name} on port ${port}`)];
}
