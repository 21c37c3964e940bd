import { deliveriesIn, healthCheckPort, letsPass, membersOf, UNKNOWN, type Delivery } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const targetsShutHealthCheckOut: Rule = {
  code: "FY512",
  severity: "error",
  subject: "a service's security group",
  allowed: "must accept traffic from its load balancer on the health check port",
  fix: "add an ingress rule for that port from the load balancer's security group, or check the traffic port",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  judge: (landscape) => deliveriesIn(landscape).flatMap(faults),
};

function faults(delivery: Delivery): Fault[] {
  const { loadBalancer, registration, service } = delivery;
  const port = healthCheckPort(delivery);
  if (port === UNKNOWN || port === registration.containerPort || loadBalancer.kind !== "application")
    return [];
  if (letsPass(service.securityGroups, "ingress", port, membersOf(loadBalancer)) !== false) return [];
  const groups = listed(service.securityGroups.all.map(({ name }) => name));
  return [fault(service, `${groups}, shut to the health checks of ${loadBalancer.name} on port ${port}`)];
}
