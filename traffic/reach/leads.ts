import { UNKNOWN, type Action, type LoadBalancer, type TargetGroup } from "../model";
import type { DoorParty, ServiceParty } from "./parties";

/** Where a load balancer sends, and whether it may send elsewhere as well. */
interface Leads {
  readonly to: ReadonlySet<TargetGroup>;
  readonly isOpen: boolean;
}

/** Asked for each service about each load balancer, and found once. */
const known = new WeakMap<LoadBalancer, Leads>();

/** False if all that a load balancer sends to is known, and none of it is the service's. */
export function mayLeadTo({ part: door }: DoorParty, { part: service }: ServiceParty): boolean {
  const { registrations } = service;
  const leads = known.get(door) ?? leadsOf(door);
  known.set(door, leads);
  if (leads.isOpen || registrations === UNKNOWN) return true;
  return registrations.some(({ targetGroup }) => targetGroup === UNKNOWN || leads.to.has(targetGroup));
}

function leadsOf({ listeners, mayHaveOtherListeners }: LoadBalancer): Leads {
  const actions = listeners.flatMap(({ defaultActions, rules }) => [
    ...defaultActions,
    ...rules.flatMap((rule) => rule.actions),
  ]);
  const groups = actions.flatMap((one) =>
    one.kind === "forward" ? one.targets.map(({ group }) => group) : [],
  );
  const isOpen =
    mayHaveOtherListeners || listeners.some((one) => one.mayHaveOtherRules) || actions.some(isUnknown);
  return { to: new Set(groups.filter((one) => one !== UNKNOWN)), isOpen: isOpen || groups.includes(UNKNOWN) };
}

function isUnknown({ kind }: Action): boolean {
  return kind === "unknown";
}
