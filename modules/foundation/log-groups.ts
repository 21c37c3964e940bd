import type { Fault } from "../errors";
import { matching, problems, requireThat } from "../errors";
import { isLogRetention } from "./log-retention";

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const LOG_GROUP_NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;

/** An undefined argument has its default or is a Terraform token. */
export function logFaults(name: string | undefined, days: number | undefined, subject?: string): Fault[] {
  return [
    ...matching(problems.logGroupName, name, LOG_GROUP_NAME),
    ...requireThat(isLogRetention(days), problems.logRetention, days, subject),
  ];
}
