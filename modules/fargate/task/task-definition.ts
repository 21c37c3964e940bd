import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, matching, problems } from "../../errors";
import {
  boundedName,
  expectProps,
  labelOf,
  literal,
  literals,
  namingId,
  namingPath,
  providerRegion,
  stackName,
  textOrExpression,
} from "../../foundation";
import type { Container } from "../container/container";
import { containerFaults, ECS_NAME, sizeFaults } from "../container/container-faults";
import { containerJson, type ContainerSpec } from "../container/container-json";
import { containerSpecs, knownContainer, withNames, type NamedContainer } from "../container/container-specs";
import { volumeFaults } from "../container/folder-faults";
import { logFaults } from "../../foundation/log-groups";
import { executionPolicy } from "../policies";
import { Role } from "../role";
import type { VolumeSource } from "../storage/volume";
import { logRouterContainer } from "./log-router";
import { waivePlainTexts } from "./plain-texts";
import { secretStatements } from "./secret-policies";
import { withAgentFolders } from "./sessions";
import { taskFaults } from "./task-faults";
import type { TaskSettings } from "./task-settings";
import { asksOf, smallestTaskSize, taskSizeFaults, type TaskSize } from "./task-size";
import { grantsOf, mountStatements, sourcesOf, taskVolumes } from "./task-volumes";

/** The id of a task definition that is a part of a service: the service's id says it all. */
const PART = "Task";
const DEFAULT_RETENTION_DAYS = 30;
const LONGEST_FAMILY = 255;
const SMALLEST: TaskSize = { cpu: 256, memoryMiB: 512 };

export interface TaskDefinitionProps extends TaskSettings {
  /** The containers of a task, 1 to 10; the first is the one that takes traffic. */
  readonly containers: readonly [Container, ...Container[]];

  /**
   * Family, 1 to 255 letters, digits, hyphens and underscores: the name that revisions are counted under.
   * @default the ids of stack and construct
   */
  readonly family?: string;

  /**
   * Name of the first container's port in Service Connect.
   * @default the port has no name
   */
  readonly portName?: string;

  /**
   * Days that logs are kept: 1, 3, 5, 7, 14, 30 and further values of AWS, 0 for ever. CloudWatch takes 0.50 USD a GB
   * and 0.03 USD a GB and month kept (us-east-1). https://aws.amazon.com/cloudwatch/pricing/
   * @default 30
   */
  readonly logRetentionDays?: number;

  /**
   * Prepares the containers for sessions (ECS Exec): an init process, and folders that the agent may write to.
   * @default false
   */
  readonly exec?: boolean;
}

/**
 * What ECS starts: the smallest Fargate task that holds what the containers ask for, a log group, a role for ECS that
 * may pull these images and write this log, and a role for the program that may do nothing until it is allowed to.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 *
 * @example
 * new TaskDefinition(stack, "Job", { containers: [{ image: "public.ecr.aws/docker/library/busybox:1.37" }] });
 */
export class TaskDefinition extends Construct {
  public readonly arn: string;
  public readonly size: TaskSize;
  /** Name of the container that takes traffic. */
  public readonly containerName: string;
  /** The program's own permissions. */
  public readonly taskRole: Role;
  /** Permissions of ECS itself, by which it starts tasks. */
  public readonly executionRole: Role;
  /** What stands once a task can start. */
  public readonly ready: ITerraformDependable[];
  /** Folders of file systems that containers mount: whoever runs the task has to be let in there. */
  public readonly volumeSources: readonly VolumeSource[];

  private readonly label: string;
  private readonly family: string;
  private readonly logName: string;

