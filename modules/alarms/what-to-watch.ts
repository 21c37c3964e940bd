import type { AlarmProps } from "./alarm";
import { balancing, insight, utilization, type GroupDimensions, type ServiceDimensions } from "./metric";

/** Programs that fail: answers of 5xx by tasks themselves. Two bad minutes of three, as one may be a restart. */
export function serverErrors(group: GroupDimensions, perMin: number, name: string): AlarmProps {
  return {
    metric: balancing("HTTPCode_Target_5XX_Count", "Sum", group),
    threshold: perMin,
    ...{ minutes: 2, ofMinutes: 3 },
    description: `${name} answers with 5xx: look at its log`,
  };
}

/** Nine requests of ten are answered within `seconds`, or this goes off. */
export function slowAnswers(group: GroupDimensions, seconds: number, name: string): AlarmProps {
  return {
    metric: balancing("TargetResponseTime", "p90", group),
    threshold: seconds,
    ...{ minutes: 3, ofMinutes: 5 },
    description: `${name} takes long to answer (p90): look at its CPU, and at what it waits for`,
  };
}

export function unhealthyHosts(group: GroupDimensions, name: string): AlarmProps {
  return {
    metric: balancing("UnHealthyHostCount", "Maximum", group),
    ...{ minutes: 3, ofMinutes: 5 },
    description: `tasks of ${name} fail the health check: look at the target group and at the log`,
  };
}

/** Ten minutes are more than the start of a task takes, and less than anyone likes to be short of one. */
export function belowDesired(service: ServiceDimensions, name: string): AlarmProps {
  return {
    metric: insight("RunningTaskCount", service),
    shortOf: insight("DesiredTaskCount", service),
    minutes: 10,
    description: `${name} runs fewer tasks than desired: look at the service's events and the stopped tasks' reasons`,
  };
}

export function busy(
  of: "CPU" | "Memory",
  service: ServiceDimensions,
  percent: number,
  name: string,
): AlarmProps {
  return {
    metric: utilization(of, service),
    threshold: percent,
    ...{ minutes: 5, ofMinutes: 5 },
    description: `${name} uses more than its share of ${of === "CPU" ? of : "memory"}: scale out, or give tasks more`,
  };
}

/** Answers of 5xx that the load balancer gives itself: no healthy task (503), a broken connection (502), too late (504). */
export function doorErrors(
  door: Pick<GroupDimensions, "LoadBalancer">,
  perMin: number,
  name: string,
): AlarmProps {
  return {
    metric: balancing("HTTPCode_ELB_5XX_Count", "Sum", door),
    threshold: perMin,
    ...{ minutes: 2, ofMinutes: 3 },
    description: `${name} answers 5xx in place of a service: 502 broken connections, 503 no healthy task, 504 too slow`,
  };
}

export function refusedConnections(door: Pick<GroupDimensions, "LoadBalancer">, name: string): AlarmProps {
  return {
    metric: balancing("RejectedConnectionCount", "Sum", door),
    ...{ minutes: 3, ofMinutes: 5 },
    description: `${name} refuses connections: it is at the limit of what a load balancer takes`,
  };
}
