import { ifKnown, UNKNOWN, type Known, type Registration, type TargetGroup } from "../model";
import { admits, mayTalkTo } from "./group-rules";
import { filtersNothing, hop, vpcOf } from "./hop";
import type { DoorParty, ServiceParty } from "./parties";
import { exists, passed, portText, stopped, type Step } from "./step";
import { listens } from "./tasks";

/** A service behind a load balancer, and the port of its tasks; UNKNOWN is whichever they have. */
export interface Goal {
  readonly to: ServiceParty;
  readonly taskPort: Known<number>;
}

/**
 * From a load balancer to the tasks that a service registers with a target group. ECS registers each task with its
 * container's port, whatever port the target group has: that one is a default for targets without.
 */
export function toTasks(
  from: DoorParty,
  group: TargetGroup,
  { to, taskPort }: Goal,
  as: Registration,
): Step[] {
  const port = as.containerPort;
  const isOther = taskPort !== UNKNOWN && port !== UNKNOWN && taskPort !== port;
  const registered = `${to.name} is registered with ${group.name} on ${portText(port)}`;
  if (isOther)
    return [stopped(`${registered}, not on ${taskPort}`, `register ${taskPort}, or ask for ${port}`)];
  return [
    ...exists(group),
    ...ofFittingType(group, to),
    ...inItsNetwork(group, to),
    passed(registered),
    ...hop(from, to, port),
    ...healthCheck(from, group, to, port),
    ...listens(to, port, as),
  ];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html */
function ofFittingType(group: TargetGroup, { part, name }: ServiceParty): Step[] {
  const { targetType: type } = group;
  const mode = ifKnown(part.taskDefinition ?? UNKNOWN)?.networkMode;
  const needsIp = part.isFargate === true || mode === "awsvpc";
  if (type === "ip" || (type === "instance" && !needsIp) || type === UNKNOWN) return [];
  return [
    stopped(
      `${group.name} takes targets of type ${type}, and tasks of ${name} are addresses`,
      'set target_type to "ip"',
    ),
  ];
}

function inItsNetwork(group: TargetGroup, to: ServiceParty): Step[] {
  const [own, other] = [ifKnown(group.vpc), ifKnown(vpcOf(to))];
  if (own === undefined || other === undefined || own === other) return [];
  const cause = `${group.name} is in ${own.name}, and the tasks of ${to.name} in ${other.name}`;
  return [stopped(cause, `make ${group.name} in ${other.name}`)];
}

/** Tasks whose health check gets no answer are replaced before they serve anybody. */
function healthCheck(from: DoorParty, group: TargetGroup, to: ServiceParty, port: Known<number>): Step[] {
  const asked = group.healthCheck.port;
  if (asked === "traffic-port" || asked === port || group.healthCheck.isEnabled === false) return [];
  if (filtersNothing(from)) return [];
  return [mayTalkTo(from, asked, to), admits(to, asked, from)].map((step) => ({
    ...step,
    passed: step.passed === undefined ? undefined : `health check: ${step.passed}`,
    cause: `the health check of ${group.name} can't pass: ${step.cause}`,
    question: `the health check of ${group.name} passes: whether ${step.question}`,
  }));
}
