import { at, listAt, type Json } from "../../support/json";
import type { Resource } from "../../support/synthesize";
import { all, companion, each, value, is, isNot, type Proof } from "./proof";

const ACL = "aws_wafv2_web_acl";
const groupOf = (rule: Json): unknown => at(rule, "statement.managed_rule_group_statement.0.name");
const blocks = (acl: Resource, group: string): boolean =>
  acl.list("rule").some((rule) => groupOf(rule) === group && at(rule, "override_action.none") !== undefined);

const LISTENER = "aws_lb_listener";
const CERTIFICATE = "aws_acm_certificate";
const isHttps = (listener: Resource): boolean => listener.at("protocol") === "HTTPS";
const redirects = (listener: Resource): boolean =>
  listener.at("default_action.0.type") === "redirect" &&
  listener.at("default_action.0.redirect.protocol") === "HTTPS";

/** What Security Hub's ELB.17 lets pass, the narrowest of the lists. */
const STRONG = /^ELBSecurityPolicy-TLS13-1-(3|2-Res)-(2021-06|PQ-2025-09|FIPS-2023-04|FIPS-PQ-2025-09)$/;

const namesOf = (certificate: Resource): unknown[] => [
  certificate.at("domain_name"),
  ...certificate.list("subject_alternative_names"),
];

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
  https: each(
    LISTENER,
    (listener) => isHttps(listener) || redirects(listener),
    (listener) => Object.assign(listener, { protocol: "HTTP", default_action: [{ type: "forward" }] }),
  ),
  "tls-policy": {
    offenders: (stack) => {
      const encrypted = stack.resources(LISTENER).filter(isHttps);
      if (encrypted.length === 0) return ["no HTTPS listener"];
      return encrypted
        .filter((listener) => !STRONG.test(String(listener.at("ssl_policy"))))
        .map(({ address }) => address);
    },
    spoil: (resources) =>
      Object.values(resources[LISTENER] ?? {}).forEach(
        (listener) => (listener.ssl_policy = "ELBSecurityPolicy-TLS13-1-0-2021-06"),
      ),
  },
  certificates: all(
    each(
      CERTIFICATE,
      (certificate) => namesOf(certificate).every((name) => !String(name).startsWith("*")),
      (certificate) => (certificate.domain_name = "*.example.com"),
    ),
    value(CERTIFICATE, "lifecycle.create_before_destroy", is(true), false),
    value(CERTIFICATE, "options.certificate_transparency_logging_preference", isNot("DISABLED"), "DISABLED"),
    value(CERTIFICATE, "validation_method", is("DNS"), "EMAIL"),
    value(CERTIFICATE, "key_algorithm", isNot("RSA_1024"), "RSA_1024"),
  ),
  "names-lead-somewhere": each(
    "aws_route53_record",
    (record, stack) =>
      record.list("records").length > 0 ||
      stack.resources("aws_lb").some((balancer) => record.at("alias.name") === balancer.ref("dns_name")),
    (record) => Object.assign(record, { records: [], alias: { name: "gone.example.com" } }),
  ),
  "health-check-has-a-path": value(
    "aws_lb_target_group",
    "health_check.path",
    (path) => String(path).startsWith("/"),
    undefined,
  ),
};
