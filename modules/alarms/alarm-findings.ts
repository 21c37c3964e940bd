import { inRange, matching, unless, type Finding } from "../errors";
import { STATISTIC, type Metric } from "./metric";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html: at most a day is looked at. */
const MOST_MINUTES = 1440;
const LONGEST_DESCRIPTION = 1024;

/** An alarm as far as it is known. */
export interface KnownAlarm {
  readonly metric?: Partial<Metric> | undefined;
  readonly shortOf?: Partial<Metric> | undefined;
  readonly threshold?: number | undefined;
  readonly minutes?: number | undefined;
  readonly ofMinutes?: number | undefined;
  readonly description?: string | undefined;
}

/** What is wrong with an alarm; what is undefined has a default or is not known yet. */
export function alarmFindings({ metric, shortOf, threshold, ...known }: KnownAlarm): Finding[] {
  const { minutes, ofMinutes, description = "" } = known;
  const fits = minutes === undefined || ofMinutes === undefined || minutes <= ofMinutes;
  return [
    ...unless(threshold === undefined || isBound(threshold), "FY701", threshold),
    ...inRange("FY702", minutes, [1, MOST_MINUTES], "minutes"),
    ...inRange("FY702", ofMinutes, [1, MOST_MINUTES], "ofMinutes"),
    ...unless(fits, "FY703", `${minutes} of ${ofMinutes}`),
    ...matching("FY704", metric?.stat, STATISTIC),
    ...matching("FY704", shortOf?.stat, STATISTIC),
    ...unless(description.length <= LONGEST_DESCRIPTION, "FY705", `${description.length} characters`),
  ];
}

function isBound(threshold: number): boolean {
  return Number.isFinite(threshold) && threshold >= 0;
}
