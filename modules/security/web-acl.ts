import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import { TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, problems, requireThat } from "../errors";
import { logFaults } from "../foundation/log-groups";
import {
  boundedName,
  reserveName,
  expectProps,
  labelOf,
  literal,
  literals,
  namingPath,
  stackName,
} from "../foundation";
import type { EncryptionKey } from "./encryption-key";
import {
  visibility,
  webAclFaults,
  webAclRules,
  type ANONYMOUS_IPS,
  type COMMON_RULES,
  type WebAclChoices,
} from "./web-acl-rules";

const LONGEST_NAME = 128;

/** The only names that WAF writes to. https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
const LOG_PREFIX = "aws-waf-logs-";

/** What a log never shows: who is signed in, and how. */
const REDACTED_HEADERS = ["authorization", "cookie"];

/** What a log shows unless all is asked for: requests that a rule blocked, or would have. */
const LOGGED_ACTIONS = ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT"];

export interface WebAclProps {
  /**
   * Name in AWS, 1 to 128 letters, digits, hyphens and underscores, unique in the region. A change replaces the web
   * ACL, and for some seconds requests pass without it.
   * @default the ids of stack and construct
   */
  readonly name?: string;

  /**
   * What happens to requests from VPNs, proxies, Tor and hosting providers (AWSManagedRulesAnonymousIpList): `count`
   * them, `block` them, or `allow` them, without the rule and its price.
   * @default "count"
   */
  readonly anonymousIps?: (typeof ANONYMOUS_IPS)[number];

  /**
   * Also looks for SQL in requests (AWSManagedRulesSQLiRuleSet), for 1 USD a month.
   * @default false
   */
  readonly sqlInjection?: boolean;

  /**
   * Requests from one address in five minutes, 10 to 2,000,000,000, above which it is blocked, for 1 USD a month.
   * @default no limit
   */
  readonly requestsPerIp?: number;

  /**
   * Rules of AWSManagedRulesCommonRuleSet that only count. `SizeRestrictions_BODY` is the one to name if clients send
   * bodies of more than 8 KB, such as uploads: it blocks them.
   * @default none: all of them block
   */
  readonly countedRules?: readonly (typeof COMMON_RULES)[number][];

  /**
   * Blocks nothing and counts what it would have blocked: for the first days.
   * @default false
   */
  readonly countOnly?: boolean;

  /**
   * Days that a log of requests is kept in CloudWatch: 1, 3, 5, 7, 14, 30 and further values of AWS, 0 for ever.
   * CloudWatch takes 0.50 USD a GB. https://aws.amazon.com/cloudwatch/pricing/
   * @default no log
   */
  readonly logRetentionDays?: number;

  /**
   * Logs every request, not only those that a rule blocked or counted.
   * @default false
   */
  readonly logAllRequests?: boolean;

  /**
   * Key that the log is encrypted with.
   * @default CloudWatch's own, free of charge
   */
  readonly encryptionKey?: EncryptionKey;
}

/**
 * A web application firewall with the rules that AWS keeps current: known bad addresses, known bad inputs (Log4j among
 * them), the common attacks of OWASP's lists. It reads the first 8 KB of a body. It costs 5 USD a month, 1 USD a month
 * for each of its rule groups (4 by default, so 9 USD) and 0.60 USD a million requests. https://aws.amazon.com/waf/pricing/
 *
 * @example
 * door.protectWith(new WebAcl(stack, "Firewall", { requestsPerIp: 2000 }));
 */
export class WebAcl extends Construct {
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: WebAclProps = {}) {
    super(scope, id);
    expectProps(this, "WebAcl", props);
    const stack = TerraformStack.of(this);
    const name = props.name ?? boundedName([stackName(this), labelOf(namingPath(this))], LONGEST_NAME);
    const taken = reserveName(stack, problems.webAclNameTaken, name, this);
    addCheck(this, () => [...taken, ...this.faults(name, props)]);

    this.arn = this.createAcl(name, props).arn;
    if (props.logRetentionDays !== undefined) this.createLog(name, props.logRetentionDays, props);
  }

  private createAcl(name: string, props: WebAclProps): Wafv2WebAcl {
    return new Wafv2WebAcl(this, "Resource", {
      name,
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      rule: webAclRules(props),
      visibilityConfig: visibility(name),
      tags: { Name: name },
    });
  }

  private createLog(name: string, retentionInDays: number, props: WebAclProps): void {
    const log = new CloudwatchLogGroup(this, "Log", {
      name: `${LOG_PREFIX}${name}`,
      retentionInDays,
      ...(props.encryptionKey && { kmsKeyId: props.encryptionKey.arn }),
    });
    new Wafv2WebAclLoggingConfiguration(this, "Logging", {
      resourceArn: this.arn,
      logDestinationConfigs: [log.arn],
      redactedFields: REDACTED_HEADERS.map((header) => ({ singleHeader: { name: header } })),
      ...(props.logAllRequests === true ? {} : { loggingFilter: onlyWhatRulesCaught() }),
    });
  }

  private faults(name: string, props: WebAclProps): Fault[] {
    const isKnown = [props.anonymousIps, props.sqlInjection, props.countOnly, props.countedRules].every(
      (choice) => !Token.isUnresolved(choice),
    );
    const lacksLog = props.logRetentionDays === undefined;
    const forLog = [
      props.logAllRequests === true ? "logAllRequests" : "",
      props.encryptionKey && "encryptionKey",
    ];
    const countedRules = literal(props.countedRules)
      ?.map(literal)
      .filter((rule) => rule !== undefined);
    return [
      ...webAclFaults(literal(name), { ...literals<WebAclChoices>(props), countedRules }),
      ...requireThat(isKnown, problems.webAclRulesUnknown, "a Terraform token"),
      ...logFaults(undefined, literal(props.logRetentionDays), "logRetentionDays"),
      ...requireThat(
        !lacksLog || forLog.every((prop) => !prop),
        problems.webAclLogMissing,
        forLog.filter(Boolean).join(" and "),
      ),
    ];
  }
}

function onlyWhatRulesCaught() {
  const condition = LOGGED_ACTIONS.map((action) => ({ actionCondition: { action } }));
  return {
    defaultBehavior: "DROP",
    filter: [{ behavior: "KEEP", requirement: "MEETS_ANY", condition }],
  };
}
