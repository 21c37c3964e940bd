import { at, listAt, type Json } from "../../support/json";
import type { Resource } from "../../support/synthesize";
import { companion, each, value, is, isNot, type Proof } from "./proof";

const ACL = "aws_wafv2_web_acl";
const groupOf = (rule: Json): unknown => at(rule, "statement.managed_rule_group_statement.0.name");
const blocks = (acl: Resource, group: string): boolean =>
  acl.list("rule").some((rule) => groupOf(rule) === group && at(rule, "override_action.none") !== undefined);

export const door: Readonly<Record<string, Proof>> = {
  "invalid-headers-are-dropped": value("aws_lb", "drop_invalid_header_fields", is(true), false),
  "request-smuggling-is-stopped": value("aws_lb", "desync_mitigation_mode", isNot("monitor"), "monitor"),
  "load-balancer-in-two-zones": each(
    "aws_lb",
    (balancer, stack) => {
      const zones = balancer.list("subnets").map((id) =>
        stack
          .resources("aws_subnet")
          .find((one) => one.ref("id") === id)
          ?.at("availability_zone"),
      );
      return new Set(zones).size >= 2;
    },
    (balancer) => (balancer.subnets = listAt(balancer, "subnets").slice(0, 1)),
  ),
  "access-logs": value("aws_lb", "access_logs.enabled", is(true), false),
  "deletion-protection": value("aws_lb", "enable_deletion_protection", is(true), false),
  "web-acl": companion("aws_lb", "aws_wafv2_web_acl_association"),
  "web-acl-stops-log4j": each(
    ACL,
    (acl) =>
      blocks(acl, "AWSManagedRulesKnownBadInputsRuleSet") &&
      acl.list("rule").some((rule) => groupOf(rule) === "AWSManagedRulesAnonymousIpList"),
    (acl) => (acl.rule = listAt(acl, "rule").filter((rule) => !String(groupOf(rule)).includes("KnownBad"))),
  ),
  "web-acl-has-rules": each(
    ACL,
    (acl) =>
      acl.list("rule").length > 0 &&
      acl
        .list("rule")
        .every(
          (rule) =>
            (at(rule, "action") ?? at(rule, "override_action")) !== undefined &&
            at(rule, "visibility_config.cloudwatch_metrics_enabled") === true,
        ),
    (acl) => (acl.rule = []),
  ),
  "web-acl-logs": companion(ACL, "aws_wafv2_web_acl_logging_configuration"),
  "health-check-has-a-path": value(
    "aws_lb_target_group",
    "health_check.path",
    (path) => String(path).startsWith("/"),
    undefined,
  ),
};
