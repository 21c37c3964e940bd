import { printed } from "../printed";
import { ifKnown, listenerOf, UNKNOWN, type Known, type Landscape, type LoadBalancer } from "../model";
import { fromDoor, throughDoor, toDoor } from "./front-door";
import { mayLeadTo } from "./leads";
import { throughUnseenDoor } from "./unseen-doors";
import { admits } from "./group-rules";
import { hop } from "./hop";
import { straightToTask, toInternet } from "./outside";
import { door, partyOf, type DoorParty, type End, type InsideParty, type Internet } from "./parties";
import type { ServiceParty } from "./parties";
import { portsOfTasks, portsToTry } from "./ports";
import { best, exists, isOpenInPart, verdict, type Trail } from "./step";
import { discovery, listens } from "./tasks";

export interface Question {
  /** `"internet"`, or a service, load balancer or security group. */
  readonly from: End;
  readonly to: End;
  /**
   * TCP port that the caller connects to: through a load balancer its listener's, otherwise the container's.
   * @default any: carried if it is on one port
   */
  readonly port?: number;
}

/** What became of a question, in sentences to be printed: what can't be seen in a name is written out. */
export interface Passage {
  readonly carried: boolean | "unknown";
  /** What was passed, in order. */
  readonly steps: readonly string[];
  /** What stopped it and what to change, or what is not known; undefined if it is carried. */
  readonly stoppedBy?: string;
  /** True if it is not carried in some zones only: nobody should rely on that. */
  readonly inPart?: true;
  /** The end of `stoppedBy`: what to change. */
  readonly fix?: string;
  /** The parties as people call them. */
  readonly from: string;
  readonly to: string;
}

/**
 * Whether TCP connections from one party to another get there, and an answer back. Throws an `Error` if a party isn't in
 * the landscape, or could be more than one.
 */
export function carries(landscape: Landscape, { from, to, port }: Question): Passage {
  const [source, target] = [partyOf(from, landscape), partyOf(to, landscape)];
  return passage(bestTrail(landscape, source, target, port), source.name, target.name);
}

/** The way that is told. */
export function bestTrail(
  landscape: Landscape,
  from: Internet | InsideParty,
  to: Internet | InsideParty,
  port?: number,
): Trail {
  const doors = landscape.loadBalancers.map(door);
  const ports = port === undefined ? portsToTry(from, to, doors) : [port];
  return best(ports.flatMap((one) => trailsBetween(from, to, one, doors)));
}

function trailsBetween(
  from: Internet | InsideParty,
  to: Internet | InsideParty,
  port: Known<number>,
  doors: readonly DoorParty[],
): readonly Trail[] {
  if (to.kind === "internet") {
    if (from.kind === "internet") throw new Error("both ends are the internet: name somebody of yours");
    return [[...exists(from.part), ...toInternet(from, port)]];
  }
  if (to.kind === "load-balancer") return toDoor(from, to, port);
  if (to.kind === "security-group")
    return [from.kind === "internet" ? [admits(to, port, from)] : hop(from, to, port)];
  switch (from.kind) {
    case "internet":
      return fromInternet(to, port, doors);
    case "load-balancer":
      return fromDoor(from, to, port);
    case "service":
      return [[...hop(from, to, port), ...listens(to, port), ...discovery(from.part, to.part, port)]];
    case "security-group":
      return [[...hop(from, to, port), ...listens(to, port)]];
  }
}

/** Of closed ways, the one is told that was built for it: through its own load balancer, or else straight. */
function fromInternet(to: ServiceParty, port: Known<number>, doors: readonly DoorParty[]): readonly Trail[] {
  const through = (some: readonly DoorParty[]): Trail[] => some.flatMap((one) => throughDoor(one, port, to));
  const inFront = doorsBefore(to);
  const straight = straightToTask(to, port);
  const own = through(doors.filter(({ part }) => inFront.has(part)));
  const others = doors.filter(({ part }) => !inFront.has(part));
  const unseen = throughUnseenDoor(to);
  const open = [...through(others.filter((one) => mayLeadTo(one, to))), ...unseen, straight].filter(
    (trail) => verdict(trail) !== false || isOpenInPart(trail),
  );
  const listened = doors.some(({ part }) => part.listeners.some((one) => one.port === port));
  const isForDoor = listened || !portsOfTasks(to).includes(port);
  if (own.length > 0 && isForDoor) return [...own, ...open];
  return [...open, straight, ...(isForDoor ? through(others) : [])];
}

function doorsBefore({ part: service }: ServiceParty): Set<Known<LoadBalancer>> {
  const groups = (ifKnown(service.registrations) ?? []).map(({ targetGroup }) => targetGroup);
  const forwarders = groups.flatMap((group) => (group === UNKNOWN ? [] : group.forwarders));
  return new Set(forwarders.map(listenerOf).map((one) => (one === UNKNOWN ? UNKNOWN : one.loadBalancer)));
}

function passage(trail: Trail, from: string, to: string): Passage {
  const truth = verdict(trail);
  const end = trail.findIndex(({ holds }) => holds === (truth === false ? false : UNKNOWN));
  const way = truth === true ? trail : trail.slice(0, end);
  const steps = new Set(
    way.flatMap(({ holds, passed }) => (holds === true && passed ? [printed(passed)] : [])),
  );
  const last = trail[end];
  const ends = {
    carried: truth === UNKNOWN ? ("unknown" as const) : truth,
    steps: [...steps],
    from: printed(from),
    to: printed(to),
  };
  if (truth === true || last === undefined) return ends;
  if (truth === UNKNOWN) return { ...ends, stoppedBy: printed(`not known: whether ${last.question}`) };
  const [cause, fix] = [printed(last.cause), printed(last.fix)];
  const stop = { ...ends, stoppedBy: `${cause}: ${fix}`, fix };
  return isOpenInPart(trail) ? { ...stop, inPart: true } : stop;
}
