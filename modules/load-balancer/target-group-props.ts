import type { LbTargetGroupConfig } from "@cdktf/provider-aws/lib/lb-target-group";
import type { Fault } from "../errors";
import { inRange, limits, matching, problems, requireThat } from "../errors";
import type { VpcNetwork } from "../network";
import { HEALTH_CHECK_DEFAULTS, healthCheckFaults, timeoutFaults, type HealthCheck } from "./health-check";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
const NAME = /^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/;
const PROTOCOLS = ["HTTP", "HTTPS"] as const;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html */
const ALGORITHMS = ["round_robin", "least_outstanding_requests", "weighted_random"] as const;
/** The load balancer's own cookies have names that begin so. */
const COOKIE = /^(?!AWSALB)[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/;

export interface TargetGroupProps {
  readonly network: VpcNetwork;

  /** Port that the targets listen on, 1 to 65535. A change replaces the target group. */
  readonly port: number;

  /**
   * Exact name, 1 to 32 letters, digits and hyphens, unique in the region. AWS has no two groups of one name, so
   * when a change (port, protocol, VPC) replaces the group, its listeners and routes are replaced with it and the door
   * is shut for some seconds. A generated name replaces without a gap.
   * @default a name generated from the construct's id
   */
  readonly name?: string;

  /**
   * How targets are asked whether they are well.
   * @default GET / on the traffic port: 200 within 5 s, every 30 s
   */
  readonly healthCheck?: HealthCheck;

  /**
   * Seconds that a leaving target may take to finish its requests, 0 to 3600.
   * @default 30
   */
  readonly deregistrationDelaySec?: number;

  /**
   * Seconds that a client stays with the target that it got first, 1 to 604800, by a cookie.
   * @default any target gets the next request
   */
  readonly stickinessSec?: number;

  /**
   * Name of a cookie that the program sets itself: who has it stays, for `stickinessSec`.
   * @default a cookie of the load balancer's own
   */
  readonly stickinessCookieName?: string;

  /**
   * Seconds over which a new target's share of the requests grows, 30 to 900, or 0 for none.
   * @default 0
   */
  readonly slowStartSec?: number;

  /**
   * Who gets the next request: each in turn, the one with the fewest in work, or anyone at random.
   * @default "round_robin"
   */
  readonly algorithm?: (typeof ALGORITHMS)[number];

  /**
   * What the load balancer speaks with the targets and their health check. For `HTTPS` the container needs a certificate,
   * which may be self-signed: it is not checked. A change replaces the target group.
   * @default "HTTP"
   */
  readonly protocol?: (typeof PROTOCOLS)[number];
}

type Times = Required<Pick<HealthCheck, "intervalSec" | "timeoutSec">>;

/** What is wrong with a target group's own props; what is undefined has a default or is not known yet. */
export function targetGroupFaults(
  given: TargetGroupProps,
  known: Partial<TargetGroupProps>,
  times: Partial<Times>,
): Fault[] {
  const { name, port, deregistrationDelaySec, healthCheck, protocol } = known;
  return [
    ...matching(problems.targetGroupName, name, NAME),
    ...inRange(limits.targetGroupPort, port),
    ...inRange(limits.deregistrationDelay, deregistrationDelaySec),
    ...healthCheckFaults(healthCheck ?? {}),
    ...timeoutFaults(times.intervalSec, times.timeoutSec),
    ...requireThat(
      protocol === undefined || PROTOCOLS.includes(protocol),
      problems.targetGroupProtocol,
      protocol,
    ),
    ...balancingFaults(known),
    ...requireThat(
      given.stickinessCookieName === undefined || given.stickinessSec !== undefined,
      problems.stickinessCookieName,
      "a name without stickinessSec",
    ),
  ];
}

/** A time that is left out takes its default, as far as it is known. */
export function checkTimes(check: HealthCheck | undefined): Times {
  const { intervalSec, timeoutSec } = HEALTH_CHECK_DEFAULTS;
  return { intervalSec: check?.intervalSec ?? intervalSec, timeoutSec: check?.timeoutSec ?? timeoutSec };
}

/** How requests are shared out, as Terraform has it; nothing of what was not asked for. */
export function balancingOf(props: TargetGroupProps): Partial<LbTargetGroupConfig> {
  const { stickinessSec: cookieDuration, stickinessCookieName: cookieName, slowStartSec, algorithm } = props;
  const cookie = cookieName === undefined ? { type: "lb_cookie" } : { type: "app_cookie", cookieName };
  return {
    ...(cookieDuration === undefined ? {} : { stickiness: { enabled: true, cookieDuration, ...cookie } }),
    ...(slowStartSec === undefined ? {} : { slowStart: slowStartSec }),
    ...(algorithm === undefined ? {} : { loadBalancingAlgorithmType: algorithm }),
  };
}

/** A slow start needs each in turn: the other ways look at what is in work, or at nothing. */
function balancingFaults(known: Partial<TargetGroupProps>): Fault[] {
  const { stickinessSec, stickinessCookieName, slowStartSec, algorithm } = known;
  const isKnownWay = algorithm === undefined || ALGORITHMS.includes(algorithm);
  const isAlone = (slowStartSec ?? 0) === 0 || (algorithm ?? "round_robin") === "round_robin";
  return [
    ...inRange(limits.stickiness, stickinessSec),
    ...matching(problems.stickinessCookieName, stickinessCookieName, COOKIE),
    ...(slowStartSec === 0 ? [] : inRange(limits.slowStart, slowStartSec)),
    ...requireThat(isKnownWay, problems.balancingAlgorithm, algorithm),
    ...requireThat(isAlone || !isKnownWay, problems.slowStartAlgorithm, algorithm),
  ];
}
