import { letsPass, UNKNOWN } from "../model";
import { fault, listed, type Rule } from "./rule";

export const loadBalancerShutsListener: Rule = {
  code: "FY505",
  severity: "error",
  subject: "a load balancer's security group",
  allowed: "must accept traffic on the ports of its listeners",
  fix: "add an ingress rule for the listener's port",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
  judge: ({ listeners }) =>
    listeners.flatMap((listener) => {
      const { loadBalancer, port } = listener;
      if (loadBalancer === UNKNOWN || port === UNKNOWN || loadBalancer.kind !== "application") return [];
      const { securityGroups: groups } = loadBalancer;
      if (letsPass(groups, "ingress", port, "anyone") !== false) return [];
      return [fault(listener, `${listed(groups.all.map(({ name }) => name))}, shut on port ${port}`)];
    }),
};
