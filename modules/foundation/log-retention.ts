/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html; 0 is for ever. */
export const LOG_RETENTION_DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Whether CloudWatch keeps log groups for so many days. What is not known may be so. */
export function isLogRetention(days: number | undefined): boolean {
  return days === undefined || LOG_RETENTION_DAYS.includes(days);
}
