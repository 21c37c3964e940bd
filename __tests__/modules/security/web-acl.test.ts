import { EncryptionKey, WebAcl, type WebAclProps } from "../../../modules";
import { COMMON_RULES } from "../../../modules/security/web-acl-rules";
import { at, type Json } from "../../support/json";
import { codesOf, synthesize, type Resource, type Synthesized } from "../../support/synthesize";

const made = (props: WebAclProps = {}): Synthesized =>
  synthesize((scope) => {
    new WebAcl(scope, "Firewall", props);
  });
const acl = (props?: WebAclProps): Resource => made(props).only("aws_wafv2_web_acl");
const codes = (props: WebAclProps): string[] => codesOf((scope) => new WebAcl(scope, "Firewall", props));

/** `40 AWSManagedRulesCommonRuleSet block` */
const lines = (props?: WebAclProps): string[] =>
  acl(props)
    .list("rule")
    .map((rule) => `${String(at(rule, "priority"))} ${String(at(rule, "name"))} ${verdict(rule)}`);

/** Whether a rule has its own way, as an action of its own or that of its group. */
function verdict(rule: Json): string {
  const override = at(rule, "override_action");
  const action = at(rule, "action");
  if (override === undefined) return Object.keys(action as object).join("+");
  return at(override, "none") === undefined ? "count" : "block";
}

describe("a web ACL", () => {
  const [firewall] = [acl()];

  it("is for load balancers, and lets pass what no rule catches", () => {
    expect(firewall.at("scope")).toBe("REGIONAL");
    expect(firewall.at("name")).toBe("test-Firewall");
    expect(firewall.at("default_action")).toEqual({ allow: {} });
  });

  it("has AWS's managed rules, and only counts who comes over a VPN", () => {
    expect(lines()).toEqual([
      "20 AWSManagedRulesAmazonIpReputationList block",
      "30 AWSManagedRulesAnonymousIpList count",
      "40 AWSManagedRulesKnownBadInputsRuleSet block",
      "50 AWSManagedRulesCommonRuleSet block",
    ]);
  });

  it("names each group as the provider wants it, and measures each", () => {
    for (const rule of firewall.list("rule")) {
      expect(at(rule, "statement")).toEqual({
        managed_rule_group_statement: [{ vendor_name: "AWS", name: at(rule, "name") }],
      });
      expect(at(rule, "visibility_config")).toEqual({
        cloudwatch_metrics_enabled: true,
        metric_name: at(rule, "name"),
        sampled_requests_enabled: true,
      });
    }
  });

  it("has no log unless one is asked for", () => {
    expect(made().types()).toEqual(["aws_wafv2_web_acl"]);
  });
});

describe("the rules of a web ACL", () => {
  it("keep their priorities when others come", () => {
    const all: WebAclProps = { requestsPerIp: 100, sqlInjection: true, anonymousIps: "block" };
    expect(lines(all)).toEqual([
      "10 RequestsPerIp block",
      "20 AWSManagedRulesAmazonIpReputationList block",
      "30 AWSManagedRulesAnonymousIpList block",
      "40 AWSManagedRulesKnownBadInputsRuleSet block",
      "50 AWSManagedRulesCommonRuleSet block",
      "60 AWSManagedRulesSQLiRuleSet block",
    ]);
    expect(at(acl(all).list("rule")[0], "statement")).toEqual({
      rate_based_statement: [{ limit: 100, aggregate_key_type: "IP", evaluation_window_sec: 300 }],
    });
  });

  it("leave out what is allowed", () => {
    expect(lines({ anonymousIps: "allow" }).join()).not.toContain("Anonymous");
  });

  it("all count on trial, the limit too", () => {
    const trial = lines({ countOnly: true, requestsPerIp: 100, sqlInjection: true, anonymousIps: "block" });
    expect(trial).toHaveLength(6);
    expect(trial.filter((line) => !line.endsWith(" count"))).toEqual([]);
  });

  it("count where one was named, and block otherwise", () => {
    const [common] = acl({ countedRules: ["SizeRestrictions_BODY", "NoUserAgent_HEADER"] })
      .list("rule")
      .filter((rule) => at(rule, "name") === "AWSManagedRulesCommonRuleSet");
    expect(at(common, "override_action")).toEqual({ none: {} });
    expect(at(common, "statement.managed_rule_group_statement.0.rule_action_override")).toEqual([
      { name: "SizeRestrictions_BODY", action_to_use: [{ count: [{}] }] },
      { name: "NoUserAgent_HEADER", action_to_use: [{ count: [{}] }] },
    ]);
  });
});

describe("the log of a web ACL", () => {
  const stack = synthesize((scope) => {
    const encryptionKey = new EncryptionKey(scope, "Key");
    new WebAcl(scope, "Firewall", { logRetentionDays: 7, encryptionKey });
  });
  const logging = stack.only("aws_wafv2_web_acl_logging_configuration");

  it("goes to a log group with the only name that WAF writes to, encrypted with the key", () => {
    const group = stack.only("aws_cloudwatch_log_group");
    expect(group.at("name")).toBe("aws-waf-logs-test-Firewall");
    expect(group.at("retention_in_days")).toBe(7);
    expect(group.at("kms_key_id")).toBe(stack.only("aws_kms_key").ref("arn"));
    expect(logging.at("log_destination_configs")).toEqual([group.ref("arn")]);
    expect(logging.at("resource_arn")).toBe(stack.only("aws_wafv2_web_acl").ref("arn"));
  });

  it("never shows who is signed in", () => {
    expect(logging.at("redacted_fields")).toEqual([
      { single_header: { name: "authorization" } },
      { single_header: { name: "cookie" } },
    ]);
  });

  it("shows what rules caught, or everything if asked to", () => {
    const filter = logging.at("logging_filter");
    expect(at(filter, "default_behavior")).toBe("DROP");
    expect(at(filter, "filter.0.behavior")).toBe("KEEP");
    const all = made({ logRetentionDays: 7, logAllRequests: true });
    expect(all.only("aws_wafv2_web_acl_logging_configuration").at("logging_filter")).toBeUndefined();
    expect(all.only("aws_cloudwatch_log_group").at("kms_key_id")).toBeUndefined();
  });
});

describe("what a web ACL is told", () => {
  it.each([10, 2_000_000_000])("passes as %s requests", (requestsPerIp) => {
    expect(codes({ requestsPerIp })).toEqual([]);
  });

  it.each([9, 2_000_000_001, 10.5, NaN])("fails as %s requests", (requestsPerIp) => {
    expect(codes({ requestsPerIp })).toEqual(["FY814"]);
  });

  it.each(["", "a b", "a.b", "x".repeat(129)])("fails as the name %j", (name) => {
    expect(codes({ name })).toEqual(["FY811"]);
  });

  it("fails with rules that the group does not have, each of them, and passes with all that it has", () => {
    expect(codes({ countedRules: ["a", "b"] as unknown as ["SizeRestrictions_BODY"] })).toEqual([
      "FY815",
      "FY815",
    ]);
    expect(codes({ countedRules: COMMON_RULES })).toEqual([]);
    expect(new Set(COMMON_RULES).size).toBe(COMMON_RULES.length);
  });

  it("fails with what a log needs and no log", () => {
    const build = (scope: Parameters<Parameters<typeof codesOf>[0]>[0]) =>
      new WebAcl(scope, "Firewall", { encryptionKey: new EncryptionKey(scope, "Key") });
    expect(codesOf(build)).toEqual(["FY817"]);
    expect(codes({ logRetentionDays: 2 })).toEqual(["FY410"]);
  });
});
