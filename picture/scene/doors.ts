import {
  forwardedTo,
  letsPass,
  UNKNOWN,
  type Action,
  type Condition,
  type Known,
  type Landscape,
  type Listener,
  type ListenerRule,
  type LoadBalancer,
} from "../../traffic/model";
import { arrivalAt } from "./passages";
import type { Door, ListenerMark } from "./scene";
import { counted, endOf, listed, say, unique } from "./wording";
import { rowOf } from "./zones";

/** Ports that a visitor would try. */
const USUAL_PORTS = [80, 443];

export function doorsOf({ loadBalancers }: Landscape): readonly Door[] {
  return loadBalancers.map((one) => ({
    id: one.address,
    name: one.name,
    row: rowOf(one.subnets),
    scheme: schemeOf(one),
    isInternetFacing: one.isInternetFacing === true,
    groups: one.securityGroups.all.map(({ name }) => name),
    listeners: one.listeners.map((listener) => listenerMark(listener, one)),
    idlePorts: idlePortsOf(one),
  }));
}

function schemeOf({ isInternetFacing, kind }: LoadBalancer): string {
  const scheme = isInternetFacing === UNKNOWN ? "" : isInternetFacing ? "internet-facing " : "internal ";
  return `${scheme}${kind === "network" || kind === "gateway" ? `${kind} ` : ""}load balancer`;
}

function listenerMark(listener: Listener, door: LoadBalancer): ListenerMark {
  const answering = listener.rules.filter(({ actions }) => forwardedTo(actions).length === 0);
  return {
    label: endOf(listener.protocol, listener.port),
    port: say(listener.port),
    does: doneBy(listener),
    answers: answering.map((rule) => `${ruleName(rule)}: ${actionsIn(rule.actions)}`),
    arrival: door.isInternetFacing === true ? arrivalAt(door, listener.port) : undefined,
  };
}

function doneBy({ rules, defaultActions }: Listener): string {
  const last = actionsIn(defaultActions);
  return rules.length === 0 ? last : `${counted(rules.length, "rule")}, otherwise ${last}`;
}

function actionsIn(actions: readonly Action[]): string {
  return actions.map(actionName).join(", then ") || "nothing";
}

function actionName(action: Action): string {
  switch (action.kind) {
    case "forward":
      return `to ${listed(action.targets.map(({ group }) => (group === UNKNOWN ? "?" : group.name)))}`;
    case "redirect": {
      const end = endOf(action.protocol, numberIn(action.port));
      return `redirect${end === "" ? "" : ` to ${end}`}`;
    }
    case "fixed-response":
      return `answer ${say(action.statusCode)}`;
    case "authenticate":
      return `login by ${action.with}`;
    default:
      return "?";
  }
}

function numberIn(port: Known<string> | undefined): Known<number> | undefined {
  return typeof port === "string" ? Number(port) : port;
}

/** `10 /orders/*`. */
function ruleName({ priority, conditions }: ListenerRule): string {
  return [say(priority), conditionNames(conditions)].filter(Boolean).join(" ");
}

export function conditionNames(conditions: ListenerRule["conditions"]): string {
  return conditions === UNKNOWN ? "?" : conditions.map(conditionName).join(" and ");
}

function conditionName({ field, values }: Condition): string {
  const says = values === UNKNOWN ? "?" : listed(values, 4);
  switch (field) {
    case "path-pattern":
    case "host-header":
    case "http-request-method":
      return says;
    default:
      return `${field.replace("http-header ", "")} ${says}`;
  }
}

/** Of the ports that everybody tries, those that are open although nobody listens there. */
function idlePortsOf(door: LoadBalancer): readonly string[] {
  if (door.isInternetFacing !== true || door.mayHaveOtherListeners) return [];
  const taken = unique(door.listeners.map(({ port }) => port));
  if (taken.includes(UNKNOWN)) return [];
  return USUAL_PORTS.filter(
    (port) => !taken.includes(port) && letsPass(door.securityGroups, "ingress", port, "internet") === true,
  ).map(String);
}
