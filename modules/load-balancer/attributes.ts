import type { Fault } from "../errors";
import { inRange, limits, problems, requireThat } from "../errors";
import type { AccessLogs } from "./access-logs";

/** How a load balancer treats requests that servers could understand in two ways, in AWS's words. */
const DESYNC_MODES = { defensive: "defensive", strictest: "strictest", "unsafe-monitor": "monitor" } as const;

/** What can be set, and changed in place, on any load balancer. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes */
export interface LoadBalancerAttributes {
  /**
   * Seconds that a connection may be silent, 1 to 4000. Keep the targets' own keep-alive longer, or some requests
   * meet a connection that was just closed (502).
   * @default 60
   */
  readonly idleTimeoutSec?: number;

  /**
   * Seconds after which a client has to connect anew, however busy it is, 60 to 604800.
   * @default 3600, AWS's own
   */
  readonly clientKeepAliveSec?: number;

  /**
   * What happens to requests that do not comply with RFC 7230: `defensive` closes connections that could be used for
   * request smuggling, `strictest` lets only compliant requests pass, `unsafe-monitor` lets all pass and counts.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/desync-mitigation-mode.html
   * @default "defensive", AWS's own
   */
  readonly desyncMitigationMode?: keyof typeof DESYNC_MODES;

  /**
   * Passes the Host header on to targets unchanged.
   * @default false: AWS may add the port
   */
  readonly preserveHostHeader?: boolean;

  /**
   * Lets Application Recovery Controller move traffic away from a zone that is in trouble, free of charge.
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/zonal-shift.html
   * @default false
   */
  readonly zonalShift?: boolean;

  /**
   * Refuses to be destroyed or replaced: a plan that would do so fails, before anything is touched. To destroy, set it
   * to false, deploy, and destroy then.
   * @default false
   */
  readonly deletionProtection?: boolean;

  /**
   * Writes every request to a bucket: `true` for a bucket of its own, or where and how. What is stored costs 0.023 USD a
   * GB and month (us-east-1). https://aws.amazon.com/s3/pricing/
   * @default false
   */
  readonly accessLogs?: boolean | AccessLogs;
}

/** The attributes as Terraform has them; what was not chosen is left to AWS, and to who has a deployed stack. */
export function attributesOf(given: LoadBalancerAttributes) {
  const { clientKeepAliveSec, desyncMitigationMode: mode, preserveHostHeader, zonalShift } = given;
  return {
    idleTimeout: given.idleTimeoutSec ?? limits.idleTimeout.default,
    dropInvalidHeaderFields: true,
    ...(clientKeepAliveSec === undefined ? {} : { clientKeepAlive: clientKeepAliveSec }),
    ...(mode === undefined ? {} : { desyncMitigationMode: DESYNC_MODES[mode] ?? mode }),
    ...(preserveHostHeader === undefined ? {} : { preserveHostHeader }),
    ...(zonalShift === undefined ? {} : { enableZonalShift: zonalShift }),
    ...(given.deletionProtection === true
      ? { enableDeletionProtection: true, lifecycle: { preventDestroy: true } }
      : {}),
  };
}

/** What is wrong with attributes; what is undefined has a default or is not known yet. */
export function attributeFaults(given: Partial<LoadBalancerAttributes>): Fault[] {
  const { idleTimeoutSec, clientKeepAliveSec, desyncMitigationMode: mode } = given;
  return [
    ...inRange(limits.idleTimeout, idleTimeoutSec),
    ...inRange(limits.clientKeepAlive, clientKeepAliveSec),
    ...requireThat(
      mode === undefined || Object.hasOwn(DESYNC_MODES, mode),
      problems.desyncMitigationMode,
      mode,
    ),
  ];
}
