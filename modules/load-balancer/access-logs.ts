import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { addCheck, matching, problems, requireThat } from "../errors";
import { LogBucket } from "../security";
import { expectOneStack, isToken, literal } from "../foundation";
import { LOG_PREFIX } from "../security/log-bucket-faults";

/** Where a load balancer writes who asked what. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html */
export interface AccessLogs {
  /**
   * A `LogBucket`, which several load balancers may share, or the name of a bucket that stands, encrypted with SSE-S3 and
   * with a policy that lets load balancers write.
   * @default a LogBucket of the load balancer's own
   */
  readonly bucket?: LogBucket | string;

  /**
   * Folder in the bucket, without slashes at its ends and without `AWSLogs`, which AWS adds.
   * @default none
   */
  readonly prefix?: string;

  /**
   * Also logs connections: addresses, TLS versions and ciphers, handshakes that failed.
   * @default false
   */
  readonly connections?: boolean;

  /**
   * Writes nothing for now, and keeps the bucket with what is in it.
   * @default false
   */
  readonly paused?: boolean;

  /**
   * Days that logs are kept in the load balancer's own bucket, 1 to 36500.
   * @default 90
   */
  readonly retentionDays?: number;

  /**
   * Deletes all logs with the load balancer's own bucket when it is destroyed. Otherwise AWS refuses to destroy a bucket
   * with logs in it.
   * @default false
   */
  readonly deleteLogsWithBucket?: boolean;
}

interface Destination {
  readonly bucket: string;
  readonly prefix?: string;
  readonly enabled: boolean;
}

/** What a load balancer is told about its logs, and what has to stand before it is: AWS tries the bucket at once. */
export interface Logging {
  readonly config: { readonly accessLogs?: Destination; readonly connectionLogs?: Destination };
  readonly ready: readonly ITerraformDependable[];
}

/** Decides where a load balancer logs to, and makes its bucket, a child of the load balancer, if it has no other. */
export function loggingOf(loadBalancer: Construct, given: boolean | AccessLogs | undefined): Logging {
  if (given === undefined || given === false) return { config: {}, ready: [] };
  const logs: AccessLogs = given === true ? {} : given;
  expectLogs(loadBalancer, logs);
  const bucket = bucketOf(loadBalancer, logs);
  const isOurs = typeof bucket !== "string";
  if (isOurs) bucket.admitLoadBalancers(logs.prefix);
  const destination: Destination = {
    bucket: isOurs ? bucket.bucketName : bucket,
    ...(logs.prefix === undefined || logs.prefix === "" ? {} : { prefix: logs.prefix }),
    enabled: logs.paused !== true,
  };
  return {
    config: {
      accessLogs: destination,
      ...(logs.connections === true ? { connectionLogs: destination } : {}),
    },
    ready: isOurs ? bucket.ready : [],
  };
}

function bucketOf(loadBalancer: Construct, { bucket, retentionDays, deleteLogsWithBucket }: AccessLogs) {
  if (bucket === undefined)
    return new LogBucket(loadBalancer, "AccessLogs", { retentionDays, deleteLogsWithBucket });
  if (typeof bucket !== "string") expectOneStack(loadBalancer, bucket);
  return bucket;
}

function expectLogs(loadBalancer: Construct, logs: AccessLogs): void {
  const { bucket, prefix, retentionDays, deleteLogsWithBucket, paused, connections } = logs;
  const isElsewhere = bucket !== undefined;
  const forOwn = Object.entries({ retentionDays, deleteLogsWithBucket }).filter(
    ([, value]) => value !== undefined,
  );
  const isKnown = [paused, connections].every((choice) => !isToken(choice));
  addCheck(loadBalancer, () => [
    ...(typeof bucket === "string" ? matching(problems.accessLogsPrefix, literal(prefix), LOG_PREFIX) : []),
    ...requireThat(
      !isElsewhere || forOwn.length === 0,
      problems.accessLogsOfOtherBucket,
      forOwn.map(([name]) => name).join(" and "),
    ),
    ...requireThat(isKnown, problems.accessLogsUnknown, "a Terraform token"),
  ]);
}
