import { UNKNOWN, type Known } from "../model";
import { listsFromInternet } from "./access-lists";
import { throughGateway } from "./gateways";
import { admits } from "./group-rules";
import { filtersNothing, hop } from "./hop";
import { answer, forwards, listenersOn } from "./listeners";
import { toInternet } from "./outside";
import { INTERNET, type DoorParty, type InsideParty, type Internet, type ServiceParty } from "./parties";
import { exists, unsure, type Step, type Trail } from "./step";

/** Every way through a load balancer to a service. */
export function throughDoor(door: DoorParty, port: Known<number>, to: ServiceParty): Trail[] {
  const { found, otherwise } = listenersOn(door, port);
  if (found.length === 0) return [[...arrival(door), otherwise, ...entry(door, port)]];
  return found
    .flatMap((listener) => forwards(listener, door, { to, taskPort: UNKNOWN }))
    .map((trail) => [...arrival(door), ...entry(door, port), ...trail]);
}

/** Every way to a listener of a load balancer. */
export function toDoor(from: Internet | InsideParty, door: DoorParty, port: Known<number>): Trail[] {
  const { found, otherwise } = listenersOn(door, port);
  const way =
    from.kind === "internet" ? [...arrival(door), ...entry(door, port)] : fromInside(from, door, port);
  if (found.length === 0) return [[otherwise, ...way]];
  return found.map((listener) => [...way, ...exists(listener), ...answer(listener)]);
}

/** From a load balancer to a service: it opens connections to its targets, and to nobody else. */
export function fromDoor(door: DoorParty, to: ServiceParty, taskPort: Known<number>): Trail[] {
  const trails = door.part.listeners.flatMap((listener) => forwards(listener, door, { to, taskPort }));
  const { otherwise } = listenersOn(door, UNKNOWN);
  const isOpen = door.part.mayHaveOtherListeners;
  const all = trails.length === 0 || isOpen ? [...trails, [otherwise]] : trails;
  return all.map((trail) => [...exists(door.part), ...trail]);
}

/** To its addresses. */
function arrival(door: DoorParty): Step[] {
  if (door.part.mayHaveOtherEntrance)
    return [
      ...exists(door.part),
      unsure(`an API, a distribution or an accelerator in this file leads to ${door.name}`),
    ];
  return [...exists(door.part), facesInternet(door), ...throughGateway(door)];
}

/** Past whatever filters what arrives. */
function entry(door: DoorParty, port: Known<number>): Step[] {
  if (door.part.mayHaveOtherEntrance) return [];
  const lists = listsFromInternet(door.subnets, door.name, port);
  return filtersNothing(door) ? lists : [...lists, admits(door, port, INTERNET)];
}

/** The name of an internet-facing load balancer leads to its public addresses, from inside as well. */
function fromInside(from: InsideParty, door: DoorParty, port: Known<number>): Step[] {
  const isPublic = door.part.isInternetFacing;
  if (isPublic === true && from.kind !== "security-group")
    return [...toInternet(from, port), ...arrival(door), ...entry(door, port)];
  const within = [...exists(door.part), ...hop(from, door, port)];
  return isPublic === UNKNOWN ? [...within, { ...facesInternet(door), holds: UNKNOWN }] : within;
}

function facesInternet({ name, part }: DoorParty): Step {
  return {
    holds: part.isInternetFacing,
    passed: `${name} is internet-facing`,
    cause: `${name} is internal: its addresses are private`,
    fix: "set internal to false",
    question: `${name} is internet-facing`,
  };
}
