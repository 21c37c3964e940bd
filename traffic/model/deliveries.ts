import { UNKNOWN } from "../terraform";
import type { Members } from "./admission";
import { listenerOf, type Forwarder } from "./forwarding";
import type { Landscape } from "./landscape";
import type { Listener } from "./listeners";
import type { MountTarget } from "./file-systems";
import type { LoadBalancer } from "./load-balancers";
import type { Registration, Service } from "./services";
import type { TargetGroup } from "./target-groups";
import type { Known } from "./truth";

/** One way of requests from a load balancer to a service, all of it known. */
export interface Delivery {
  readonly loadBalancer: LoadBalancer;
  readonly listener: Listener;
  /** The listener itself, or the rule of it that forwards. */
  readonly forwarder: Forwarder;
  readonly targetGroup: TargetGroup;
  readonly service: Service;
  readonly registration: Registration;
}

/** All ways that can be followed from end to end. */
export function deliveriesIn({ targetGroups }: Pick<Landscape, "targetGroups">): Delivery[] {
  return targetGroups.flatMap(deliveriesTo);
}

export function deliveriesTo(targetGroup: TargetGroup): Delivery[] {
  return targetGroup.forwarders.flatMap((forwarder) => {
    const listener = listenerOf(forwarder);
    if (listener === UNKNOWN || listener.loadBalancer === UNKNOWN) return [];
    const { loadBalancer } = listener;
    return registrationsWith(targetGroup).map((one) => ({
      loadBalancer,
      listener,
      forwarder,
      targetGroup,
      ...one,
    }));
  });
}

/** Services that register with a target group, and how. */
export function registrationsWith(
  targetGroup: TargetGroup,
): { readonly service: Service; readonly registration: Registration }[] {
  return targetGroup.services.flatMap((service) => {
    const { registrations } = service;
    const all = registrations === UNKNOWN ? [] : registrations;
    return all
      .filter((one) => one.targetGroup === targetGroup)
      .map((registration) => ({ service, registration }));
  });
}

/** Where a health check knocks: the port that takes the traffic, unless it names another. */
export function healthCheckPort({ targetGroup, registration }: Delivery): Known<number> {
  const { port } = targetGroup.healthCheck;
  return port === "traffic-port" ? registration.containerPort : port;
}

/** A load balancer or a service as security groups see it. */
export function membersOf({ securityGroups, subnets }: LoadBalancer | Service | MountTarget): Members {
  return { groups: securityGroups, subnets };
}
