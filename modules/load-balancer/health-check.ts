import type { Fault } from "../errors";
import { inRange, limits, matching, problems, requireThat } from "../errors";

/** How a load balancer asks a task whether it is well. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
export interface HealthCheck {
  /**
   * Path of an HTTP GET, 1 to 1024 characters.
   * @default "/"
   */
  readonly path?: string;

  /**
   * Port to ask; security groups admit it as well.
   * @default the port that takes the traffic
   */
  readonly port?: number;

  /**
   * Seconds between two checks, 5 to 300.
   * @default 30
   */
  readonly intervalSec?: number;

  /**
   * Seconds without an answer that count as a failure, 2 to 120 and below the interval.
   * @default 5
   */
  readonly timeoutSec?: number;

  /**
   * Successes in a row that make a task healthy, 2 to 10.
   * @default 5
   */
  readonly healthyThreshold?: number;

  /**
   * Failures in a row that make a task unhealthy, 2 to 10.
   * @default 2
   */
  readonly unhealthyThreshold?: number;

  /**
   * HTTP codes that count as success, from 200 to 499: `"200"`, `"200,204"`, `"200-299"`.
   * @default "200"
   */
  readonly matcher?: string;
}

/** AWS's own defaults, written out so that a change of theirs changes nothing here. */
export const HEALTH_CHECK_DEFAULTS = {
  path: "/",
  intervalSec: limits.healthCheckInterval.default,
  timeoutSec: limits.healthCheckTimeout.default,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: "200",
} as const;

const PATH = /^\/[^\s]{0,1023}$/;

/** What is wrong with a health check; what is undefined has a default or is not known yet. */
export function healthCheckFaults(given: HealthCheck): Fault[] {
  const { path, port, intervalSec, timeoutSec, healthyThreshold, unhealthyThreshold, matcher } = given;
  return [
    ...matching(problems.healthCheckPath, path, PATH),
    ...inRange(limits.healthCheckPort, port),
    ...inRange(limits.healthCheckInterval, intervalSec),
    ...inRange(limits.healthCheckTimeout, timeoutSec),
    ...inRange(limits.healthCheckThreshold, healthyThreshold, "healthCheck.healthyThreshold"),
    ...inRange(limits.healthCheckThreshold, unhealthyThreshold, "healthCheck.unhealthyThreshold"),
    ...requireThat(
      matcher === undefined || isMatcher(matcher),
      problems.healthCheckMatcher,
      JSON.stringify(matcher),
    ),
  ];
}

/** Both are known or have their default: the timeout has to be the shorter one. */
export function timeoutFaults(intervalSec: number | undefined, timeoutSec: number | undefined): Fault[] {
  const holds = intervalSec === undefined || timeoutSec === undefined || timeoutSec < intervalSec;
  return requireThat(holds, problems.healthCheckTimeoutTooLong, `${timeoutSec} of ${intervalSec} seconds`);
}

function isMatcher(text: string): boolean {
  return text.split(",").every((part) => {
    const [, low, high = low] = /^(\d{3})(?:-(\d{3}))?$/.exec(part) ?? [];
    return Number(low) >= 200 && Number(high) <= 499 && Number(low) <= Number(high);
  });
}
