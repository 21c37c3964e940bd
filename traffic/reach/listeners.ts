import { ifKnown, UNKNOWN } from "../model";
import type {
  Action,
  Forwarder,
  ForwardTarget,
  Known,
  Listener,
  ListenerRule,
  Registration,
  TargetGroup,
} from "../model";
import type { DoorParty, ServiceParty } from "./parties";
import { exists, listed, passed, portText, stopped, unsure } from "./step";
import type { Asked, Step, Trail } from "./step";
import { toTasks, type Goal } from "./targets";

const LISTENERS: readonly Asked[] = [
  { of: "aws_lb_listener", attribute: "load_balancer_arn" },
  { of: "aws_lb_listener", attribute: "port" },
];
const RULES: Asked = { of: "aws_lb_listener_rule", attribute: "listener_arn" };

/** Listeners of a load balancer that take a port, and what can't be said about others. */
export function listenersOn(door: DoorParty, port: Known<number>): { found: Listener[]; otherwise: Step } {
  const { listeners, mayHaveOtherListeners: isOpen } = door.part;
  const found = listeners.filter((one) => one.protocol !== "UDP" && (port === UNKNOWN || one.port === port));
  const ports = listeners.map((one) => portText(one.port));
  const hasUnknown = listeners.some((one) => one.port === UNKNOWN);
  const what =
    ports.length === 0 ? "has no listener" : `listens on ${listed(ports)}, not on ${portText(port)}`;
  const otherwise =
    isOpen || hasUnknown
      ? unsure(`${door.name} has a listener on ${portText(port)}`, ...LISTENERS)
      : stopped(`${door.name} ${what}`, `add a listener on ${portText(port)}`);
  return { found, otherwise };
}

/** Every way from a listener to a service, one for each action that forwards to it; otherwise why there is none. */
export function forwards(listener: Listener, door: DoorParty, goal: Goal): Trail[] {
  const { to } = goal;
  const ways = waysOf(listener).flatMap((way) => trailsOf(way, door, goal));
  const others = listener.mayHaveOtherRules
    ? [[unsure(`another rule of ${nameOf(listener)} forwards to ${to.name}`, RULES)]]
    : [];
  const trails = [...ways, ...others].map((trail) => [...exists(listener), ...trail]);
  return trails.length > 0 ? trails : [[nowhere(listener, to)]];
}

export function nameOf({ protocol, port }: Listener): string {
  return `listener ${protocol === UNKNOWN ? "" : `${protocol}:`}${portText(port)}`;
}

/** What a listener does if no rule takes the request, for whom it is the end of the way. */
export function answer(listener: Listener): Step[] {
  const targets = waysOf(listener).flatMap(({ action }) => (action.kind === "forward" ? action.targets : []));
  const groups = targets.flatMap(({ group }) => (group === UNKNOWN ? [] : [group]));
  const empty = groups.filter(isEmpty).map(({ name }) => name);
  const does = listed(listener.defaultActions.map(doing));
  return [
    passed(`${nameOf(listener)} ${does}`),
    ...(empty.length === 0
      ? []
      : [passed(`nobody is registered with ${listed(empty)}: requests to it get a 503`)]),
  ];
}

interface Way {
  readonly by: Forwarder;
  readonly label: string;
  readonly action: Action;
}

function waysOf(listener: Listener): Way[] {
  const own = listener.defaultActions.map((action) => ({ by: listener, label: nameOf(listener), action }));
  const last = listener.rules.findIndex(takesAll);
  const reached = last < 0 ? listener.rules : listener.rules.slice(0, last + 1);
  const ruled = reached.flatMap((rule) => {
    const priority = ifKnown(rule.priority ?? UNKNOWN);
    const label = `${nameOf(listener)}, rule ${priority ?? rule.name}`;
    return rule.actions.map((action) => ({ by: rule, label, action }));
  });
  return last < 0 ? [...ruled, ...own] : ruled;
}

