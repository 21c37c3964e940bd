import { type Fault, inRange, limits, matching, problems, requireThat } from "../errors";
import { STATISTIC, type Metric } from "./metric";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html: at most a day is looked at. */
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
export function alarmFaults({ metric, shortOf, threshold, ...known }: KnownAlarm): Fault[] {
  const { minutes, ofMinutes, description = "" } = known;
  const fits = minutes === undefined || ofMinutes === undefined || minutes <= ofMinutes;
  return [
    ...requireThat(threshold === undefined || isBound(threshold), problems.alarmThreshold, threshold),
    ...inRange(limits.alarmMinutes, minutes, "minutes"),
    ...inRange(limits.alarmMinutes, ofMinutes, "ofMinutes"),
    ...requireThat(fits, problems.alarmWindowTooShort, `${minutes} of ${ofMinutes}`),
    ...matching(problems.metricStatistic, metric?.stat, STATISTIC),
    ...matching(problems.metricStatistic, shortOf?.stat, STATISTIC),
    ...requireThat(
      description.length <= LONGEST_DESCRIPTION,
      problems.alarmDescriptionTooLong,
      `${description.length} characters`,
    ),
  ];
}

function isBound(threshold: number): boolean {
  return Number.isFinite(threshold) && threshold >= 0;
}
