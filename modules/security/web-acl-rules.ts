import type { Fault } from "../errors";
import { fault, inRange, limits, matching, problems, requireThat } from "../errors";

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html */
const NAME = /^[A-Za-z0-9_-]{1,128}$/;
export const ANONYMOUS_IPS = ["count", "block", "allow"] as const;

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html: WAF ignores other names without a word. */
export const COMMON_RULES = [
  ...["NoUserAgent_HEADER", "UserAgent_BadBots_HEADER", "SizeRestrictions_QUERYSTRING"],
  ...["SizeRestrictions_Cookie_HEADER", "SizeRestrictions_BODY", "SizeRestrictions_URIPATH"],
  ...["EC2MetaDataSSRF_BODY", "EC2MetaDataSSRF_COOKIE", "EC2MetaDataSSRF_URIPATH"],
  ...["EC2MetaDataSSRF_QUERYARGUMENTS", "GenericLFI_QUERYARGUMENTS", "GenericLFI_URIPATH", "GenericLFI_BODY"],
  ...["RestrictedExtensions_URIPATH", "RestrictedExtensions_QUERYARGUMENTS"],
  ...["GenericRFI_QUERYARGUMENTS", "GenericRFI_BODY", "GenericRFI_URIPATH", "CrossSiteScripting_COOKIE"],
  ...["CrossSiteScripting_QUERYARGUMENTS", "CrossSiteScripting_BODY", "CrossSiteScripting_URIPATH"],
] as const;

const COMMON = "AWSManagedRulesCommonRuleSet";

/** What a web ACL is to do, as far as it is known. */
export interface WebAclChoices {
  readonly anonymousIps?: (typeof ANONYMOUS_IPS)[number] | undefined;
  readonly sqlInjection?: boolean | undefined;
  readonly requestsPerIp?: number | undefined;
  readonly countedRules?: readonly (typeof COMMON_RULES)[number][] | undefined;
  readonly countOnly?: boolean | undefined;
}

/** One rule, in the words of the provider; a statement is passed to Terraform as it is. */
export interface WebAclRule {
  readonly name: string;
  readonly priority: number;
  readonly action?: { readonly block?: object; readonly count?: object };
  readonly overrideAction?: { readonly none?: object; readonly count?: object };
  readonly statement: object;
  readonly visibilityConfig: Visibility;
}

export interface Visibility {
  readonly cloudwatchMetricsEnabled: boolean;
  readonly metricName: string;
  readonly sampledRequestsEnabled: boolean;
}

/**
 * The rules of a web ACL, cheapest first. Each has a priority of its own for ever: turning one on or off moves no
 * other. All of them together take 1,177 of the 1,500 capacity units that come with a web ACL.
 */
export function webAclRules(choices: WebAclChoices): WebAclRule[] {
  const { anonymousIps = "count", sqlInjection = false, requestsPerIp, countedRules, countOnly } = choices;
  const counts = countOnly ?? false;
  return [
    ...(requestsPerIp === undefined ? [] : [rateRule(requestsPerIp, counts)]),
    managedRule("AWSManagedRulesAmazonIpReputationList", 20, counts),
    ...(anonymousIps === "allow"
      ? []
      : [managedRule("AWSManagedRulesAnonymousIpList", 30, counts || anonymousIps === "count")]),
    managedRule("AWSManagedRulesKnownBadInputsRuleSet", 40, counts),
    managedRule(COMMON, 50, counts, countedRules),
    ...(sqlInjection ? [managedRule("AWSManagedRulesSQLiRuleSet", 60, counts)] : []),
  ];
}

/** Requests of one address in five minutes. */
function rateRule(limit: number, counts: boolean): WebAclRule {
  return {
    name: "RequestsPerIp",
    priority: 10,
    action: counts ? { count: {} } : { block: {} },
    statement: { rate_based_statement: [{ limit, aggregate_key_type: "IP", evaluation_window_sec: 300 }] },
    visibilityConfig: visibility("RequestsPerIp"),
  };
}

function managedRule(
  name: string,
  priority: number,
  counts: boolean,
  counted: readonly string[] = [],
): WebAclRule {
  const overrides = counted.map((rule) => ({ name: rule, action_to_use: [{ count: [{}] }] }));
  const group = { vendor_name: "AWS", name };
  return {
    name,
    priority,
    overrideAction: counts ? { count: {} } : { none: {} },
    statement: {
      managed_rule_group_statement: [
        overrides.length === 0 ? group : { ...group, rule_action_override: overrides },
      ],
    },
    visibilityConfig: visibility(name),
  };
}

/** Metrics are free for AWS's own rules; of each rule, samples of requests can be looked at for three hours. */
export function visibility(metricName: string): Visibility {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}

/** What is wrong with a web ACL; what is undefined has a default or is not known yet. */
export function webAclFaults(name: string | undefined, choices: WebAclChoices): Fault[] {
  const { anonymousIps, requestsPerIp, countedRules = [] } = choices;
  const known: readonly string[] = COMMON_RULES;
  return [
    ...matching(problems.webAclName, name, NAME),
    ...requireThat(
      anonymousIps === undefined || ANONYMOUS_IPS.includes(anonymousIps),
      problems.anonymousIps,
      anonymousIps,
    ),
    ...inRange(limits.requestsPerIp, requestsPerIp),
    ...countedRules
      .filter((rule) => !known.includes(rule))
      .map((rule) => fault(problems.countedRules, JSON.stringify(rule))),
  ];
}
