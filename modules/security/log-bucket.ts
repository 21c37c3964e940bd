import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addCheck, limits, matching, problems, requireThat } from "../errors";
import {
  type Account,
  accountOf,
  boundedName,
  expectCall,
  expectProps,
  GOES_LAST,
  labelOf,
  literal,
  literals,
  namingPath,
  stackName,
} from "../foundation";
import { blockPublicAccess, encrypt, keepVersions, ownObjects } from "../storage/private-bucket";
import type { EncryptionKey } from "./encryption-key";
import { bucketFaults, LOG_PREFIX } from "./log-bucket-faults";
import { logBucketPolicy } from "./policies";

/** The provider adds 26 characters to a prefix; a bucket's name has at most 63. */
const LONGEST_PREFIX = 37;
/** How long a log that was overwritten or deleted can be brought back. */
const OLD_VERSION_DAYS = 7;

export interface LogBucketProps {
  /**
   * Exact name, 3 to 63 lower case letters, digits and hyphens, unique among all buckets of all accounts. A change
   * replaces the bucket.
   * @default a generated name that starts with the ids of stack and construct
   */
  readonly name?: string;

  /**
   * Days that logs are kept, 1 to 36500. S3 takes 0.023 USD a GB and month (us-east-1). https://aws.amazon.com/s3/pricing/
   * @default 90
   */
  readonly retentionDays?: number;

  /**
   * Key to encrypt with instead of S3's own. Load balancers can't write to such a bucket.
   * @default S3's own keys (SSE-S3), free of charge
   */
  readonly encryptionKey?: EncryptionKey;

  /**
   * Deletes all logs with the bucket when it is destroyed. Otherwise AWS refuses to destroy a bucket with logs in it.
   * @default false
   */
  readonly deleteLogsWithBucket?: boolean;
}

/**
 * A private bucket for logs, for one or several load balancers: encrypted, versioned, no public access, no ACLs, TLS
 * only, and old logs expire. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 *
 * @example
 * const logs = new LogBucket(stack, "DoorLogs", { retentionDays: 365 });
 * new LoadBalancer(stack, "FrontDoor", { network, scheme: "internet-facing", accessLogs: { bucket: logs } });
 */
export class LogBucket extends Construct {
  public readonly arn: string;
  public readonly bucketName: string;
  /** What stands once the bucket can be written to, as it was meant to be. */
  public readonly ready: ITerraformDependable[];

  private readonly account: Account;
  private readonly policy: S3BucketPolicy;
  private readonly prefixes = new Set<string>();
  private readonly hasOwnKey: boolean;

  public constructor(scope: Construct, id: string, props: LogBucketProps = {}) {
    super(scope, id);
    expectProps(this, "LogBucket", props);
    addCheck(this, () => bucketFaults(literals(props)));

    this.hasOwnKey = props.encryptionKey !== undefined;
    this.account = accountOf(this);
    const bucket = this.createBucket(props);
    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.createLifecycle(props, keepVersions(this, this.bucketName));
    const closed = [
      blockPublicAccess(this, "PublicAccessBlock", this.bucketName),
      ownObjects(this, this.bucketName),
      encrypt(this, this.bucketName, props.encryptionKey?.arn),
    ];
    this.policy = this.createPolicy(closed);
    this.ready = [...closed, this.policy];
  }

  /**
   * Lets load balancers of this account and region write below a prefix, without slashes at its ends; "" is none.
   * @mayBeEmpty prefix
   */
  public admitLoadBalancers(prefix = ""): void {
    expectCall(this, "LogBucket.admitLoadBalancers", { prefix });
    const isFirst = this.prefixes.size === 0;
    this.prefixes.add(prefix);
    this.policy.policy = logBucketPolicy(this.arn, this.account, [...this.prefixes]);
    addCheck(this, () => [
      ...matching(problems.accessLogsPrefix, literal(prefix), LOG_PREFIX),
      ...requireThat(!isFirst || !this.hasOwnKey, problems.accessLogsEncryption, "an encryptionKey"),
    ]);
  }

  private createBucket(props: LogBucketProps): S3Bucket {
    const stackId = stackName(this);
    const prefix = boundedName([stackId, labelOf(namingPath(this))], LONGEST_PREFIX - 1).toLowerCase();
    return new S3Bucket(this, "Resource", {
      ...(props.name === undefined ? { bucketPrefix: `${prefix}-` } : { bucket: props.name }),
      forceDestroy: props.deleteLogsWithBucket ?? false,
      lifecycle: GOES_LAST,
      tags: { Name: labelOf(namingPath(this)) },
    });
  }

  /** Versions that expire go after a week, uploads that nobody finished as well, and so does the mark that is left. */
  private createLifecycle(props: LogBucketProps, versioning: ITerraformDependable): void {
    new S3BucketLifecycleConfiguration(this, "Lifecycle", {
      bucket: this.bucketName,
      rule: [
        {
          id: "expire-logs",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ days: props.retentionDays ?? limits.logBucketRetention.default }],
          noncurrentVersionExpiration: [{ noncurrentDays: OLD_VERSION_DAYS }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: OLD_VERSION_DAYS }],
        },
        {
          id: "remove-delete-markers",
          status: "Enabled",
          filter: [{ prefix: "" }],
          expiration: [{ expiredObjectDeleteMarker: true }],
        },
      ],
      dependsOn: [versioning],
    });
  }

  /** S3 takes one change of a bucket's settings at a time: the policy comes last. */
  private createPolicy(after: ITerraformDependable[]): S3BucketPolicy {
    return new S3BucketPolicy(this, "Policy", {
      bucket: this.bucketName,
      policy: logBucketPolicy(this.arn, this.account, []),
      dependsOn: after,
    });
  }
}
