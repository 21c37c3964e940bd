import type { Account } from "../foundation/account";
import { deniedToAll, policyDocument, WITHOUT_TLS } from "../foundation/policy-document";

/** Who writes the logs of load balancers: in every region since September 2025. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
const LOG_DELIVERY = "logdelivery.elasticloadbalancing.amazonaws.com";

/**
 * The policy of a bucket for logs: nobody without TLS, and load balancers of this account and region below their
 * prefixes. Arguments may hold Terraform references, which stay as they are.
 */
export function logBucketPolicy(
  bucketArn: string,
  { accountId, partition, region }: Account,
  prefixes: readonly string[],
): string {
  const source = `arn:${partition}:elasticloadbalancing:${region ?? "*"}:${accountId}:loadbalancer/*`;
  const delivery = {
    Sid: "LoadBalancersWriteLogs",
    Effect: "Allow",
    Principal: { Service: LOG_DELIVERY },
    Action: "s3:PutObject",
    Resource: prefixes.map((prefix) => `${bucketArn}/${folder(prefix)}AWSLogs/${accountId}/*`),
    Condition: { ArnLike: { "aws:SourceArn": source } },
  };
  const overTlsOnly = deniedToAll({
    ...{ sid: "OverTlsOnly", action: "s3:*", resource: [bucketArn, `${bucketArn}/*`] },
    condition: WITHOUT_TLS,
  });
  return policyDocument(prefixes.length > 0 ? [overTlsOnly, delivery] : [overTlsOnly]);
}

function folder(prefix: string): string {
  return prefix === "" ? "" : `${prefix}/`;
}

/** Services that use a key on request, beside CloudWatch Logs, which always may. */
export type KeyUser = "alarms" | "log-delivery";

/**
 * The policy of a key: the account's own IAM policies decide, CloudWatch Logs may use it for log groups of this account
 * and region, and on request others do for this account.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function keyPolicy(account: Account, users: ReadonlySet<KeyUser>): string {
  const { accountId, partition } = account;
  const owner = {
    Sid: "AccountDecidesByIam",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  return policyDocument([
    owner,
    forLogs(account),
    ...(users.has("alarms") ? [forAlarms(account)] : []),
    ...(users.has("log-delivery") ? [forLogDelivery(account)] : []),
  ]);
}

function forLogs({ accountId, partition, dnsSuffix, region }: Account): object {
  const groups = `arn:${partition}:logs:${region ?? "*"}:${accountId}:log-group:*`;
  return {
    Sid: "LogGroupsOfThisAccount",
    Effect: "Allow",
    Principal: { Service: region === undefined ? `logs.${dnsSuffix}` : `logs.${region}.${dnsSuffix}` },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    Resource: "*",
    Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": groups } },
  };
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
function forAlarms({ accountId, partition, region }: Account): object {
  const alarms = `arn:${partition}:cloudwatch:${region ?? "*"}:${accountId}:alarm:*`;
  return {
    Sid: "AlarmsOfThisAccount",
    Effect: "Allow",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { ArnLike: { "aws:SourceArn": alarms }, StringEquals: { "aws:SourceAccount": accountId } },
  };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-cmk-policy.html */
function forLogDelivery({ accountId, partition, region }: Account): object {
  const deliveries = `arn:${partition}:logs:${region ?? "*"}:${accountId}:*`;
  return {
    Sid: "LogDeliveryOfThisAccount",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
    Resource: "*",
    Condition: {
      ArnLike: { "aws:SourceArn": deliveries },
      StringEquals: { "aws:SourceAccount": accountId },
    },
  };
}
