import { limits } from "../../errors";
import { STRATEGIES, type Deployment, type Strategy } from "./deployment-props";

/** Tasks at the height of a deployment, as a share of the desired count. */
export const MAXIMUM_PERCENT = 200;

export const DEFAULT_STEP_PERCENT = 10;

/** What starting the tasks of a new version may take; shifting their traffic comes on top. */
const START_MIN = 20;
const MINIMUM_HEALTHY_PERCENT = 100;

/** The arguments of a service that say how a new version comes in, ECS gives a bad one up, and Terraform waits. */
export interface DeploymentArguments {
  readonly deploymentMinimumHealthyPercent: number;
  readonly deploymentMaximumPercent: number;
  readonly deploymentCircuitBreaker: { readonly enable: boolean; readonly rollback: boolean };
  readonly availabilityZoneRebalancing: string;
  readonly waitForSteadyState: boolean;
  readonly timeouts: { readonly create: string; readonly update: string; readonly delete: string };
}

/** `known` is the part of the deployment that is no token. */
export function deploymentArguments(deployment: Deployment, known: Partial<Deployment>): DeploymentArguments {
  const wait = `${START_MIN + shiftMinutes(deployment, known)}m`;
  return {
    deploymentMinimumHealthyPercent: deployment.minimumHealthyPercent ?? MINIMUM_HEALTHY_PERCENT,
    deploymentMaximumPercent: deployment.maximumPercent ?? MAXIMUM_PERCENT,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    availabilityZoneRebalancing: (known.maximumPercent ?? MAXIMUM_PERCENT) > 100 ? "ENABLED" : "DISABLED",
    waitForSteadyState: true,
    timeouts: { create: wait, update: wait, delete: `${START_MIN}m` },
  };
}

/** `deployment_configuration`, by the provider's names; minutes are text there. */
export interface ShiftConfiguration {
  readonly strategy: string;
  readonly bakeTimeInMinutes: string;
  readonly linearConfiguration?: { readonly stepPercent: number; readonly stepBakeTimeInMinutes: string };
  readonly canaryConfiguration?: { readonly canaryPercent: number; readonly canaryBakeTimeInMinutes: string };
}

/** The oldest provider that knows a strategy; undefined where any does. */
export function providerFor(strategy: Strategy): string | undefined {
  return { rolling: undefined, "blue-green": "6.4.0", linear: "6.21.0", canary: "6.21.0" }[strategy];
}

/** What ECS is told of a strategy that shifts traffic. */
export function shiftConfiguration(
  deployment: Deployment,
  text: (value: number) => string,
): ShiftConfiguration {
  const strategy = deployment.strategy ?? "rolling";
  const percent = deployment.stepPercent ?? DEFAULT_STEP_PERCENT;
  const minutes = text(deployment.stepBakeTimeMin ?? limits.stepBakeTime.default);
  const steps = {
    linear: { linearConfiguration: { stepPercent: percent, stepBakeTimeInMinutes: minutes } },
    canary: { canaryConfiguration: { canaryPercent: percent, canaryBakeTimeInMinutes: minutes } },
  };
  return {
    strategy: STRATEGIES[strategy],
    bakeTimeInMinutes: text(deployment.bakeTimeMin ?? limits.bakeTime.default),
    ...(strategy === "linear" || strategy === "canary" ? steps[strategy] : {}),
  };
}

/** Minutes that traffic takes to shift at the most; what is a token may take all that AWS allows. */
function shiftMinutes(deployment: Deployment, known: Partial<Deployment>): number {
  const { strategy = "rolling" } = deployment;
  if (strategy === "rolling") return 0;
  const bake =
    deployment.bakeTimeMin === undefined
      ? limits.bakeTime.default
      : (known.bakeTimeMin ?? limits.bakeTime.to);
  if (strategy === "blue-green") return bake;
  const step =
    deployment.stepBakeTimeMin === undefined
      ? limits.stepBakeTime.default
      : (known.stepBakeTimeMin ?? limits.bakeTime.to);
  const percent = deployment.stepPercent === undefined ? DEFAULT_STEP_PERCENT : (known.stepPercent ?? 3);
  return bake + step * (strategy === "canary" ? 1 : Math.max(1, Math.ceil(100 / Math.max(percent, 3)) - 1));
}
