import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { blockPublicAccess, encrypt } from "../../storage/private-bucket";
import { boundedName, labelOf, namingPath, stackName, type WithArn } from "../../foundation";
import { logBucketPolicy } from "./flow-log-rules";

/** A bucket's name has at most 63 characters, of which the provider adds 26. */
const LONGEST_PREFIX = 36;

export interface LogBucketProps {
  readonly accountId: string;
  /** 0 is for ever. */
  readonly retentionDays: number;
  readonly kmsKey: WithArn | undefined;
  readonly emptyOnDestroy: boolean;
}

/** A private, encrypted bucket that AWS's log delivery writes to, and that forgets in time. */
export class LogBucket extends Construct {
  public readonly arn: string;
  /** What stands once records can be written; the access block first, as both change the bucket. */
  public readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    const stackId = stackName(this);
    const prefix = boundedName([stackId, labelOf(namingPath(this))], LONGEST_PREFIX - 1).toLowerCase();
    const { id: bucket, arn } = new S3Bucket(this, "Resource", {
      bucketPrefix: `${prefix}-`,
      forceDestroy: props.emptyOnDestroy,
    });
    this.arn = arn;
    encrypt(this, bucket, props.kmsKey?.arn);
    if (props.retentionDays !== 0) this.createExpiry(bucket, props.retentionDays);
    const access = blockPublicAccess(this, "PublicAccess", bucket);
    const policy = logBucketPolicy(arn, props.accountId);
    this.ready = [new S3BucketPolicy(this, "Policy", { bucket, policy, dependsOn: [access] })];
  }

  private createExpiry(bucket: string, days: number): void {
    new S3BucketLifecycleConfiguration(this, "Expiry", {
      bucket,
      rule: [
        {
          id: "Expire",
          status: "Enabled",
          filter: [{}],
          expiration: [{ days }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
        },
      ],
    });
  }
}
