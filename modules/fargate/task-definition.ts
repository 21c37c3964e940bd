import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import type { ITerraformDependable } from "cdktf";
import { TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { check, matching, type Finding } from "../errors";
import { boundedName, expectShape, labelOf, literal, namingId, namingPath, providerRegion } from "../stack";
import type { Container } from "./container";
import { containerFindings, ECS_NAME, sizeFindings } from "./container-findings";
import { containerJson } from "./container-json";
import { containerSpecs, knownContainer, withNames, type NamedContainer } from "./container-specs";
import { logFindings } from "./logs";
import { executionPolicy } from "./policies";
import { Role } from "./role";
import { smallestTaskSize, taskSizeFindings, type TaskSize } from "./task-size";

/** The id of a task definition that is a part of a service: the service's id says it all. */
const PART = "Task";
const DEFAULT_RETENTION_DAYS = 30;
const LONGEST_FAMILY = 255;
const SMALLEST: TaskSize = { cpu: 256, memoryMiB: 512 };

export interface TaskDefinitionProps {
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
  /** What stands once a task can start. */
  public readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: TaskDefinitionProps) {
    super(scope, id);
    expectShape(this, props, { containers: "list" });
    props.containers.forEach((container) => expectContainer(this, container));
    const stackId = TerraformStack.of(this).node.id;
    const label = labelOf(namingPath(this), PART);
    const family = props.family ?? boundedName([stackId, label], LONGEST_FAMILY);
    const logName = `/frontyard/${stackId}/${label}`;
    const containers = withNames(props.containers, namingId(id === PART ? scope : this));
    const specs = containerSpecs(containers, props.portName, {
      group: logName,
      region: providerRegion(this) ?? "",
    });
    check(this, () => this.findings(props, containers, { family, logName, json: containerJson(specs) }));

    this.containerName = containers[0]?.name ?? id;
    this.size = smallestTaskSize(containers.map((container) => knownContainer(container))) ?? SMALLEST;
    const log = new CloudwatchLogGroup(this, "Log", {
      name: logName,
      retentionInDays: props.logRetentionDays ?? DEFAULT_RETENTION_DAYS,
    });
    const executionRole = new Role(this, "ExecutionRole", { label, purpose: "start tasks" });
    executionRole.addPolicy(
      "Start",
      executionPolicy(
        log.arn,
        specs.map(({ image }) => image),
      ),
    );
    this.taskRole = new Role(this, "TaskRole", { label, purpose: "the program" });
    this.ready = [log, ...executionRole.policies];
    this.arn = this.createDefinition(family, containerJson(specs), executionRole).arn;
  }

  private createDefinition(family: string, definitions: string, executionRole: Role): EcsTaskDefinition {
    return new EcsTaskDefinition(this, "Resource", {
      family,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(this.size.cpu),
      memory: String(this.size.memoryMiB),
      runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "X86_64" },
      executionRoleArn: executionRole.arn,
      taskRoleArn: this.taskRole.arn,
      containerDefinitions: definitions,
    });
  }

  private findings(props: TaskDefinitionProps, containers: readonly NamedContainer[], made: Made): Finding[] {
    const known = containers.map((container) => knownContainer(container));
    return [
      ...containerFindings(known),
      ...taskSizeFindings(known),
      ...matching("FY401", literal(made.family), ECS_NAME, "a task definition's family"),
      ...matching("FY401", literal(props.portName), ECS_NAME, "a port's name"),
      ...logFindings(made.logName, literal(props.logRetentionDays)),
      ...sizeFindings(made.json),
    ];
  }
}

function expectContainer(scope: Construct, container: Container): void {
  const { command, environment = {} } = container;
  expectShape(
    scope,
    container,
    { image: "text or object", ...(command && { command: "list" }) },
    "container",
  );
  const names = Object.keys(environment).map((name) => [name, "text"]);
  if (!Token.isUnresolved(environment)) {
    expectShape(scope, environment, Object.fromEntries(names) as Record<string, "text">, "environment");
  }
}

interface Made {
  readonly family: string;
  readonly logName: string;
  readonly json: string;
}
