import type { Fault } from "../errors";
import { limits, problems, requireThat } from "../errors";
import { CONTAINER_DEFAULTS } from "./container/container";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
const LONGEST_ON_FARGATE = limits.stopTimeout.to;

/**
 * Seconds that a program has to end in: not less than the load balancer takes to let go of it, as far as Fargate
 * allows. Where tasks are taken back (Spot), both run side by side, and the shorter one cuts requests off.
 */
export function stopTimeoutFor(deregistrationDelaySec: number | undefined): number {
  return Math.max(
    CONTAINER_DEFAULTS.stopTimeoutSec,
    Math.min(LONGEST_ON_FARGATE, deregistrationDelaySec ?? 0),
  );
}

/** A stop timeout that was chosen shorter than the drain. */
export function drainFaults(
  deregistrationDelaySec: number | undefined,
  stopTimeoutSec: number | undefined,
): Fault[] {
  const least = Math.min(LONGEST_ON_FARGATE, deregistrationDelaySec ?? 0);
  const given = `${stopTimeoutSec} s after a delay of ${deregistrationDelaySec} s`;
  return requireThat(
    stopTimeoutSec === undefined || stopTimeoutSec >= least,
    problems.stopTimeoutTooShort,
    given,
  );
}
