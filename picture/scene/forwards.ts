import {
  forwardedTo,
  listenerOf,
  UNKNOWN,
  type Forwarder,
  type HealthCheck,
  type Known,
  type LoadBalancer,
  type Service,
  type TargetGroup,
} from "../../traffic/model";
import { conditionNames } from "./doors";
import { between, closed, OPEN } from "./passages";
import type { Forward, Passage, RouteMark, TargetMark } from "./scene";
import { endOf, say, unique } from "./wording";

/** The ways through a target group: one for each load balancer that leads to it, and one to nowhere if none does. */
export function forwardOf(
  group: TargetGroup,
  service: Service | undefined,
  port: Known<number>,
): readonly Forward[] {
  const doors = unique(group.forwarders.map(doorOf));
  const base = { target: targetMark(group), port: say(port) };
  if (doors.length === 0) {
    const passage: Passage = group.mayHaveOtherForwarders
      ? { way: "unknown", because: "who sends here is not known from this file" }
      : closed("no listener sends here");
    return [{ ...base, door: undefined, routes: [], passage }];
  }
  return doors.map((door) => ({
    ...base,
    door: door === UNKNOWN ? undefined : door.address,
    routes: group.forwarders.filter((one) => doorOf(one) === door).map((one) => routeMark(one, group)),
    passage: passageTo(door, service, port),
  }));
}

function passageTo(door: Known<LoadBalancer>, service: Service | undefined, port: Known<number>): Passage {
  if (service === undefined) return OPEN;
  if (door === UNKNOWN) return { way: "unknown", because: "the load balancer is not in this file" };
  const from = { groups: door.securityGroups, subnets: door.subnets };
  return between(from, { groups: service.securityGroups, subnets: service.subnets }, port);
}

function doorOf(forwarder: Forwarder): Known<LoadBalancer> {
  const listener = listenerOf(forwarder);
  return listener === UNKNOWN ? UNKNOWN : listener.loadBalancer;
}

function routeMark(forwarder: Forwarder, group: TargetGroup): RouteMark {
  const listener = listenerOf(forwarder);
  const end = listener === UNKNOWN ? "?" : endOf(listener.protocol, listener.port);
  const share = shareOf(forwarder, group);
  if ("defaultActions" in forwarder)
    return { by: end, takes: `all ${forwarder.rules.length > 0 ? "other " : ""}requests${share}` };
  const { priority, conditions } = forwarder;
  return { by: `${end}, rule ${say(priority)}`.trimEnd(), takes: `${conditionNames(conditions)}${share}` };
}

/** A group's part of the requests, if it has only a part. */
function shareOf(forwarder: Forwarder, group: TargetGroup): string {
  const actions = "defaultActions" in forwarder ? forwarder.defaultActions : forwarder.actions;
  if (forwardedTo(actions).length < 2) return "";
  const targets = actions.flatMap((one) => (one.kind === "forward" ? one.targets : []));
  const own = targets.find((one) => one.group === group)?.weight;
  return own === undefined ? "" : ` (weight ${say(own)})`;
}

function targetMark({ address, name, protocol, port, healthCheck }: TargetGroup): TargetMark {
  return { id: address, name, listens: endOf(protocol, port), health: healthName(healthCheck) };
}

function healthName({ isEnabled, path, port, protocol }: HealthCheck): string {
  if (isEnabled === false) return "no health check";
  const at = port === "traffic-port" ? "" : ` :${say(port)}`;
  if (protocol === "TCP") return `health: TCP${at}`;
  return `health: GET ${path === undefined ? "/" : say(path)}${at}`;
}
