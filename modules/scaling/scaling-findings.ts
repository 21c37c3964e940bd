import { inRange, matching, unless, type Finding } from "../errors";
import { isScheduleExpression, isTimeZone } from "./schedule-expression";
import type { Scaling, Schedule } from "./scaling-props";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const TASKS = [0, 5000] as const;
const LONGEST_COOLDOWN_SEC = 86400;

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
export function scalingFindings(known: Partial<Scaling>, chosen: Scaling, service: ScaledService): Finding[] {
  const { minimum, maximum, cpuPercent, memoryPercent, requestsPerTarget } = known;
  const metrics = [chosen.cpuPercent, chosen.memoryPercent, chosen.requestsPerTarget];
  const schedules = Object.entries(chosen.schedules ?? {});
  const isMoved = metrics.some((metric) => metric !== undefined) || schedules.length > 0;
  const counts = chosen.requestsPerTarget !== undefined;
  return [
    ...unless(chosen.minimum !== undefined, "FY470", "none", "scaling.minimum"),
    ...unless(chosen.maximum !== undefined, "FY470", "none", "scaling.maximum"),
    ...inRange("FY470", minimum, TASKS, "scaling.minimum"),
    ...inRange("FY470", maximum, TASKS, "scaling.maximum"),
    ...unless(inOrder(minimum, maximum), "FY471", `${minimum} and ${maximum}`),
    ...unless(isMoved, "FY472", "none"),
    ...inRange("FY473", cpuPercent, [1, 100], "scaling.cpuPercent"),
    ...inRange("FY473", memoryPercent, [1, 100], "scaling.memoryPercent"),
    ...inRange("FY474", requestsPerTarget, [1, Number.MAX_SAFE_INTEGER]),
    ...unless(!counts || service.hasTargetGroup, "FY475", "none"),
    ...unless(!counts || !service.shiftsTraffic, "FY476", "two target groups"),
    ...inRange("FY477", known.scaleInCooldownSec, [0, LONGEST_COOLDOWN_SEC], "scaling.scaleInCooldownSec"),
    ...inRange("FY477", known.scaleOutCooldownSec, [0, LONGEST_COOLDOWN_SEC], "scaling.scaleOutCooldownSec"),
    ...desiredFindings(service.desiredCount, minimum, maximum),
    ...schedules.flatMap(([name, given]) => scheduleFindings(name, given, known)),
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

function desiredFindings(
  desired: number | undefined,
  minimum: number | undefined,
  maximum: number | undefined,
): Finding[] {
  const holds = inOrder(minimum, desired) && inOrder(desired, maximum);
  return unless(holds, "FY478", `${desired} of ${minimum ?? "?"} to ${maximum ?? "?"}`);
}

function scheduleFindings(name: string, given: Schedule, known: Partial<Scaling>): Finding[] {
  const { when, timezone, minimum, maximum } = known.schedules?.[name] ?? {};
  const changes = given.minimum !== undefined || given.maximum !== undefined;
  const least = given.minimum === undefined ? known.minimum : minimum;
  const most = given.maximum === undefined ? known.maximum : maximum;
  const subject = `scaling.schedules.${name}`;
  return [
    ...matching("FY479", name, SCHEDULE_NAME),
    ...unless(
      when === undefined || isScheduleExpression(when),
      "FY480",
      JSON.stringify(when),
      `${subject}.when`,
    ),
    ...unless(
      timezone === undefined || isTimeZone(timezone),
      "FY481",
      JSON.stringify(timezone),
      `${subject}.timezone`,
    ),
    ...inRange("FY470", minimum, TASKS, `${subject}.minimum`),
    ...inRange("FY470", maximum, TASKS, `${subject}.maximum`),
    ...unless(changes, "FY482", "none", subject),
    ...unless(!changes || inOrder(least, most), "FY471", `${least} and ${most}`, subject),
  ];
}

/** Not judged while either is unknown. */
function inOrder(low: number | undefined, high: number | undefined): boolean {
  return low === undefined || high === undefined || low <= high;
}
