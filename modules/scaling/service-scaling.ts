import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingScheduledAction } from "@cdktf/provider-aws/lib/appautoscaling-scheduled-action";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { numberText } from "../foundation";
import type { Scaling, Schedule } from "./scaling-props";

const DEFAULT_SCALE_IN_SEC = 300;
const DEFAULT_SCALE_OUT_SEC = 60;
const SERVICE = { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount" };

/** The targets that AWS knows the metrics of, by the construct ids of their policies. */
const METRICS = {
  Cpu: "ECSServiceAverageCPUUtilization",
  Memory: "ECSServiceAverageMemoryUtilization",
  Requests: "ALBRequestCountPerTarget",
};

export interface ServiceScalingProps {
  readonly scaling: Scaling;
  readonly clusterName: string;
  readonly serviceName: string;
  /** The service's resource: what is scaled has to stand first, and is registered again where it is replaced. */
  readonly service: ITerraformDependable;
  /** `app/NAME/ID/targetgroup/NAME/ID`: which load balancer's requests to which target group count. */
  readonly resourceLabel?: string;
}

/**
 * Keeps the number of a service's tasks between two bounds, by targets that are held and by the clock. It acts with the
 * service-linked role that AWS makes for it. Terraform leaves the number of tasks alone meanwhile.
 * https://docs.aws.amazon.com/autoscaling/application/userguide/services-that-can-integrate-ecs.html
 */
export class ServiceScaling extends Construct {
  private readonly target: AppautoscalingTarget;

  public constructor(scope: Construct, id: string, props: ServiceScalingProps) {
    super(scope, id);
    const { scaling } = props;
    this.target = this.register(props);
    this.hold("Cpu", scaling.cpuPercent, scaling);
    this.hold("Memory", scaling.memoryPercent, scaling);
    this.hold("Requests", scaling.requestsPerTarget, scaling, props.resourceLabel);
    const schedules = new Construct(this, "Schedules");
    Object.entries(scaling.schedules ?? {}).forEach(([name, schedule]) =>
      this.plan(schedules, name, schedule),
    );
  }

  /** Schedules change the bounds behind Terraform's back, so with schedules it only sets them at the start. */
  private register({
    scaling,
    clusterName,
    serviceName,
    service,
  }: ServiceScalingProps): AppautoscalingTarget {
    const isPlanned = Object.keys(scaling.schedules ?? {}).length > 0;
    return new AppautoscalingTarget(this, "Resource", {
      ...SERVICE,
      resourceId: `service/${clusterName}/${serviceName}`,
      minCapacity: scaling.minimum,
      maxCapacity: scaling.maximum,
      dependsOn: [service],
      lifecycle: {
        replaceTriggeredBy: [`${dependable(service)}.id`],
        ...(isPlanned && { ignoreChanges: ["min_capacity", "max_capacity"] }),
      },
    });
  }

  private hold(
    id: keyof typeof METRICS,
    value: number | undefined,
    scaling: Scaling,
    resourceLabel?: string,
  ): void {
    if (value === undefined) return;
    new AppautoscalingPolicy(this, id, {
      ...SERVICE,
      name: id,
      resourceId: this.target.resourceId,
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: METRICS[id], resourceLabel },
        targetValue: value,
        scaleInCooldown: scaling.scaleInCooldownSec ?? DEFAULT_SCALE_IN_SEC,
        scaleOutCooldown: scaling.scaleOutCooldownSec ?? DEFAULT_SCALE_OUT_SEC,
      },
      lifecycle: this.withTarget(),
    });
  }

  private plan(within: Construct, name: string, { when, timezone, minimum, maximum }: Schedule): void {
    if (name === "") return;
    new AppautoscalingScheduledAction(within, name, {
      ...SERVICE,
      name,
      resourceId: this.target.resourceId,
      schedule: when,
      timezone: timezone ?? "Etc/UTC",
      scalableTargetAction: {
        minCapacity: minimum === undefined ? undefined : numberText(minimum),
        maxCapacity: maximum === undefined ? undefined : numberText(maximum),
      },
      lifecycle: this.withTarget(),
    });
  }

  /** AWS drops what hangs on a target when the target is registered anew. */
  private withTarget(): { replaceTriggeredBy: string[] } {
    return { replaceTriggeredBy: [`${dependable(this.target)}.id`] };
  }
}
