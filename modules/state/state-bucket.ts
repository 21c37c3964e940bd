import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { Construct } from "constructs";
import { addCheck, type Fault, inRange, limits, matching, problems } from "../errors";
import { blockPublicAccess, encrypt, keepVersions, ownObjects } from "../storage/private-bucket";
import { literals } from "../foundation/literals";
import { bucketPolicy } from "./bucket-policy";
import { BUCKET } from "./s3-settings";
import { expectProps } from "../foundation/shapes";

const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/.+$/;

const UPLOAD_PATIENCE_DAYS = 7;

export interface StateBucketProps {
  /** Name of the bucket, unique in all of AWS; 3 to 63 lower-case letters, digits, dots and hyphens. */
  readonly bucketName: string;

  /**
   * Days for which every former version of a state can be brought back, 1 to 36500. States are small: 0.023 USD a GB and month (us-east-1). https://aws.amazon.com/s3/pricing/
   * @default 90
   */
  readonly keepVersionsDays?: number;

  /**
   * ARN of the KMS key that encrypts what is kept; 1 USD a month for a key of one's own.
   * https://aws.amazon.com/kms/pricing/
   * @default none: S3's own key (AES-256), which is free
   */
  readonly kmsKeyArn?: string;

  /**
   * Whether a destroy takes the bucket, with every state and every former version in it.
   * @default "refuse": Terraform refuses a plan that would destroy the bucket
   */
  readonly onDestroy?: "refuse" | "delete-all-states";
}

/**
 * The S3 bucket in which Terraform keeps states: versioned, encrypted, closed to the public and to plain HTTP.
 * https://developer.hashicorp.com/terraform/language/backend/s3
 *
 * @example
 * const bucket = new StateBucket(stack, "States", { bucketName: "acme-terraform-state" });
 */
export class StateBucket extends Construct {
  public readonly bucketName: string;
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    expectProps(this, "StateBucket", props);
    addCheck(this, () => this.faults(props));

    const bucket = this.createBucket(props);
    this.addVersions(bucket, props.keepVersionsDays ?? 90);
    encrypt(this, bucket.id, props.kmsKeyArn);
    this.close(bucket);
    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
  }

  private createBucket({ bucketName, onDestroy = "refuse" }: StateBucketProps): S3Bucket {
    const isKept = onDestroy !== "delete-all-states";
    return new S3Bucket(this, "Resource", {
      bucket: bucketName,
      forceDestroy: !isKept,
      lifecycle: { preventDestroy: isKept },
    });
  }

  /** Locks come and go with every apply: what they leave behind is cleared as former versions are. */
  private addVersions(bucket: S3Bucket, keepDays: number): void {
    const versioning = keepVersions(this, bucket.id);
    new S3BucketLifecycleConfiguration(this, "Lifecycle", {
      bucket: bucket.id,
      rule: [
        {
          id: "former-versions",
          status: "Enabled",
          filter: [{ prefix: "" }],
          noncurrentVersionExpiration: [{ noncurrentDays: keepDays }],
          expiration: [{ expiredObjectDeleteMarker: true }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: UPLOAD_PATIENCE_DAYS }],
        },
      ],
      dependsOn: [versioning],
    });
  }

  /** One after the other: S3 refuses a policy while it changes who may make a bucket public. */
  private close(bucket: S3Bucket): void {
    const publicAccess = blockPublicAccess(this, "PublicAccess", bucket.id);
    const ownership = ownObjects(this, bucket.id, [publicAccess]);
    new S3BucketPolicy(this, "Policy", {
      bucket: bucket.id,
      policy: bucketPolicy(bucket.arn),
      dependsOn: [publicAccess, ownership],
    });
  }

  private faults(props: StateBucketProps): Fault[] {
    const { bucketName, keepVersionsDays, kmsKeyArn } = literals(props);
    return [
      ...matching(problems.stateBucketName, bucketName, BUCKET),
      ...inRange(limits.keptVersionsDays, keepVersionsDays),
      ...matching(problems.stateBucketKmsKey, kmsKeyArn, KEY_ARN),
    ];
  }
}
