import type { Finding } from "../errors";
import { matching, unless } from "../errors";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html; 0 is for ever. */
export const RETENTION_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const LOG_GROUP_NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;

/** An undefined argument has its default or is a Terraform token. */
export function logFindings(name: string | undefined, days: number | undefined, subject?: string): Finding[] {
  return [
    ...matching("FY411", name, LOG_GROUP_NAME),
    ...unless(days === undefined || RETENTION_DAYS.includes(days), "FY410", days, subject),
  ];
}
