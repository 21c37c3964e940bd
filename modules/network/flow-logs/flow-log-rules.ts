import type { Fault } from "../../errors";
import { fault, inRange, problems, requireThat } from "../../errors";
import { isLogRetention } from "../../foundation/log-retention";
import { deniedToAll, policyDocument, WITHOUT_TLS } from "../../foundation/policy-document";

/** Where, and how much; each in AWS's words. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html */
export const DESTINATIONS = ["cloudwatch", "s3"] as const;
export const TRAFFIC = ["ALL", "ACCEPT", "REJECT"] as const;
export const AGGREGATIONS_SEC = [60, 600] as const;

export type FlowLogDestination = (typeof DESTINATIONS)[number];

const LONGEST_EXPIRY_DAYS = 36_500;

/** Flow logs as they were asked for, with what is not known left out. */
export interface KnownFlowLogs {
  readonly destination?: string | undefined;
  readonly traffic?: string | undefined;
  readonly aggregationSec?: number | undefined;
  readonly retentionDays?: number | undefined;
  readonly bucket?: object | undefined;
  readonly kmsKey?: object | undefined;
  readonly emptyBucketOnDestroy?: boolean | undefined;
}

export function flowLogFaults(known: KnownFlowLogs): Fault[] {
  const { destination, traffic, aggregationSec, retentionDays } = known;
  const isOneOf = (all: readonly unknown[], value: unknown): boolean =>
    value === undefined || all.includes(value);
  return [
    ...requireThat(
      DESTINATIONS.some((one) => one === destination),
      problems.flowLogDestination,
      destination ?? "nothing, or a Terraform token",
    ),
    ...requireThat(isOneOf(TRAFFIC, traffic), problems.flowLogTraffic, traffic),
    ...requireThat(isOneOf(AGGREGATIONS_SEC, aggregationSec), problems.flowLogAggregation, aggregationSec),
    ...retentionFaults(destination, retentionDays),
    ...uselessProps(known).map((what) => fault(problems.flowLogPropWithoutEffect, what)),
  ];
}

function retentionFaults(destination: string | undefined, days: number | undefined): Fault[] {
  if (destination === "s3")
    return inRange({ ...problems.flowLogRetention, from: 0, to: LONGEST_EXPIRY_DAYS }, days);
  return requireThat(isLogRetention(days), problems.flowLogRetention, days);
}

/** What is asked for and would change nothing. */
function uselessProps(known: KnownFlowLogs): string[] {
  const { destination, bucket } = known;
  const forBucket = ["bucket", "emptyBucketOnDestroy"] as const;
  const forOwnBucket = ["kmsKey", "retentionDays", "emptyBucketOnDestroy"] as const;
  if (destination === "cloudwatch")
    return forBucket.filter((name) => known[name] !== undefined).map((name) => `${name} with a log group`);
  if (destination !== "s3" || bucket === undefined) return [];
  return forOwnBucket
    .filter((name) => known[name] !== undefined)
    .map((name) => `${name} for a bucket that is not made here`);
}

/** Who may take the role: flow logs of this account. */
export function flowLogTrust(accountId: string): string {
  return policyDocument([
    {
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      Effect: "Allow",
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
    },
  ]);
}

/** What the role may do: write to one log group. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
export function flowLogPermissions(logGroupArn: string): string {
  return policyDocument([
    {
      Action: [
        "logs:CreateLogStream",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams",
        "logs:PutLogEvents",
      ],
      Effect: "Allow",
      Resource: [logGroupArn, `${logGroupArn}:*`],
    },
  ]);
}

/**
 * Who may do what with the bucket: the log delivery of this account writes, and nobody comes without TLS. AWS adds what
 * is missing of the first to a bucket's policy itself, which every later plan would want to undo.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 */
export function logBucketPolicy(bucketArn: string, accountId: string): string {
  const delivery = { Service: "delivery.logs.amazonaws.com" };
  const own = { "aws:SourceAccount": accountId };
  return policyDocument([
    {
      Action: "s3:PutObject",
      Condition: { StringEquals: { ...own, "s3:x-amz-acl": "bucket-owner-full-control" } },
      Effect: "Allow",
      Principal: delivery,
      Resource: `${bucketArn}/*`,
      Sid: "AWSLogDeliveryWrite",
    },
    {
      Action: "s3:GetBucketAcl",
      Condition: { StringEquals: own },
      Effect: "Allow",
      Principal: delivery,
      Resource: bucketArn,
      Sid: "AWSLogDeliveryAclCheck",
    },
    deniedToAll({
      ...{ sid: "TlsOnly", action: "s3:*", resource: [bucketArn, `${bucketArn}/*`] },
      condition: WITHOUT_TLS,
    }),
  ]);
}
