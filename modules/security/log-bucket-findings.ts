import type { Finding } from "../errors";
import { inRange, matching } from "../errors";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, without dots, which break TLS. */
const BUCKET_NAME =
  /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|--x-s3|--table-s3)$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html */
export const LOG_PREFIX = /^(?!.*AWSLogs)(|[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*)$/;

/** S3 takes any positive number; a hundred years are enough to notice a mistake. */
const RETENTION_DAYS = [1, 36_500] as const;

interface KnownBucket {
  readonly name?: string | undefined;
  readonly retentionDays?: number | undefined;
}

/** What is wrong with a log bucket; what is undefined has a default or is not known yet. */
export function bucketFindings({ name, retentionDays }: KnownBucket): Finding[] {
  return [...matching("FY801", name, BUCKET_NAME), ...inRange("FY803", retentionDays, RETENTION_DAYS)];
}
