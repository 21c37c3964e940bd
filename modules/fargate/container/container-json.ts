import {
  fields,
  filledList,
  json,
  list,
  optional,
  textFields,
  type Count,
  type From,
  type Text,
  type Texts,
} from "./template-json";

export interface HealthCheckSpec {
  readonly command: Texts;
  readonly intervalSec: Count;
  readonly timeoutSec: Count;
  readonly retries: Count;
  readonly startPeriodSec: Count | undefined;
}

/** Where a log goes: straight to CloudWatch Logs, or to the task's log router with options of its plugin. */
export type LogSpec =
  { readonly group: Text; readonly region: Text } | { readonly options: From; readonly secretOptions: From };

/** A container with all its values chosen. */
export interface ContainerSpec {
  readonly name: Text;
  readonly image: Text;
  readonly command: Texts;
  /** A command that applies only while a Terraform condition holds, as a stand-in image brings one. */
  readonly conditionalCommand?: { readonly condition: string; readonly command: readonly Text[] };
  readonly cpu: Count;
  readonly memoryMiB: Count | undefined;
  readonly environment: Readonly<Record<string, Text>>;
  readonly user: Text;
  readonly readonlyRootFilesystem: boolean;
  readonly stopTimeoutSec: Count;
  readonly port: Count | undefined;
  /** Name of the port in Service Connect. */
  readonly portName: Text | undefined;
  /** The lowest port that may be opened without root; undefined leaves the kernel's 1024. */
  readonly unprivilegedPortStart: number | undefined;
  readonly log: LogSpec;
  readonly entryPoint?: Texts | undefined;
  readonly workingDirectory?: Text | undefined;
  readonly secrets?: From;
  /** @default true */
  readonly essential?: boolean;
  /** Conditions by container name. */
  readonly dependsOn?: From;
  readonly healthCheck?: HealthCheckSpec | undefined;
  /** Runs an init process that reaps what sessions leave behind. */
  readonly hasInit?: boolean;
  /** Sizes of folders in memory, by path. */
  readonly temporaryMiB?: Readonly<Record<string, Count>>;
  readonly mounts?: readonly MountSpec[];
  /** Options of FireLens, if the container is the log router. */
  readonly routes?: From | undefined;
}

export interface MountSpec {
  readonly path: string;
  readonly volume: Text;
  readonly isReadOnly: boolean;
}

/**
 * Container definitions as ECS gives them back: keys and variables in order, nothing empty, nothing null, every
 * default written out. A plan after an apply then shows no change. What is not known yet stands in the text as a
 * Terraform template, which yields JSON when Terraform fills it in.
 */
export function containerJson(containers: readonly ContainerSpec[]): string {
  return `[${containers.map(containerDefinition).join(",")}]`;
}

function containerDefinition(spec: ContainerSpec): string {
  const command = spec.conditionalCommand;
  const members = {
    command: commandList(spec.command),
    cpu: json(spec.cpu),
    dependsOn: pairs(spec.dependsOn, "condition", "containerName"),
    entryPoint: optional(spec.entryPoint, commandList),
    environment: pairs(spec.environment, "name", "value"),
    essential: String(spec.essential ?? true),
    firelensConfiguration: optional(spec.routes, routing),
    healthCheck: optional(spec.healthCheck, healthCheck),
    image: json(spec.image),
    linuxParameters: linuxParameters(spec),
    logConfiguration: logConfiguration(spec),
    memory: optional(spec.memoryMiB, json),
    mountPoints: mountPoints(spec),
    name: json(spec.name),
    portMappings: portMappings(spec),
    readonlyRootFilesystem: String(spec.readonlyRootFilesystem),
    secrets: pairs(spec.secrets, "name", "valueFrom"),
    stopTimeout: json(spec.stopTimeoutSec),
    systemControls: systemControls(spec),
    user: json(spec.user),
    workingDirectory: optional(spec.workingDirectory, json),
  };
  return fields(members, command === undefined ? "" : conditionally(command.condition, command.command));
}

function commandList(command: Texts): string | undefined {
  if ("expression" in command) return json(command);
  return filledList(command.map(json));
}

/** A list of objects with two members each, in the order of their names; `condition` is written before its name. */
function pairs(values: From = {}, first: "condition" | "name", second: string): string | undefined {
  const items = Object.keys(values)
    .sort()
    .map((name) => {
      const [key, value] = [json(name), json(values[name] ?? "")];
      return first === "name"
        ? fields({ name: key, [second]: value })
        : fields({ [first]: value, [second]: key });
    });
  return filledList(items);
}

function healthCheck(check: HealthCheckSpec): string {
  return fields({
    command: commandList(check.command),
    interval: json(check.intervalSec),
    retries: json(check.retries),
    startPeriod: optional(check.startPeriodSec, json),
    timeout: json(check.timeoutSec),
  });
}

function routing(options: From): string {
  return fields({ options: textFields(options), type: json("fluentbit") });
}

/** Folders in memory have no mount options: every user may write to them, as to `/tmp`. */
function linuxParameters({ hasInit, temporaryMiB = {} }: ContainerSpec): string | undefined {
  const folders = Object.keys(temporaryMiB)
    .sort()
    .map((path) => fields({ containerPath: json(path), size: json(temporaryMiB[path] ?? 0) }));
  if (hasInit !== true && folders.length === 0) return undefined;
  return fields({
    initProcessEnabled: hasInit === true ? "true" : undefined,
    tmpfs: filledList(folders),
  });
}

function mountPoints({ mounts = [] }: ContainerSpec): string | undefined {
  const ordered = [...mounts].sort((one, other) => (one.path < other.path ? -1 : 1));
  const points = ordered.map(({ path, volume, isReadOnly }) =>
    fields({ containerPath: json(path), readOnly: String(isReadOnly), sourceVolume: json(volume) }),
  );
  return filledList(points);
}

/** awsvpc tasks have an address of their own: host port and container port are the same. */
function portMappings({ port, portName }: ContainerSpec): string | undefined {
  if (port === undefined) return undefined;
  const mapping = fields({
    containerPort: json(port),
    hostPort: json(port),
    name: portName === undefined ? undefined : json(portName),
    protocol: json("tcp"),
  });
  return list([mapping]);
}

/** Fargate refuses ports below 1024 to everyone but root unless the task says otherwise. */
function systemControls({ unprivilegedPortStart: start }: ContainerSpec): string | undefined {
  if (start === undefined) return undefined;
  return list([
    fields({ namespace: json("net.ipv4.ip_unprivileged_port_start"), value: json(String(start)) }),
  ]);
}

function logConfiguration({ name, log }: ContainerSpec): string {
  if ("options" in log) {
    return fields({
      logDriver: json("awsfirelens"),
      options: textFields(log.options),
      secretOptions: pairs(log.secretOptions, "name", "valueFrom"),
    });
  }
  return fields({
    logDriver: json("awslogs"),
    options: fields({
      "awslogs-group": json(log.group),
      "awslogs-region": json(log.region),
      "awslogs-stream-prefix": json(name),
    }),
  });
}

/** `"command":[…],` if the condition holds when Terraform runs, else nothing at all: an empty list is not canonical. */
function conditionally(condition: string, command: readonly Text[]): string {
  const parts = command.map((part) => (typeof part === "string" ? quoted(json(part)) : json(part)));
  return `\${${condition} ? "${quoted('"command":')}${list(parts)}," : ""}`;
}

/** Text as it has to stand between the quotes of a Terraform expression. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
