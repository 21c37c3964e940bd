import { fault, type Rule } from "./rule";

export const listenerWithoutTargets: Rule = {
  code: "FY521",
  severity: "note",
  subject: "a listener's target group",
  allowed: "must have targets",
  fix: "register a service with it; until then it returns 503 as expected",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html",
  judge: ({ targetGroups }) =>
    targetGroups
      .filter((one) => one.forwarders.length > 0 && one.targetType !== "lambda")
      .filter((one) => one.services.length === 0 && one.attachments === 0 && !one.mayHaveOtherTargets)
      .map((one) => fault(one, "none: the load balancer answers 503 Service Unavailable")),
};
