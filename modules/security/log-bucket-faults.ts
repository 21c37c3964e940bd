import type { Fault } from "../errors";
import { inRange, limits, matching, problems } from "../errors";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, without dots, which break TLS. */
const BUCKET_NAME =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|--x-s3|--table-s3)$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
export const LOG_PREFIX = /^(?!.*AWSLogs)(|[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*)$/;

interface KnownBucket {
  readonly name?: string | undefined;
  readonly retentionDays?: number | undefined;
}

/** What is wrong with a log bucket; what is undefined has a default or is not known yet. */
export function bucketFaults({ name, retentionDays }: KnownBucket): Fault[] {
  return [
    ...matching(problems.bucketName, name, BUCKET_NAME),
    ...inRange(limits.logBucketRetention, retentionDays),
  ];
}
