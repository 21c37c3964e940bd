import { type Fault, inRange, limits, problems, requireThat } from "../../errors";
import { STRATEGIES, type Deployment } from "./deployment-props";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html and API_CanaryConfiguration.html */
const LEAST_STEP_PERCENT = { linear: 3, canary: 0.1 };
const MOST_TASKS = 5000;
const PATH = /^[/*][A-Za-z0-9_\-.$/~"'@:+&*?]{0,127}$/;

/** How many tasks a service may run: none of the counts from `least` to `most` may get a deployment stuck. */
export interface Counts {
  readonly least: number | undefined;
  readonly most: number | undefined;
}

/** What is wrong with a deployment; what is undefined has a default or is not known yet. `chosen` are the props as given. */
export function deploymentFaults(
  known: Partial<Deployment>,
  chosen: Deployment,
  { counts, hasTargetGroup }: { readonly counts: Counts; readonly hasTargetGroup: boolean },
): Fault[] {
  const { strategy = "rolling", serverErrorsPerMin, rulePriority, paths } = known;
  const isShift = strategy !== "rolling";
  const isKnown =
    Object.hasOwn(STRATEGIES, strategy) && (chosen.strategy === undefined || known.strategy !== undefined);
  return [
    ...requireThat(isKnown, problems.deploymentStrategy, known.strategy ?? "a Terraform token"),
    ...inRange(limits.minimumHealthyPercent, known.minimumHealthyPercent),
    ...inRange(limits.maximumPercent, known.maximumPercent),
    ...deadlockFaults(known, chosen, counts),
    ...inRange(limits.deploymentServerErrors, serverErrorsPerMin),
    ...requireThat(
      !isKnown || isShift === isFronted(chosen, hasTargetGroup),
      problems.strategyListener,
      strategy,
    ),
    ...inRange(limits.bakeTime, known.bakeTimeMin),
    ...inRange(limits.stepBakeTime, known.stepBakeTimeMin),
    ...stepFaults(strategy, known.stepPercent),
    ...requireThat(
      foreignSettings(strategy, chosen).length === 0,
      problems.settingOfOtherStrategy,
      foreignSettings(strategy, chosen).join(", "),
    ),
    ...inRange(limits.deploymentRulePriority, rulePriority),
    ...requireThat(paths === undefined || arePaths(paths), problems.deploymentPaths, JSON.stringify(paths)),
  ];
}

/**
 * A rolling deployment gets on if it can start a task beyond the desired ones or stop one of them.
 * @returns the first number of tasks with which it can do neither
 */
export function deadlock(
  minimumPercent: number,
  maximumPercent: number,
  { least, most }: Counts,
): number | undefined {
  if (least === undefined || most === undefined) return undefined;
  for (let tasks = Math.max(1, least); tasks <= Math.min(most, MOST_TASKS); tasks += 1) {
    const startable = Math.floor((tasks * maximumPercent) / 100) - tasks;
    const stoppable = tasks - Math.ceil((tasks * minimumPercent) / 100);
    if (startable < 1 && stoppable < 1) return tasks;
  }
  return undefined;
}

function deadlockFaults(known: Partial<Deployment>, chosen: Deployment, counts: Counts): Fault[] {
  const least = chosen.minimumHealthyPercent === undefined ? 100 : known.minimumHealthyPercent;
  const most = chosen.maximumPercent === undefined ? 200 : known.maximumPercent;
  if (least === undefined || most === undefined) return [];
  const stuck = least >= 100 && most <= 100 ? (counts.least ?? 1) : deadlock(least, most, counts);
  return requireThat(
    stuck === undefined,
    problems.rollingDeploymentStuck,
    `${least} and ${most} percent of ${stuck}`,
  );
}

/** Whether there is what a shift of traffic needs; a listener alone is as wrong as none. */
function isFronted({ listener, strategy }: Deployment, hasTargetGroup: boolean): boolean {
  return listener !== undefined && (hasTargetGroup || strategy === undefined || strategy === "rolling");
}

function stepFaults(strategy: string, stepPercent: number | undefined): Fault[] {
  const least = strategy === "linear" ? LEAST_STEP_PERCENT.linear : LEAST_STEP_PERCENT.canary;
  const isNumber = Number.isFinite(stepPercent);
  const holds = stepPercent === undefined || (isNumber && stepPercent >= least && stepPercent <= 100);
  return requireThat(holds, problems.stepPercent, stepPercent);
}

function foreignSettings(strategy: string, chosen: Deployment): string[] {
  const rolling = ["minimumHealthyPercent", "maximumPercent"] as const;
  const shifting = ["bakeTimeMin", "paths", "rulePriority"] as const;
  const stepping = ["stepPercent", "stepBakeTimeMin"] as const;
  const foreign = new Map<string, readonly (keyof Deployment)[]>([
    ["rolling", [...shifting, ...stepping]],
    ["blue-green", [...rolling, ...stepping]],
    ["linear", rolling],
    ["canary", rolling],
  ]);
  return (foreign.get(strategy) ?? []).filter((name) => chosen[name] !== undefined);
}

function arePaths(paths: readonly string[]): boolean {
  const fits = paths.every((path) => PATH.test(path));
  return paths.length >= 1 && paths.length <= 5 && fits;
}
