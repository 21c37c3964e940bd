import {
  UNKNOWN,
  type Landscape,
  type LoadBalancer,
  type Service,
  type TargetGroup,
} from "../../traffic/model";
import { mayHaveUnseenDoor } from "../../traffic/reach";
import { forwardOf } from "./forwards";
import { closed, directArrival, whyNot } from "./passages";
import { portsOf } from "./ports";
import type { Entry, Lane, Passage } from "./scene";
import { tasksOf, type DefaultCounts } from "./tasks";
import { rowOf, zonesOfAll } from "./zones";

/** More load balancers than these that do not lead to a service are said in one line. */
const MOST_CLOSED_DOORS = 2;

/** Services and target groups without one, in no particular order. */
export function lanesOf(
  scenery: Landscape,
  zones: readonly string[],
  defaults: DefaultCounts,
): readonly Lane[] {
  const empty = scenery.targetGroups.filter(({ services }) => services.length === 0);
  return [
    ...scenery.services.map((one) => serviceLane(one, scenery, zones, defaults)),
    ...empty.map((group) => emptyLane(group)),
  ];
}

function serviceLane(
  service: Service,
  scenery: Landscape,
  zones: readonly string[],
  defaults: DefaultCounts,
): Lane {
  const registrations = service.registrations === UNKNOWN ? [] : service.registrations;
  const forwards = registrations.flatMap(({ targetGroup, containerPort }) =>
    targetGroup === UNKNOWN ? [] : forwardOf(targetGroup, service, containerPort),
  );
  const direct = directArrival(service, portsOf(service));
  const isShown = forwards.length === 0 || direct.way === "open";
  return {
    id: service.address,
    row: rowOf(service.subnets),
    forwards,
    entries: isShown ? entriesOf(service, scenery, direct, forwards.length > 0) : [],
    service: {
      name: service.name,
      groups: service.securityGroups.all.map(({ name }) => name),
      lock: direct.way === "closed" ? direct.because : undefined,
      leavesDirectly: rowOf(service.subnets) === "public" && service.assignsPublicAddresses === true,
      tasks: tasksOf(service, zonesOfAll(service.subnets, zones), defaults),
    },
    notice: undefined,
  };
}

/** Those who would like to come in without a target group. */
function entriesOf(
  service: Service,
  { loadBalancers }: Landscape,
  direct: Passage,
  isForwardedTo: boolean,
): readonly Entry[] {
  const port = portsOf(service).join(", ");
  const internet: Entry = { from: "internet", id: "internet", port, passage: direct };
  const facing = loadBalancers.filter(({ isInternetFacing }) => isInternetFacing !== false);
  if (isForwardedTo) return [internet];
  if (facing.length <= MOST_CLOSED_DOORS)
    return [internet, ...facing.map((door) => closedDoor(door, service, port))];
  const all = `${facing.length} load balancers`;
  const passage = mayHaveUnseenDoor(service) ? UNSEEN : closed("no target group leads here");
  return [internet, { from: all, id: "", port, passage }];
}

const UNSEEN: Passage = { way: "unknown", because: "its target group is not known from this file" };

/** A load balancer sends nothing where no target group leads, whatever the security groups say. */
function closedDoor(door: LoadBalancer, service: Service, port: string): Entry {
  const from = { groups: door.securityGroups, subnets: door.subnets };
  const because = whyNot(from, service, portsOf(service));
  const base = { from: door.name, id: door.address, port };
  if (because === undefined && mayHaveUnseenDoor(service)) return { ...base, passage: UNSEEN };
  return { ...base, passage: closed(because ?? "no target group leads here") };
}

function emptyLane(group: TargetGroup): Lane {
  const { attachments, mayHaveOtherTargets } = group;
  const isAsked = group.forwarders.length > 0;
  return {
    id: group.address,
    row: "private",
    forwards: forwardOf(group, undefined, group.port ?? UNKNOWN),
    entries: [],
    service: undefined,
    notice:
      attachments > 0
        ? "targets that are no ECS service"
        : mayHaveOtherTargets
          ? "targets not known from this file"
          : isAsked
            ? "nobody is registered yet: 503"
            : "nobody is registered",
  };
}
