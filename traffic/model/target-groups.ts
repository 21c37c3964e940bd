import { at, UNKNOWN, type Resource } from "../terraform";
import { block, flag, number, text, written } from "./attributes";
import type { Forwarder } from "./forwarding";
import type { Vpc } from "./network";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { Service } from "./services";
import type { Known } from "./truth";

export interface TargetGroup extends Part {
  readonly vpc: Known<Vpc>;
  /** Undefined for a Lambda function. */
  readonly port: Known<number> | undefined;
  readonly protocol: Known<string> | undefined;
  /** `instance`, `ip`, `lambda` or `alb`. */
  readonly targetType: Known<string>;
  readonly healthCheck: HealthCheck;
  /** True if nobody but AWS may reuse its name while it lives. */
  readonly hasFixedName: Known<boolean>;
  /** Known in synthesized JSON only: plans and states don't say. */
  readonly isCreatedBeforeDestroyed: Known<boolean>;
  /** Listeners and rules that send to it. */
  readonly forwarders: readonly Forwarder[];
  /** True if something that this file does not show may send to it. */
  readonly mayHaveOtherForwarders: boolean;
  /** Services that register their tasks with it. */
  readonly services: readonly Service[];
  /** Targets that are attached one by one. */
  readonly attachments: number;
  /** True if targets may be registered that this file does not show, by an Auto Scaling group for one. */
  readonly mayHaveOtherTargets: boolean;
}

export interface HealthCheck {
  readonly isEnabled: Known<boolean>;
  readonly path: Known<string> | undefined;
  readonly port: Known<number> | "traffic-port";
  readonly protocol: Known<string> | undefined;
  readonly intervalSec: Known<number>;
  readonly timeoutSec: Known<number> | undefined;
  readonly matcher: Known<string> | undefined;
}

export function targetGroup(resource: Resource, parts: Parts): TargetGroup {
  const { values, isData } = resource;
  const part = partOf(resource);
  const forwarders = once(() => parts.forwarding.forwardersOf(self));
  const self: TargetGroup = {
    ...part,
    get vpc() {
      return parts.vpcs.one(values.vpc_id) ?? UNKNOWN;
    },
    port: number(values.port),
    protocol: text(values.protocol),
    targetType: text(written(resource, "target_type")) ?? (isData === true ? UNKNOWN : "instance"),
    healthCheck: healthCheck(resource),
    hasFixedName: hasFixedName(resource),
    isCreatedBeforeDestroyed: createsFirst(resource, parts.kind),
    get forwarders() {
      return forwarders();
    },
    get mayHaveOtherForwarders() {
      return part.open || isShifted(self, parts) || parts.forwarding.mayHaveOthers(self) || isApart(parts);
    },
    get services() {
      return parts.owned.targets.of(self);
    },
    get attachments() {
      return parts.owned.attachments.of(self).length;
    },
    get mayHaveOtherTargets() {
      const maybe = [...parts.owned.attachments.maybeOf(self), ...parts.owned.targets.maybeOf(self)];
      return part.open || isShifted(self, parts) || maybe.length > 0 || isWithoutServices(parts);
    },
  };
  return self;
}

/** Whoever moves traffic between target groups changes listeners, rules and targets by itself. */
function isShifted(self: TargetGroup, { owned }: Parts): boolean {
  return owned.shifts.of(self).length > 0 || owned.shifts.maybeOf(self).length > 0;
}

/** Where no load balancer is made, listeners are made elsewhere. */
function isApart({ loadBalancers }: Parts): boolean {
  return loadBalancers.all.every(({ open }) => open);
}

/** Plans and states of a platform have the groups, and those of its users register with them. */
function isWithoutServices({ services, kind }: Parts): boolean {
  return kind !== "synthesized" && services.all.length === 0;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html */
function healthCheck(resource: Resource): HealthCheck {
  const found = block(written(resource, "health_check"));
  const { port, protocol, ...rest } = typeof found === "symbol" ? {} : (found ?? {});
  const unset = found === UNKNOWN ? UNKNOWN : undefined;
  const asked = text(port);
  return {
    isEnabled: flag(rest.enabled) ?? unset ?? true,
    path: text(rest.path) ?? unset,
    port:
      asked === undefined || asked === "traffic-port" ? (unset ?? "traffic-port") : (number(port) ?? UNKNOWN),
    protocol: text(protocol) ?? unset,
    intervalSec: number(rest.interval) ?? unset ?? 30,
    timeoutSec: number(rest.timeout) ?? unset,
    matcher: text(rest.matcher) ?? unset,
  };
}

/** Without a name, or with a prefix, the provider makes one up. */
function hasFixedName({ values, unset }: Resource): Known<boolean> {
  const name = text(values.name);
  if (unset?.has("name") === true || text(values.name_prefix) !== undefined) return false;
  return name === UNKNOWN ? UNKNOWN : name !== undefined;
}

function createsFirst({ values }: Resource, kind: Parts["kind"]): Known<boolean> {
  if (kind !== "synthesized" || values.lifecycle === UNKNOWN) return UNKNOWN;
  return flag(at(values.lifecycle, "create_before_destroy")) ?? false;
}
