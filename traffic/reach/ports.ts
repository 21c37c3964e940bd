import { ifKnown, UNKNOWN, type Known, type SecurityGroup } from "../model";
import type { DoorParty, InsideParty, Internet, ServiceParty } from "./parties";

type Someone = Internet | InsideParty;

/** Ports on which there can be an answer, if nobody asked for one; UNKNOWN stands for one that isn't known. */
export function portsToTry(
  from: Someone,
  to: Someone,
  doors: readonly DoorParty[],
): readonly Known<number>[] {
  const all = candidates(from, to, doors);
  return all.length === 0 ? [UNKNOWN] : [...new Set(all)];
}

function candidates(from: Someone, to: Someone, doors: readonly DoorParty[]): readonly Known<number>[] {
  switch (to.kind) {
    case "service":
      return from.kind === "internet"
        ? [...doors.flatMap(portsOfDoor), ...portsOfTasks(to)]
        : portsOfTasks(to);
    case "load-balancer":
      return portsOfDoor(to);
    default:
      return [...openIn(from, "egress"), ...openIn(to, "ingress")];
  }
}

function portsOfDoor({ part }: DoorParty): readonly Known<number>[] {
  const ports = part.listeners.map(({ port }) => port);
  return part.mayHaveOtherListeners ? [...ports, UNKNOWN] : ports;
}

export function portsOfTasks({ part }: ServiceParty): readonly Known<number>[] {
  const task = part.taskDefinition === UNKNOWN ? undefined : part.taskDefinition;
  const containers = task === undefined ? undefined : ifKnown(task.containers);
  if (containers === undefined) return [UNKNOWN];
  return containers.flatMap(({ ports }) => (ports === UNKNOWN ? [UNKNOWN] : ports.map(({ port }) => port)));
}

/** Where ranges of ports overlap, one of them begins. */
function openIn(someone: Someone, direction: "ingress" | "egress"): readonly Known<number>[] {
  if (someone.kind === "internet") return [];
  return someone.groups.all.flatMap((group) => startsIn(group, direction));
}

function startsIn({ rules, mayHaveOthers }: SecurityGroup, direction: "ingress" | "egress"): Known<number>[] {
  const starts = rules
    .filter((rule) => rule.direction !== (direction === "egress" ? "ingress" : "egress"))
    .map(({ ports }) => (ports === UNKNOWN ? UNKNOWN : ports.from));
  return mayHaveOthers ? [...starts, UNKNOWN] : starts;
}
