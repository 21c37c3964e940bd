import { letsPass, listenerOf, UNKNOWN, type Registration, type Service } from "../model";
import type { ServiceParty } from "./parties";
import { portText, unsure, type Step, type Trail } from "./step";
import { listens } from "./tasks";

/**
 * Ways through load balancers that this file does not show: of another state, by a target group that is looked up, or
 * by whoever shifts traffic. Nobody can say that they are open, only that they are closed at the service's own end.
 */
export function throughUnseenDoor(to: ServiceParty): Trail[] {
  const { registrations, deploymentController } = to.part;
  const question = unsure(`a load balancer that is not in this file sends to ${to.name}`);
  if (registrations === UNKNOWN || deploymentController !== "ECS" || to.part.hasClassicLoadBalancer)
    return [[question, ...listens(to, UNKNOWN)]];
  return registrations
    .filter(isUnseen)
    .map((one) => [question, admitsSomebody(to, one), ...listens(to, one.containerPort, one)]);
}

function isUnseen({ targetGroup }: Registration): boolean {
  if (targetGroup === UNKNOWN || targetGroup.mayHaveOtherForwarders) return true;
  const listeners = targetGroup.forwarders.map(listenerOf);
  return listeners.some((one) => one === UNKNOWN || one.loadBalancer === UNKNOWN);
}

function admitsSomebody({ name, groups }: ServiceParty, { containerPort: port }: Registration): Step {
  const what = `${groups.all.map((one) => one.name).join(", ") || name}`;
  return {
    holds: letsPass(groups, "ingress", port, "anyone") === false ? false : UNKNOWN,
    passed: undefined,
    cause: `${what} admits nobody on ${portText(port)}`,
    fix: `add to ${what} an ingress rule for TCP ${portText(port)} from the load balancer`,
    question: `${what} admits ${portText(port)} from a load balancer that is not in this file`,
  };
}

/** The same, for whoever only asks whether there may be one. */
export function mayHaveUnseenDoor({
  registrations,
  deploymentController,
  hasClassicLoadBalancer,
}: Service): boolean {
  if (registrations === UNKNOWN || deploymentController !== "ECS" || hasClassicLoadBalancer) return true;
  return registrations.some(isUnseen);
}
