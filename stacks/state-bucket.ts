import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { AwsStack, StateBucket } from "../modules";

export interface StateBucketStackProps {
  /** Name of the bucket, unique in all of AWS. */
  readonly bucketName: string;
  /** @default us-east-1 */
  readonly region?: string;
}

/** The bucket that keeps the states of all other stacks, and of this one once it has been moved (docs/state.md). */
export class StateBucketStack extends AwsStack {
  public constructor(scope: Construct, id: string, props: StateBucketStackProps) {
    const { bucketName, region = "us-east-1" } = props;
    super(scope, id, { region });

    const bucket = new StateBucket(this, "States", { bucketName });

    new TerraformOutput(this, "bucket", { value: bucket.bucketName });
    new TerraformOutput(this, "frontyard_state", { value: `s3://${bucketName}?region=${region}` });
  }
}
