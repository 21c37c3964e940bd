import type { WithArn } from "../../foundation/with-arn";
import type { AGGREGATIONS_SEC, FlowLogDestination, TRAFFIC } from "./flow-log-rules";

export interface FlowLogsProps {
  /**
   * `cloudwatch`: a log group, 0.50 USD a GB and 0.03 USD a GB and month; `s3`: a bucket, 0.25 USD a GB and 0.023 USD
   * a GB and month (us-east-1). https://aws.amazon.com/cloudwatch/pricing/
   */
  readonly destination: FlowLogDestination;

  /**
   * Connections that are recorded: `ALL`, or what rules let pass (`ACCEPT`) or stopped (`REJECT`).
   * @default "ALL"
   */
  readonly traffic?: (typeof TRAFFIC)[number];

  /**
   * Seconds that one record covers, 60 or 600: shorter says more, in about ten times the records.
   * @default 600
   */
  readonly aggregationSec?: (typeof AGGREGATIONS_SEC)[number];

  /**
   * Days that records are kept, 0 for ever: those that CloudWatch offers, or any up to 36500 in S3.
   * @default 30 in CloudWatch, 90 in S3
   */
  readonly retentionDays?: number;

  /**
   * KMS key of log group or bucket. Its policy has to let `logs.REGION.amazonaws.com`, or for a bucket
   * `delivery.logs.amazonaws.com`, use it. 1 USD a month a key.
   * @default AWS's own encryption, free
   */
  readonly kmsKey?: WithArn;

  /**
   * A bucket that there is already, for destination `s3`; its policy has to let `delivery.logs.amazonaws.com` write.
   * @default a bucket of the network's own
   */
  readonly bucket?: WithArn;

  /**
   * True if a destroy may delete the bucket's records; S3 deletes no bucket that holds some, and the destroy fails.
   * @default false
   */
  readonly emptyBucketOnDestroy?: boolean;
}
