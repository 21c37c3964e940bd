import { type Fault, inRange, limits, matching, problems, requireThat } from "../errors";
import { isScheduleExpression, isTimeZone } from "./schedule-expression";
import type { Scaling, Schedule } from "./scaling-props";

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html */
const SCHEDULE_NAME = /^(?!\s)[^\u0000-\u001f|:/"'$%]{1,128}$/;

/** What a service says of itself where its scaling is judged. */
export interface ScaledService {
  readonly desiredCount: number | undefined;
  readonly hasTargetGroup: boolean;
  /** A deployment moves its traffic between two target groups. */
  readonly shiftsTraffic: boolean;
}

/** What is wrong with scaling; what is undefined has a default or is not known yet. `chosen` are the props as given. */
export function scalingFaults(known: Partial<Scaling>, chosen: Scaling, service: ScaledService): Fault[] {
  const { minimum, maximum, cpuPercent, memoryPercent, requestsPerTarget } = known;
  const metrics = [chosen.cpuPercent, chosen.memoryPercent, chosen.requestsPerTarget];
  const schedules = Object.entries(chosen.schedules ?? {});
  const isMoved = metrics.some((metric) => metric !== undefined) || schedules.length > 0;
  const counts = chosen.requestsPerTarget !== undefined;
  return [
    ...requireThat(chosen.minimum !== undefined, limits.scalingTaskCount, "none", "scaling.minimum"),
    ...requireThat(chosen.maximum !== undefined, limits.scalingTaskCount, "none", "scaling.maximum"),
    ...inRange(limits.scalingTaskCount, minimum, "scaling.minimum"),
    ...inRange(limits.scalingTaskCount, maximum, "scaling.maximum"),
    ...requireThat(
      inOrder(minimum, maximum),
      problems.scalingMinimumAboveMaximum,
      `${minimum} and ${maximum}`,
    ),
    ...requireThat(isMoved, problems.scalingWithoutMetric, "none"),
    ...inRange(limits.scalingPercent, cpuPercent, "scaling.cpuPercent"),
    ...inRange(limits.scalingPercent, memoryPercent, "scaling.memoryPercent"),
    ...inRange(limits.requestsPerTarget, requestsPerTarget),
    ...requireThat(!counts || service.hasTargetGroup, problems.requestsWithoutTargetGroup, "none"),
    ...requireThat(
      !counts || !service.shiftsTraffic,
      problems.requestsToTwoTargetGroups,
      "two target groups",
    ),
    ...inRange(limits.scalingCooldown, known.scaleInCooldownSec, "scaling.scaleInCooldownSec"),
    ...inRange(limits.scalingCooldown, known.scaleOutCooldownSec, "scaling.scaleOutCooldownSec"),
    ...desiredFaults(service.desiredCount, minimum, maximum),
    ...schedules.flatMap(([name, given]) => scheduleFaults(name, given, known)),
  ];
}

/** Tasks there can be at the most, as far as known: room has to be for them. */
export function mostTasks(
  desired: number | undefined,
  scaling: Partial<Scaling> | undefined,
): number | undefined {
  const scheduled = Object.values(scaling?.schedules ?? {}).map(({ maximum }) => maximum);
  const known = [desired, scaling?.maximum, ...scheduled].filter((count) => count !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function desiredFaults(
  desired: number | undefined,
  minimum: number | undefined,
  maximum: number | undefined,
): Fault[] {
  const holds = inOrder(minimum, desired) && inOrder(desired, maximum);
  return requireThat(
    holds,
    problems.desiredCountOutsideScaling,
    `${desired} of ${minimum ?? "?"} to ${maximum ?? "?"}`,
  );
}

function scheduleFaults(name: string, given: Schedule, known: Partial<Scaling>): Fault[] {
  const { when, timezone, minimum, maximum } = known.schedules?.[name] ?? {};
  const changes = given.minimum !== undefined || given.maximum !== undefined;
  const least = given.minimum === undefined ? known.minimum : minimum;
  const most = given.maximum === undefined ? known.maximum : maximum;
  const subject = `scaling.schedules.${name}`;
  return [
    ...matching(problems.scheduleName, name, SCHEDULE_NAME),
    ...requireThat(
      when === undefined || isScheduleExpression(when),
      problems.scheduleExpression,
      JSON.stringify(when),
      `${subject}.when`,
    ),
    ...requireThat(
      timezone === undefined || isTimeZone(timezone),
      problems.scheduleTimezone,
      JSON.stringify(timezone),
      `${subject}.timezone`,
    ),
    ...inRange(limits.scalingTaskCount, minimum, `${subject}.minimum`),
    ...inRange(limits.scalingTaskCount, maximum, `${subject}.maximum`),
    ...requireThat(changes, problems.scheduleWithoutEffect, "none", subject),
    ...requireThat(
      !changes || inOrder(least, most),
      problems.scalingMinimumAboveMaximum,
      `${least} and ${most}`,
      subject,
    ),
  ];
}

/** Not judged while either is unknown. */
function inOrder(low: number | undefined, high: number | undefined): boolean {
  return low === undefined || high === undefined || low <= high;
}
