import { UNKNOWN, type Resource } from "../terraform";
import { actionsIn, type Action } from "./actions";
import { number, text, written } from "./attributes";
import type { Certificate } from "./certificates";
import { conditionsIn, type Condition } from "./conditions";
import type { LoadBalancer } from "./load-balancers";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { TargetGroup } from "./target-groups";
import type { Known } from "./truth";

export interface Listener extends Part {
  readonly loadBalancer: Known<LoadBalancer>;
  readonly port: Known<number>;
  /** HTTP, HTTPS, TCP, TLS, …; unknown if nobody wrote it. */
  readonly protocol: Known<string>;
  readonly sslPolicy: Known<string> | undefined;
  readonly certificate: Known<Certificate> | undefined;
  /** What happens to a request that no rule takes. */
  readonly defaultActions: readonly Action[];
  /** By rising priority; those whose priority is not known come last. */
  readonly rules: readonly ListenerRule[];
  /** True if it may have rules that this file does not show. */
  readonly mayHaveOtherRules: boolean;
  /** Addresses whose replacement replaces it: known in synthesized JSON only. */
  readonly replacedWith: readonly string[];
}

export interface ListenerRule extends Part {
  readonly listener: Known<Listener>;
  /** Undefined is left to AWS, which appends it. */
  readonly priority: Known<number> | undefined;
  readonly conditions: Known<readonly Condition[]>;
  readonly actions: readonly Action[];
  readonly replacedWith: readonly string[];
}

export function listener(resource: Resource, parts: Parts): Listener {
  const { values } = resource;
  const part = partOf(resource);
  const actions = once(() => actionsIn(values.default_action, parts));
  const rules = once(() =>
    [...parts.owned.listenerRules.of(self)].sort((one, other) => rank(one) - rank(other)),
  );
  const self: Listener = {
    ...part,
    get loadBalancer() {
      return parts.loadBalancers.one(values.load_balancer_arn) ?? UNKNOWN;
    },
    port: number(values.port) ?? UNKNOWN,
    protocol: text(written(resource, "protocol")) ?? UNKNOWN,
    sslPolicy: text(written(resource, "ssl_policy")),
    get certificate() {
      return parts.certificates.one(written(resource, "certificate_arn"));
    },
    get defaultActions() {
      return actions();
    },
    get rules() {
      return rules();
    },
    get mayHaveOtherRules() {
      return part.open || parts.owned.listenerRules.maybeOf(self).length > 0;
    },
    replacedWith: triggersOf(resource),
  };
  return self;
}

export function listenerRule(resource: Resource, parts: Parts): ListenerRule {
  const { values } = resource;
  const actions = once(() => actionsIn(values.action, parts));
  return {
    ...partOf(resource),
    get listener() {
      return parts.listeners.one(values.listener_arn) ?? UNKNOWN;
    },
    priority: number(written(resource, "priority")),
    conditions: conditionsIn(values.condition),
    get actions() {
      return actions();
    },
    replacedWith: triggersOf(resource),
  };
}

/** Target groups that a listener or a rule forwards to, as far as they are known. */
export function forwardedTo(actions: readonly Action[]): readonly TargetGroup[] {
  return actions
    .flatMap((one) => (one.kind === "forward" ? one.targets : []))
    .flatMap(({ group }) => (group === UNKNOWN ? [] : [group]));
}

function rank({ priority }: ListenerRule): number {
  return typeof priority === "number" ? priority : Number.MAX_SAFE_INTEGER;
}

function triggersOf({ values }: Resource): readonly string[] {
  const { lifecycle } = values;
  const triggers =
    typeof lifecycle === "object" && lifecycle !== null && "replace_triggered_by" in lifecycle
      ? lifecycle.replace_triggered_by
      : [];
  return Array.isArray(triggers) ? triggers.filter((one) => typeof one === "string").map(ownerOf) : [];
}

/** `aws_lb_target_group.a` of `aws_lb_target_group.a.arn`. */
function ownerOf(trigger: string): string {
  return trigger
    .replace(/^\$\{|\}$/g, "")
    .split(".")
    .slice(0, 2)
    .join(".");
}
