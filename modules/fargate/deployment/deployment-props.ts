import type { IConstruct } from "constructs";
import type { LoadBalancer } from "../../load-balancer";

/** How a new version takes over. All but rolling need provider 6: blue-green 6.4, linear and canary 6.21. */
export const STRATEGIES = {
  rolling: "ROLLING",
  "blue-green": "BLUE_GREEN",
  linear: "LINEAR",
  canary: "CANARY",
} as const;
export type Strategy = keyof typeof STRATEGIES;

/** An alarm by its name, such as an `Alarm`. */
export interface DeploymentAlarm {
  readonly alarmName: string;
}

/** A listener whose requests are shifted from the old tasks to the new ones, such as an `HttpListener`. */
export interface ShiftedListener extends IConstruct {
  readonly arn: string;
  readonly loadBalancer: LoadBalancer;
  /** Whether it only sends browsers on to HTTPS: then there is no traffic to shift. */
  readonly isRedirecting?: boolean;
}

/**
 * How a new version of a service takes the place of the old one, and what sends it back. Whatever the strategy, an apply
 * ends when the new tasks are well, and fails if ECS went back to the old ones.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export interface Deployment {
  /**
   * `rolling` replaces tasks some at a time. `blue-green` starts a second set beside the first and moves all traffic at
   * once, `linear` in equal steps, `canary` first a small share and then the rest; while both sets run, both are paid.
   * @default "rolling"
   */
  readonly strategy?: Strategy;

  /**
   * Share of the desired tasks that stays healthy in a rolling deployment, 0 to 100 percent, rounded up.
   * @default 100: no old task goes before a new one is well
   */
  readonly minimumHealthyPercent?: number;

  /**
   * Share of the desired tasks that runs at the most in a rolling deployment, 100 to 200 percent, rounded down.
   * @default 200
   */
  readonly maximumPercent?: number;

  /**
   * Answers of 5xx a minute by the tasks behind a target group above which, in two minutes of three, a deployment is
   * rolled back. The alarm costs 0.10 USD a month beyond an account's first ten (us-east-1).
   * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
   * @default 10
   */
  readonly serverErrorsPerMin?: number;

  /**
   * Further alarms that roll a deployment back.
   * @default none
   */
  readonly alarms?: readonly DeploymentAlarm[];

  /**
   * With true no alarm rolls a deployment back: a version whose tasks are well, and answer 5xx, stays. The alarms stay
   * as well, for people.
   * @default false
   */
  readonly unwatched?: boolean;

  /**
   * The listener whose requests are shifted; every strategy but rolling needs it.
   * @default none
   */
  readonly listener?: ShiftedListener;

  /**
   * Paths of the requests that are the service's, as patterns in which * stands for any text, up to 5.
   * @default ["/*"], all of them
   */
  readonly paths?: readonly string[];

  /**
   * Place of the service's rule among the listener's, 1 to 50000, lowest first.
   * @default 50000, the last
   */
  readonly rulePriority?: number;

  /**
   * Minutes that the old tasks stay ready after all traffic has moved, 0 to 1440: until then the way back takes seconds.
   * @default 5
   */
  readonly bakeTimeMin?: number;

  /**
   * Share of the traffic, in percent, that each step (linear, 3 to 100) or the first step (canary, 0.1 to 100) moves.
   * @default 10
   */
  readonly stepPercent?: number;

  /**
   * Minutes between two steps, 0 to 1440.
   * @default 5
   */
  readonly stepBakeTimeMin?: number;
}
