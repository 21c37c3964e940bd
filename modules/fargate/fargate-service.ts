import {
  EcsService,
  type EcsServiceLoadBalancer,
  type EcsServiceServiceConnectConfiguration,
} from "@cdktf/provider-aws/lib/ecs-service";
import { dependable, type ITerraformDependable, type TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import { addCheck, limits, problems, requireThat } from "../errors";
import type { TargetGroup } from "../load-balancer";
import { SecurityGroup } from "../network/security-group";
import {
  boundedName,
  reserveName,
  expectCall,
  expectOneStack,
  expectProps,
  labelOf,
  literal,
  namingId,
  namingPath,
  numberText,
  stackName,
} from "../foundation";
import type { Alarm } from "../alarms";
import type { Cluster } from "./cluster";
import { capacityStrategy } from "./capacity";
import type { DeploymentAlarm } from "./deployment";
import type { FargateServiceProps } from "./fargate-service-props";
import type { Statement } from "./policies";
import type { Role } from "./role";
import { serviceFaults } from "./service-faults";
import { ServiceRollout } from "./service-rollout";
import { stopTimeoutFor } from "./stop-timeout";
import { sessionStatements } from "./task/sessions";
import { TaskDefinition } from "./task/task-definition";

const LONGEST_NAME = 255;
const HTTPS = 443;

/**
 * Tasks cost the money, and cost reports see them by their own tags: those of the service, and `aws:ecs:serviceName` and
 * `aws:ecs:clusterName`. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html
 */
const TASKS_ARE_TAGGED = { propagateTags: "SERVICE", enableEcsManagedTags: true } as const;

/**
 * Tasks on Fargate, kept running: in private subnets, without public addresses, admitting nobody who was not allowed
 * by name. An apply ends when the new tasks are well, and fails if ECS rolled back to the old ones.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html
 *
 * @example
 * const backend = new FargateService(stack, "Backend", {
 *   cluster,
 *   discoveryName: "backend",
 *   container: { image: "public.ecr.aws/docker/library/caddy:2.10.2-alpine", port: 8080 },
 * });
 * backend.allowFrom(frontend);
 */
export class FargateService extends Construct {
  public readonly securityGroup: SecurityGroup;
  public readonly serviceName: string;
  public readonly port: number | undefined;
  public readonly cluster: Cluster;

  private readonly rollout: ServiceRollout;
  private readonly task: TaskDefinition;
  private readonly service: EcsService;
  private readonly discoveryName: string | undefined;
  private readonly predecessors = new Set<ITerraformDependable>();
  private readonly servers = new Set<FargateService>();
  /** Clusters whose Service Connect namespace is needed. */
  private readonly namespaces = new Set<Cluster>();

  public constructor(scope: Construct, id: string, props: FargateServiceProps) {
    super(scope, id);
    expectProps(this, "FargateService", props);
    const { cluster, targetGroup, discoveryName } = props;
    this.cluster = cluster;
    expectOneStack(this, cluster);
    this.discoveryName = discoveryName;
    this.port = props.container.port ?? targetGroup?.port;
    this.serviceName = props.serviceName ?? namingId(this);
    const taken = [
      ...reserveName(cluster, problems.serviceNameTaken, this.serviceName, this),
      ...reserveName(cluster, problems.discoveryNameTaken, discoveryName, this),
    ];
    addCheck(this, () => [
      ...taken,
      ...serviceFaults(props, this.port, cluster.network),
      ...requireThat(this.namespaces.size <= 1, problems.otherNamespace, `${this.namespaces.size} clusters`),
    ]);

    cluster.host();
    this.task = this.createTask(props);
    this.securityGroup = this.createSecurityGroup(props);
    this.rollout = new ServiceRollout(this, props);
    this.service = this.createService(props);
    this.connect(props);
    this.rollout.attachTo(this.service, this.serviceName);
  }

  /** By what CloudWatch knows the service. */
  public get dimensions(): { readonly ClusterName: string; readonly ServiceName: string } {
    return { ClusterName: this.cluster.clusterName, ServiceName: this.serviceName };
  }

  /** The alarms on answers of 5xx that roll deployments back: one for each target group. */
  public get serverErrors(): readonly Alarm[] {
    return this.rollout.serverErrors;
  }

  /** Where tasks may be registered: a deployment strategy that shifts traffic has two groups. */
  public get targetGroups(): readonly TargetGroup[] {
    return this.rollout.targetGroups;
  }

  /** Where its tasks stand. */
  public get network(): Cluster["network"] {
    return this.cluster.network;
  }

  /** Where services that are allowed in find this one; it needs a `discoveryName`. */
  public get url(): string {
    addCheck(this, () =>
      requireThat(this.discoveryName !== undefined, problems.urlNeedsDiscoveryName, "none"),
    );
    return `http://${this.discoveryName}:${numberText(this.port ?? 0)}`;
  }

  /** Lets another service open connections to this one's port, and find it by name if it has one. */
  public allowFrom(client: FargateService): void {
    expectCall(this, "FargateService.allowFrom", { client });
    addCheck(this, () =>
      requireThat(
        this.port !== undefined,
        problems.trafficContainerWithoutPort,
        `${client.node.path} without a port to go to`,
      ),
    );
    if (this.port === undefined) return;
    this.securityGroup.admit(client.securityGroup, this.port);
    if (this.discoveryName !== undefined) client.find(this);
  }

  /** Gives the program permissions, under a name that is unique in the service. */
  public allowActions(id: string, statements: readonly Statement[]): void {
    expectCall(this, "FargateService.allowActions", { id, statements });
    this.allow(this.task.taskRole, id, statements);
  }

  /**
   * Gives ECS itself permissions to start tasks, beyond the log, images and secrets that it is given anyway, under a name
   * that is unique in the service.
   */
  public allowExecutionActions(id: string, statements: readonly Statement[]): void {
    expectCall(this, "FargateService.allowExecutionActions", { id, statements });
    this.allow(this.task.executionRole, id, statements);
  }

  /** Lets tasks open connections to an IPv4 block, such as a database's subnets. */
  public allowToBlock(cidrIpv4: string, port: number): void {
    expectCall(this, "FargateService.allowToBlock", { cidrIpv4, port });
    this.securityGroup.reachBlock(cidrIpv4, port);
  }

  /** Has a deployment rolled back when an alarm goes off meanwhile. */
  public rollBackOn(alarm: DeploymentAlarm): void {
    expectCall(this, "FargateService.rollBackOn", { alarm });
    this.rollout.rollBackOn(alarm);
  }

  /** Orders the service after something: made later, destroyed earlier. */
  public waitFor(predecessor: ITerraformDependable): void {
    if (this.predecessors.has(predecessor)) return;
    this.predecessors.add(predecessor);
    (this.service.dependsOn ??= []).push(dependable(predecessor));
  }

  private allow(role: Role, id: string, statements: readonly Statement[]): void {
    role.allow(id, statements);
    role.policies.slice(-1).forEach((policy) => this.waitFor(policy));
  }

  /** A name is known only to tasks that start after it was given: the client goes second. */
  private find(server: FargateService): void {
    this.namespaces.add(this.discoveryName === undefined ? server.cluster : this.cluster).add(server.cluster);
    if (this.discoveryName === undefined) {
      this.service.putServiceConnectConfiguration({
        enabled: true,
        namespace: server.cluster.namespaceArn(),
      });
    }
    if (server === this || server.waitsFor(this)) return;
    this.servers.add(server);
    this.waitFor(server.service);
  }

  private waitsFor(other: FargateService): boolean {
    return this.servers.has(other) || [...this.servers].some((server) => server.waitsFor(other));
  }

  private createTask(props: FargateServiceProps): TaskDefinition {
    const { container, targetGroup } = props;
    const main = {
      ...container,
      ...(this.port === undefined ? {} : { port: this.port }),
      stopTimeoutSec:
        container.stopTimeoutSec ?? stopTimeoutFor(literal(targetGroup?.deregistrationDelaySec)),
    };
    return new TaskDefinition(this, "Task", {
      ...props.task,
      containers: [main, ...(props.sidecars ?? [])],
      portName: props.discoveryName,
      logRetentionDays: props.logRetentionDays,
      exec: props.exec,
    });
  }

  private createSecurityGroup(props: FargateServiceProps): SecurityGroup {
    const fallback = boundedName([stackName(this), labelOf(namingPath(this)), "SG"], LONGEST_NAME);
    return new SecurityGroup(this, "SecurityGroup", {
      network: props.cluster.network,
      name: props.securityGroupName ?? fallback,
      description: `tasks of ${labelOf(namingPath(this))}`,
    });
  }

  private createService(props: FargateServiceProps): EcsService {
    const { cluster, targetGroup } = props;
    const grace = props.healthCheckGraceSec ?? limits.healthCheckGrace.default;
    return new EcsService(this, "Resource", {
      name: this.serviceName,
      cluster: cluster.arn,
      taskDefinition: this.task.arn,
      desiredCount: props.desiredCount ?? props.scaling?.minimum ?? limits.desiredCount.default,
      ...capacityStrategy(props.capacity),
      networkConfiguration: {
        subnets: cluster.network.taskSubnetIds,
        securityGroups: [this.securityGroup.groupId],
        assignPublicIp: false,
      },
      ...(targetGroup === undefined
        ? {}
        : { healthCheckGracePeriodSeconds: grace, loadBalancer: [this.registration(targetGroup)] }),
      ...(props.exec === undefined ? {} : { enableExecuteCommand: props.exec }),
      serviceConnectConfiguration: this.offer(),
      ...this.rollout.arguments,
      ...TASKS_ARE_TAGGED,
      tags: { Name: this.serviceName },
      dependsOn: [
        ...cluster.ready,
        ...cluster.network.egressReady,
        ...this.task.ready,
        ...this.rollout.ready,
      ],
      lifecycle: this.releasedBy(props),
    });
  }

  /** A pipeline's release is no drift, and no rollback either. */
  private releasedBy({ releases }: FargateServiceProps): TerraformResourceLifecycle {
    const isPipelines = releases === "pipeline";
    const ignoreChanges = [...this.rollout.ignored, ...(isPipelines ? ["task_definition"] : [])];
    return {
      ...(ignoreChanges.length > 0 ? { ignoreChanges } : {}),
      ...(isPipelines ? {} : { postcondition: [this.runsWhatWasPlanned()] }),
    };
  }

  private registration(targetGroup: TargetGroup): EcsServiceLoadBalancer {
    return {
      targetGroupArn: targetGroup.arn,
      containerName: this.task.containerName,
      containerPort: targetGroup.port,
      ...this.rollout.registration,
    };
  }

  private offer(): EcsServiceServiceConnectConfiguration | undefined {
    if (this.discoveryName === undefined || this.port === undefined) return undefined;
    const { discoveryName, port } = this;
    return {
      enabled: true,
      namespace: this.cluster.namespaceArn(),
      service: [{ portName: discoveryName, discoveryName, clientAlias: { port, dnsName: discoveryName } }],
    };
  }

  /** A deployment that fails is rolled back by ECS, which is steady again then: on the old task definition. */
  private runsWhatWasPlanned(): { condition: string; errorMessage: string } {
    return {
      condition: `\${self.task_definition == ${this.task.arn}}`,
      errorMessage:
        `ECS rolled the deployment of ${this.serviceName} back: the new tasks did not become healthy, ` +
        "the old ones run on. Look at the service's events and the stopped tasks' reasons.",
    };
  }

  private connect(props: FargateServiceProps): void {
    this.securityGroup.onRule((rule) => this.waitFor(rule));
    (props.outboundPorts ?? [HTTPS]).forEach((port) => this.securityGroup.reachInternet(port));
    this.targetGroups.forEach((group) => group.addMember(this));
    this.task.volumeSources.forEach((source) => source.allowMount(this));
    this.openSessions(props);
  }

  private openSessions({ exec }: FargateServiceProps): void {
    if (exec === true) this.allowActions("EcsExec", sessionStatements(this.cluster.recordSessions()));
    if (exec === false) this.cluster.leaveSessions();
  }
}
