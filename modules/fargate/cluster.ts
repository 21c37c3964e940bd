import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace";
import type { ITerraformDependable } from "cdktf";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, matching, problems, requireThat } from "../errors";
import type { VpcNetwork } from "../network";
import {
  reserveName,
  expectOneStack,
  expectProps,
  labelOf,
  literals,
  namingPath,
  stackName,
  type WithArn,
} from "../foundation";
import { ECS_NAME } from "./container/container-faults";
import { logFaults } from "../foundation/log-groups";
import type { SessionLog } from "./task/sessions";

const INSIGHTS = ["disabled", "enabled", "enhanced"] as const;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_SERVICES = 5000;

export interface ClusterProps {
  /** Where the cluster's services run. */
  readonly network: VpcNetwork;

  /**
   * Name in AWS, 1 to 255 letters, digits, hyphens and underscores. A change replaces the cluster and its services.
   * @default the id of the stack
   */
  readonly name?: string;

  /**
   * CloudWatch Container Insights: metrics of cluster and services. `enabled` is charged as custom metrics, 0.30 USD a
   * metric and month; `enhanced` 0.07 USD, for many more metrics, down to each container (us-east-1).
   * https://aws.amazon.com/cloudwatch/pricing/
   * @default "enabled"
   */
  readonly containerInsights?: (typeof INSIGHTS)[number];

  /**
   * Days that Container Insights keeps its log of performance data.
   * @default 30
   */
  readonly insightsRetentionDays?: number;

  /**
   * Days that the log of sessions in containers (ECS Exec) is kept.
   * @default 30
   */
  readonly sessionRetentionDays?: number;

  /**
   * KMS key that the cluster's logs, and sessions on their way, are encrypted with; its policy has to let CloudWatch
   * Logs use it, and whoever opens a session needs `kms:GenerateDataKey` on it.
   * @default AWS's own keys
   */
  readonly logKey?: WithArn;
}

/**
 * An ECS cluster that runs on Fargate and Fargate Spot. The cluster itself is free.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
 *
 * @example
 * const cluster = new Cluster(stack, "Cluster", { network });
 */
export class Cluster extends Construct {
  public readonly arn: string;
  public readonly clusterName: string;
  public readonly network: VpcNetwork;
  /** Whether Container Insights counts the tasks of services. */
  public readonly hasInsights: boolean;
  /** What stands once the cluster takes tasks on; also what goes only after its services. */
  public readonly ready: ITerraformDependable[];

  private readonly resource: EcsCluster;
  private readonly props: ClusterProps;
  private namespace: ServiceDiscoveryHttpNamespace | undefined;
  private sessionLog: CloudwatchLogGroup | undefined;
  private services = 0;

  public constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    expectProps(this, "Cluster", props);
    this.props = props;
    this.network = props.network;
    expectOneStack(this, props.network);
    this.clusterName = props.name ?? stackName(this);
    const insights = props.containerInsights ?? "enabled";
    this.hasInsights = insights !== "disabled";
    const taken = reserveName(TerraformStack.of(this), problems.clusterNameTaken, this.clusterName, this);
    addCheck(this, () => [...taken, ...this.faults({ ...props, name: this.clusterName })]);

    const performanceLog = insights === "disabled" ? [] : [this.createPerformanceLog(props)];
    this.resource = new EcsCluster(this, "Resource", {
      name: this.clusterName,
      setting: [{ name: "containerInsights", value: insights }],
      tags: { Name: this.clusterName },
      dependsOn: performanceLog,
    });
    this.arn = this.resource.arn;
    this.ready = [this.createCapacityProviders(this.resource)];
  }

  /**
   * The Service Connect namespace, made when the first service needs it. Cloud Map charges nothing for it.
   * @internal
   */
  public namespaceArn(): string {
    this.namespace ??= new ServiceDiscoveryHttpNamespace(this, "Namespace", {
      name: this.clusterName,
      description: `Service Connect in cluster ${this.clusterName}`,
    });
    return this.namespace.arn;
  }

  /**
   * Where sessions in containers are written down: a log that is made when the first service lets them be opened.
   * @internal
   */
  public recordSessions(): SessionLog {
    this.sessionLog ??= this.createSessionLog();
    return { arn: this.sessionLog.arn, keyArn: this.props.logKey?.arn };
  }

  /**
   * A service says that no sessions are opened in it any more. ECS keeps the configuration that a cluster has once got,
   * so as long as nobody else writes sessions down, Terraform leaves it alone instead of wanting it gone for ever.
   * @internal
   */
  public leaveSessions(): void {
    if (this.sessionLog === undefined) this.resource.lifecycle = { ignoreChanges: ["configuration"] };
  }

  /**
   * A service runs here.
   * @internal
   */
  public host(): void {
    this.services += 1;
  }

  /** ECS would make this log group itself, without an end to what it keeps, and leave it behind. */
  private createPerformanceLog(props: ClusterProps): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, "PerformanceLog", {
      name: `/aws/ecs/containerinsights/${this.clusterName}/performance`,
      retentionInDays: props.insightsRetentionDays ?? 30,
      ...this.encryption(),
    });
  }

  private createSessionLog(): CloudwatchLogGroup {
    const { logKey, sessionRetentionDays } = this.props;
    const log = new CloudwatchLogGroup(this, "SessionLog", {
      name: `/frontyard/${stackName(this)}/${labelOf(namingPath(this))}/sessions`,
      retentionInDays: sessionRetentionDays ?? 30,
      ...this.encryption(),
    });
    this.resource.lifecycle = undefined;
    this.resource.putConfiguration({
      executeCommandConfiguration: {
        ...(logKey === undefined ? {} : { kmsKeyId: logKey.arn }),
        logging: "OVERRIDE",
        logConfiguration: {
          cloudWatchEncryptionEnabled: logKey !== undefined,
          cloudWatchLogGroupName: log.name,
        },
      },
    });
    return log;
  }

  private encryption(): { readonly kmsKeyId?: string } {
    const { logKey } = this.props;
    return logKey === undefined ? {} : { kmsKeyId: logKey.arn };
  }

  /**
   * ECS takes them only once it has its service-linked role, which the first cluster of an account makes in the
   * background and the AWS provider does not wait for. A NAT gateway or endpoint takes longer than that, and services
   * wait for it anyway.
   */
  private createCapacityProviders(cluster: EcsCluster): EcsClusterCapacityProviders {
    return new EcsClusterCapacityProviders(this, "CapacityProviders", {
      clusterName: cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
      dependsOn: this.network.egressReady,
    });
  }

  private faults(props: ClusterProps): Fault[] {
    const { name, containerInsights, insightsRetentionDays, sessionRetentionDays } = literals(props);
    const insights = containerInsights ?? "enabled";
    return [
      ...matching(problems.ecsName, name, ECS_NAME, "a cluster name"),
      ...requireThat(INSIGHTS.includes(insights), problems.containerInsights, insights),
      ...logFaults(undefined, insightsRetentionDays, "insightsRetentionDays"),
      ...logFaults(undefined, sessionRetentionDays, "sessionRetentionDays"),
      ...requireThat(this.services <= MOST_SERVICES, problems.serviceQuota, this.services),
    ];
  }
}
