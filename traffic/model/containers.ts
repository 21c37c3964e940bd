import { isObject, readTemplateJson, UNKNOWN, UNKNOWN_MEMBERS, type Value, type Values } from "../terraform";
import { blocks, flag, number, text, texts } from "./attributes";
import type { Known } from "./truth";

export interface Container {
  readonly name: Known<string>;
  readonly image: Known<string>;
  readonly ports: Known<readonly PortMapping[]>;
  readonly logDriver: Known<string> | undefined;
  /** The CloudWatch log group; its name may be a reference, and is unknown then. */
  readonly logGroup: Known<string> | undefined;
  /** Where secrets come from: ARNs of Secrets Manager or SSM, or names of SSM parameters. */
  readonly secretSources: Known<readonly Known<string>[]>;
  /** True if it has the rights of the host that it runs on. */
  readonly isPrivileged: Known<boolean>;
  /** Variables that anybody who sees the task definition can read. */
  readonly environment: Known<readonly Variable[]>;
  /** What it is started with. */
  readonly arguments: readonly Known<string>[];
  /** True if it may find names that nobody else does: links, hosts or search domains of its own. */
  readonly hasOwnNames: boolean;
  /** True if it needs credentials of another registry than ECR. */
  readonly hasRepositoryCredentials: boolean;
}

export interface Variable {
  readonly name: Known<string>;
  /** Undefined is empty. */
  readonly value: Known<string> | undefined;
}

export interface PortMapping {
  readonly port: Known<number>;
  readonly hostPort: Known<number> | undefined;
  readonly protocol: Known<string>;
  /** Name in Service Connect. */
  readonly name: Known<string> | undefined;
}

/** The containers in a task definition's JSON; unknown if the text can't be read. */
export function containersIn(value: Value): Known<readonly Container[]> {
  const read = typeof value === "string" ? readTemplateJson(value) : UNKNOWN;
  if (!Array.isArray(read)) return UNKNOWN;
  const found = read.map((one: Value) => (isObject(one) ? container(one) : UNKNOWN));
  return found.includes(UNKNOWN) ? UNKNOWN : found.flatMap((one) => (one === UNKNOWN ? [] : one));
}

function container(values: Values): Container {
  const rest = UNKNOWN_MEMBERS in values ? UNKNOWN : undefined;
  const log = isObject(values.logConfiguration) ? values.logConfiguration : undefined;
  const options = isObject(log?.options) ? log.options : undefined;
  const secrets = blocks(values.secrets);
  const hidden = blocks(log?.secretOptions);
  const variables = blocks(values.environment);
  const mappings = blocks(values.portMappings);
  return {
    name: text(values.name) ?? UNKNOWN,
    image: text(values.image) ?? UNKNOWN,
    ports:
      mappings === UNKNOWN
        ? UNKNOWN
        : values.portMappings === undefined && rest
          ? rest
          : mappings.map(mapping),
    logDriver: log === undefined ? rest : text(log.logDriver),
    logGroup: text(options?.["awslogs-group"]),
    secretSources:
      secrets === UNKNOWN || hidden === UNKNOWN
        ? UNKNOWN
        : [...secrets, ...hidden].map(({ valueFrom }) => text(valueFrom) ?? UNKNOWN),
    isPrivileged: flag(values.privileged) ?? rest ?? false,
    environment:
      variables === UNKNOWN
        ? UNKNOWN
        : variables.map(({ name, value }) => ({ name: text(name) ?? UNKNOWN, value: text(value) })),
    arguments: [...texts(values.entryPoint), ...texts(values.command)],
    hasOwnNames: ["links", "extraHosts", "dnsSearchDomains", "dnsServers"].some((name) =>
      isGiven(values[name]),
    ),
    hasRepositoryCredentials: values.repositoryCredentials !== undefined,
  };
}

function isGiven(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

function mapping(values: Values): PortMapping {
  const protocol = text(values.protocol);
  return {
    port: number(values.containerPort) ?? UNKNOWN,
    hostPort: number(values.hostPort),
    protocol: typeof protocol === "string" ? protocol.toLowerCase() : (protocol ?? "tcp"),
    name: text(values.name),
  };
}
