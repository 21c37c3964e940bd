import type { Finding } from "../errors";
import { matching, unless } from "../errors";
import { isLogRetention } from "../foundation/log-retention";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const LOG_GROUP_NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;

/** An undefined argument has its default or is a Terraform token. */
export function logFindings(name: string | undefined, days: number | undefined, subject?: string): Finding[] {
  return [
    ...matching("FY411", name, LOG_GROUP_NAME),
    ...unless(isLogRetention(days), "FY410", days, subject),
  ];
}