/** A rule without any real condition: whatever comes after it is never reached. */
function takesAll({ many, priority, conditions }: ListenerRule): boolean {
  if (many || typeof priority !== "number" || conditions === UNKNOWN) return false;
  return conditions.every(({ field, values }) => {
    const isAnywhere = field === "path-pattern" || field === "host-header";
    return isAnywhere && values !== UNKNOWN && values.some((one) => one === "*" || one === "/*");
  });
}

function trailsOf({ by, label, action }: Way, door: DoorParty, goal: Goal): Trail[] {
  const { to } = goal;
  if (action.kind === "unknown") return [[unsure(`${label} forwards to ${to.name}`, ...actionsOf(by))]];
  if (action.kind !== "forward") return [];
  return action.targets.flatMap((target) =>
    registrationsOf(to, target.group).map((as) =>
      as === UNKNOWN || target.group === UNKNOWN
        ? [unsure(`${label} forwards to a target group of ${to.name}`, ...actionsOf(by), registered(to))]
        : [...exists(by), sends(label, target), ...toTasks(door, target.group, goal, as)],
    ),
  );
}

function actionsOf({ address }: Forwarder): Asked[] {
  return ["default_action", "action"].map((attribute) => ({ of: address, attribute }));
}

function registered({ part }: ServiceParty): Asked {
  return { of: part.address, attribute: "load_balancer" };
}

/** UNKNOWN is a registration that may be, or that may be with this group. */
function registrationsOf({ part }: ServiceParty, group: Known<TargetGroup>): Known<Registration>[] {
  if (part.registrations === UNKNOWN) return [UNKNOWN];
  const found = part.registrations.filter((one) => one.targetGroup === group);
  if (group !== UNKNOWN && found.length > 0) return found;
  const isOpen = group === UNKNOWN ? part.registrations.length > 0 : part.registrations.some(isUnclear);
  return isOpen ? [UNKNOWN] : [];
}

function isUnclear({ targetGroup }: Registration): boolean {
  return targetGroup === UNKNOWN;
}

function sends(label: string, { group, weight }: ForwardTarget): Step {
  const name = group === UNKNOWN ? "a target group" : group.name;
  if (weight === 0)
    return stopped(`${label} sends nothing to ${name}: its weight is 0`, "give it a weight above 0");
  return passed(`${label} forwards to ${name}`);
}

/** Why no action leads to a service. */
function nowhere(listener: Listener, to: ServiceParty): Step {
  const actions = waysOf(listener).map(({ action }) => action);
  const groups = actions.flatMap((action) => (action.kind === "forward" ? action.targets : []));
  const names = groups.flatMap(({ group }) => (group === UNKNOWN ? [] : [group.name]));
  if (names.length === 0)
    return stopped(
      `${nameOf(listener)} forwards to nobody: it ${listed(actions.map(doing))}`,
      `forward to the target group of ${to.name}, or connect to where it sends its clients`,
    );
  const own = (ifKnown(to.part.registrations) ?? []).flatMap((one) => ifKnown(one.targetGroup)?.name ?? []);
  const where = own.length === 0 ? "with no target group" : `with ${listed(own)} only`;
  return stopped(
    `${nameOf(listener)} forwards to ${listed(names)}, and ${to.name} is registered ${where}`,
    `register ${to.name} with ${listed(names, "or")} (load_balancer of its service), or forward to a group that it is registered with`,
  );
}

function isEmpty({ services, attachments, mayHaveOtherTargets }: TargetGroup): boolean {
  return services.length === 0 && attachments === 0 && !mayHaveOtherTargets;
}

function doing(action: Action): string {
  const text = (part: Known<string> | undefined): string => ifKnown(part ?? UNKNOWN) ?? "";
  switch (action.kind) {
    case "forward":
      return `forwards to ${listed(action.targets.map(({ group }) => ifKnown(group)?.name ?? "a target group"))}`;
    case "redirect":
      return `redirects to ${text(action.protocol)}:${text(action.port)}`;
    case "fixed-response":
      return `answers ${text(action.statusCode)} itself`;
    case "authenticate":
      return `asks for a login with ${action.with}`;
    case "unknown":
      return "does what is not known yet";
  }
}
