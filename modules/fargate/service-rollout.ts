import type {
  EcsService,
  EcsServiceConfig,
  EcsServiceLoadBalancer,
} from "@cdktf/provider-aws/lib/ecs-service";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { TargetGroup } from "../load-balancer";
import { ServiceScaling } from "../scaling";
import { labelOf, literals, namingPath, numberText, requireProvider } from "../foundation";
import { Alarm, serverErrors } from "../alarms";
import {
  deploymentArguments,
  providerFor,
  shiftConfiguration,
  STRATEGIES,
  TrafficShift,
  type Deployment,
  type DeploymentAlarm,
} from "./deployment";
import type { FargateServiceProps } from "./fargate-service-props";

const DEFAULT_SERVER_ERRORS = 10;

/**
 * Everything of a service that moves: its tasks to a new version, and back when alarms go off; their number; the traffic.
 * It makes what the service has to name, and then what names the service.
 */
export class ServiceRollout {
  /** Arguments of the service's resource. */
  public readonly arguments: Partial<EcsServiceConfig>;
  /** Arguments that Terraform leaves to others: the number of tasks, exactly where scaling owns it. */
  public readonly ignored: readonly string[];
  /** The alarms on answers of 5xx: one for each target group. */
  public readonly serverErrors: readonly Alarm[];
  /** Where the service's tasks may be registered: a strategy that shifts traffic has two. */
  public readonly targetGroups: readonly TargetGroup[];

  private readonly deployment: Deployment;
  private readonly shift: TrafficShift | undefined;
  private readonly alarms: DeploymentAlarm[] = [];
  private service: EcsService | undefined;

  public constructor(
    private readonly scope: Construct,
    private readonly props: FargateServiceProps,
  ) {
    const { deployment = {}, targetGroup, scaling } = props;
    this.deployment = deployment;
    this.shift = this.createShift();
    this.targetGroups = [targetGroup, this.shift?.green].filter((group) => group !== undefined);
    this.serverErrors = this.watch();
    this.alarms.push(...this.serverErrors, ...(deployment.alarms ?? []));
    this.ignored = scaling === undefined ? [] : ["desired_count"];
    this.arguments = {
      ...deploymentArguments(deployment, literals(deployment)),
      ...(this.shift && { deploymentConfiguration: shiftConfiguration(deployment, numberText) }),
    };
  }

  /** What stands once ECS may move traffic. */
  public get ready(): readonly ITerraformDependable[] {
    return this.shift?.ready ?? [];
  }

  /** What the service's registration in its target group says beyond the group. */
  public get registration(): Pick<EcsServiceLoadBalancer, "advancedConfiguration"> {
    return this.shift === undefined ? {} : { advancedConfiguration: this.shift.configuration };
  }

  /** The service's resource stands: it gets its alarms, and what is made for it by its name. */
  public attachTo(service: EcsService, serviceName: string): void {
    this.service = service;
    this.putAlarms();
    const { scaling, cluster, targetGroup } = this.props;
    if (scaling === undefined) return;
    const { LoadBalancer, TargetGroup } = targetGroup?.dimensions ?? {};
    new ServiceScaling(this.scope, "Scaling", {
      ...{ scaling, service, serviceName, clusterName: cluster.clusterName },
      resourceLabel: `${LoadBalancer}/${TargetGroup}`,
    });
  }

  public rollBackOn(alarm: DeploymentAlarm): void {
    if (this.alarms.includes(alarm)) return;
    this.alarms.push(alarm);
    this.putAlarms();
  }

  /** An unwatched deployment keeps its alarms by name: the provider can't say that there are none. */
  private putAlarms(): void {
    if (this.alarms.length === 0) return;
    const enable = this.deployment.unwatched !== true;
    const alarmNames = this.alarms.map(({ alarmName }) => alarmName);
    this.service?.putAlarms({ enable, rollback: enable, alarmNames });
  }

  private watch(): Alarm[] {
    const most = this.deployment.serverErrorsPerMin ?? DEFAULT_SERVER_ERRORS;
    const name = labelOf(namingPath(this.scope));
    return this.targetGroups.map(({ dimensions }, position) => {
      const id = position === 0 ? "ServerErrors" : "GreenServerErrors";
      return new Alarm(this.scope, id, serverErrors(dimensions, most, name));
    });
  }

  private createShift(): TrafficShift | undefined {
    const { strategy = "rolling", listener, paths, rulePriority } = this.deployment;
    const { targetGroup: blue } = this.props;
    const isKnown = strategy !== "rolling" && Object.hasOwn(STRATEGIES, strategy);
    if (!isKnown || blue === undefined || listener === undefined) return undefined;
    const floor = providerFor(strategy);
    if (floor !== undefined) requireProvider(this.scope, floor);
    return new TrafficShift(this.scope, "TrafficShift", { blue, listener, paths, rulePriority });
  }
}