  public constructor(scope: Construct, id: string, props: TaskDefinitionProps) {
    super(scope, id);
    expectProps(this, "TaskDefinition", props);
    const stackId = stackName(this);
    this.label = labelOf(namingPath(this), PART);
    this.family = props.family ?? boundedName([stackId, this.label], LONGEST_FAMILY);
    this.logName = `/frontyard/${stackId}/${this.label}`;
    const containers = allContainers(props, namingId(id === PART ? scope : this));
    const log = { group: this.logName, region: providerRegion(this) ?? "" };
    const specs = containerSpecs(containers, { portName: props.portName, log, exec: props.exec });
    addCheck(this, () => this.faults(props, containers, containerJson(specs)));

    this.containerName = containers[0]?.name ?? id;
    this.size = smallestTaskSize(asksOf(containers.map((one) => knownContainer(one)))) ?? SMALLEST;
    this.volumeSources = sourcesOf(containers);
    const logGroup = this.createLog(props);
    this.executionRole = this.createExecutionRole(props, logGroup.arn, containers, specs);
    this.taskRole = new Role(this, "TaskRole", { label: this.label, purpose: "the program" });
    const mounting = mountStatements(containers);
    if (mounting.length > 0) this.taskRole.allow("EfsMounts", mounting);
    this.ready = [logGroup, ...this.executionRole.policies, ...this.taskRole.policies];
    this.arn = this.createDefinition(props, containers, containerJson(specs)).arn;
    waivePlainTexts(this, containers);
  }

  private createLog({ logRetentionDays, logKey }: TaskDefinitionProps): CloudwatchLogGroup {
    return new CloudwatchLogGroup(this, "Log", {
      name: this.logName,
      retentionInDays: logRetentionDays ?? DEFAULT_RETENTION_DAYS,
      ...(logKey === undefined ? {} : { kmsKeyId: logKey.arn }),
    });
  }

  private createExecutionRole(
    props: TaskDefinitionProps,
    logGroupArn: string,
    containers: readonly NamedContainer[],
    specs: readonly ContainerSpec[],
  ): Role {
    const role = new Role(this, "ExecutionRole", { label: this.label, purpose: "start tasks" });
    const here = textOrExpression(logGroupArn);
    const grants = secretStatements(grantsOf(containers), typeof here === "string" ? "" : here.expression);
    const images = specs.map(({ image }) => image);
    const { pullThroughCache } = props;
    role.addPolicy("Start", executionPolicy(logGroupArn, images, { secrets: grants, pullThroughCache }));
    return role;
  }

  private createDefinition(
    { architecture, ephemeralStorageGiB }: TaskDefinitionProps,
    containers: readonly NamedContainer[],
    definitions: string,
  ): EcsTaskDefinition {
    const volume = taskVolumes(containers);
    return new EcsTaskDefinition(this, "Resource", {
      family: this.family,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(this.size.cpu),
      memory: String(this.size.memoryMiB),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: architecture ?? "X86_64" },
      executionRoleArn: this.executionRole.arn,
      taskRoleArn: this.taskRole.arn,
      containerDefinitions: definitions,
      ...(ephemeralStorageGiB === undefined ? {} : { ephemeralStorage: { sizeInGib: ephemeralStorageGiB } }),
      ...(volume.length === 0 ? {} : { volume }),
    });
  }

  private faults(props: TaskDefinitionProps, containers: readonly NamedContainer[], json: string): Fault[] {
    const known = containers.map((container) => knownContainer(container));
    return [
      ...containerFaults(known),
      ...taskSizeFaults(asksOf(known)),
      ...volumeFaults(known),
      ...taskFaults({ ...literals(props), logRouter: props.logRouter }, props.containers),
      ...matching(problems.ecsName, literal(this.family), ECS_NAME, "a task definition's family"),
      ...matching(problems.ecsName, literal(props.portName), ECS_NAME, "a port's name"),
      ...logFaults(this.logName, literal(props.logRetentionDays)),
      ...sizeFaults(json),
    ];
  }
}

/** The caller's containers, then the log router; with folders for sessions where they may be opened. */
function allContainers(props: TaskDefinitionProps, fallback: string): NamedContainer[] {
  const outputs = props.containers.flatMap(({ logOptions }) => outputsIn(logOptions));
  const router = props.logRouter === undefined ? [] : [logRouterContainer(props.logRouter, outputs)];
  const all = [...withNames(props.containers, fallback), ...router];
  return props.exec === true ? all.map(withAgentFolders) : all;
}

/** The output that options name, by a key that Fluent Bit takes in any case; undefined is a name that is not known yet. */
function outputsIn(logOptions: Container["logOptions"] = {}): (string | undefined)[] {
  const known = literal(logOptions);
  if (known === undefined) return [undefined];
  return Object.entries(known)
    .filter(([key]) => key.toLowerCase() === "name")
    .map(([, value]) => (typeof value === "string" ? value : undefined));
}
