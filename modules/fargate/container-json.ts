/** Text that is known now, or the Terraform expression (without `${}`) that yields it. */
export type Text = string | { readonly expression: string };

/** A list of texts, each known or not, or the expression that yields all of it. */
export type Texts = readonly Text[] | { readonly expression: string };

/** A number likewise. */
export type Count = number | { readonly expression: string };

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
  readonly log: { readonly group: Text; readonly region: Text };
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
  return fields({
    command: commandList(spec.command),
    ...(command === undefined ? {} : { conditional: conditionally(command.condition, command.command) }),
    cpu: json(spec.cpu),
    environment: environment(spec.environment),
    essential: "true",
    image: json(spec.image),
    logConfiguration: logConfiguration(spec),
    memory: spec.memoryMiB === undefined ? undefined : json(spec.memoryMiB),
    name: json(spec.name),
    portMappings: portMappings(spec),
    readonlyRootFilesystem: String(spec.readonlyRootFilesystem),
    stopTimeout: json(spec.stopTimeoutSec),
    systemControls: systemControls(spec),
    user: json(spec.user),
  });
}

function commandList(command: Texts): string | undefined {
  if ("expression" in command) return json(command);
  return command.length > 0 ? list(command.map(json)) : undefined;
}

function environment(variables: Readonly<Record<string, Text>>): string | undefined {
  const names = Object.keys(variables).sort();
  const pairs = names.map((name) => fields({ name: json(name), value: json(variables[name] ?? "") }));
  return pairs.length > 0 ? list(pairs) : undefined;
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

function fields(members: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (name === "conditional" ? value : `${JSON.stringify(name)}:${value},`));
  return `{${written.join("").replace(/,$/, "")}}`;
}

function list(items: readonly string[]): string {
  return `[${items.join(",")}]`;
}

function json(value: Text | Count): string {
  return typeof value === "object"
    ? `\${jsonencode(${value.expression})}`
    : templateText(JSON.stringify(value));
}

/** Terraform reads `${` and `%{` in text as the start of a template: what is meant literally is doubled. */
function templateText(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}
