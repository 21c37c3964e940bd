import { limits } from "../../errors";
import { literal, literals, numberOrExpression, textOrExpression, textsOrExpression } from "../../foundation";
import type { VariableImage } from "../../variables";
import { CONTAINER_DEFAULTS, type Container, type ContainerHealthCheck } from "./container";
import type { KnownContainer } from "./container-faults";
import type { ContainerSpec, HealthCheckSpec, LogSpec } from "./container-json";
import { valueFrom, type Secret } from "./secret";
import type { Condition } from "./start-order";
import type { Count, From } from "./template-json";

const FIRST_UNPRIVILEGED_PORT = 1024;

export type NamedContainer = Container & {
  readonly name: string;
  /** Options of FireLens, if the container is the task's log router. */
  readonly routes?: Readonly<Record<string, string>>;
};

/** What containers of a task have in common. */
export interface Task {
  readonly portName: string | undefined;
  readonly log: { readonly group: string; readonly region: string };
  /** Whether sessions may be opened in the containers. */
  readonly exec?: boolean | undefined;
}

/** Containers with a name each: the first is named like its service, others by their position. */
export function withNames(containers: readonly Container[], fallback: string): NamedContainer[] {
  return containers.map((container, position) => ({
    ...container,
    name: container.name ?? (position === 0 ? fallback : `Sidecar${position}`),
  }));
}

/**
 * What checks may look at. Of an image that is set at deploy time the stand-in is known. A record that is a token as a
 * whole can't be put in order: it is shown with a name that no check lets pass.
 */
export function knownContainer(container: NamedContainer): KnownContainer {
  const { image } = container;
  const reference = typeof image === "string" ? image : image.placeholder.reference;
  const { environment, secrets, dependsOn, temporaryMiB, mounts, logOptions } = container;
  return {
    ...literals(container),
    image: literal(reference),
    environment: knownRecord(environment),
    secrets: knownRecord(secrets),
    dependsOn: knownRecord(dependsOn),
    temporaryMiB: knownRecord(temporaryMiB),
    mounts: knownRecord(mounts),
    logOptions: knownRecord(logOptions),
  };
}

function knownRecord<T>(record: Readonly<Record<string, T>> = {}): Readonly<Record<string, T | undefined>> {
  return literal(record) ?? { "a Terraform token": undefined };
}

/** Every value of each container chosen: default, then the caller's; tokens become Terraform expressions. */
export function containerSpecs(containers: readonly NamedContainer[], task: Task): ContainerSpec[] {
  const lowest = lowestPrivilegedPort(containers);
  return containers.map((container, position) => ({
    name: textOrExpression(container.name),
    ...imageAndCommand(container),
    cpu: numberOrExpression(container.cpu ?? 0),
    memoryMiB: optional(container.memoryMiB, numberOrExpression),
    environment: texts(container.environment),
    user: textOrExpression(container.user ?? CONTAINER_DEFAULTS.user),
    readonlyRootFilesystem: container.writableRootFilesystem !== true,
    stopTimeoutSec: numberOrExpression(container.stopTimeoutSec ?? CONTAINER_DEFAULTS.stopTimeoutSec),
    port: optional(container.port, numberOrExpression),
    portName: position === 0 ? optional(task.portName, textOrExpression) : undefined,
    unprivilegedPortStart: needsPrivilege(container) ? lowest : undefined,
    log: logOf(container, task.log),
    entryPoint: optional(container.entryPoint, textsOrExpression),
    workingDirectory: optional(container.workingDirectory, textOrExpression),
    secrets: texts(mapped(container.secrets, valueFrom)),
    essential: position === 0 || container.essential !== false,
    dependsOn: order(container, containers),
    healthCheck: optional(container.healthCheck, healthCheck),
    hasInit: task.exec === true,
    temporaryMiB: mapped(container.temporaryMiB, (size): Count => numberOrExpression(size)),
    mounts: Object.entries(container.mounts ?? {}).map(([path, { name, isReadOnly }]) => ({
      ...{ path, isReadOnly },
      volume: textOrExpression(name),
    })),
    routes: optional(container.routes, texts),
  }));
}

function logOf({ logOptions }: Container, { group, region }: Task["log"]): LogSpec {
  if (logOptions === undefined) return { group: textOrExpression(group), region: textOrExpression(region) };
  const options = Object.entries(logOptions);
  const plain = options.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const secret = options.filter((entry): entry is [string, Secret] => typeof entry[1] !== "string");
  return {
    options: texts(Object.fromEntries(plain)),
    secretOptions: texts(mapped(Object.fromEntries(secret), valueFrom)),
  };
}

/** The log router starts before whoever logs through it, unless the caller has said when. */
function order({ dependsOn, logOptions }: Container, containers: readonly NamedContainer[]): From {
  const router = containers.find(({ routes }) => routes !== undefined);
  const first: Record<string, Condition> =
    logOptions === undefined || router === undefined ? {} : { [router.name]: "START" };
  return { ...first, ...dependsOn };
}

function healthCheck(check: ContainerHealthCheck): HealthCheckSpec {
  return {
    command: textsOrExpression(check.command),
    intervalSec: numberOrExpression(check.intervalSec ?? limits.containerHealthCheckInterval.default),
    timeoutSec: numberOrExpression(check.timeoutSec ?? limits.containerHealthCheckTimeout.default),
    retries: numberOrExpression(check.retries ?? limits.containerHealthCheckRetries.default),
    startPeriodSec: optional(check.startPeriodSec, numberOrExpression),
  };
}

/** A stand-in brings a command, which goes as soon as another image is set. */
function imageAndCommand({
  image,
  command,
}: Container): Pick<ContainerSpec, "image" | "command" | "conditionalCommand"> {
  if (typeof image === "string")
    return { image: textOrExpression(image), command: textsOrExpression(command ?? []) };
  const { expression } = image;
  return command === undefined
    ? { image: { expression }, command: [], conditionalCommand: placeholderCommand(image) }
    : { image: { expression }, command: textsOrExpression(command) };
}

function placeholderCommand({ expression, placeholder }: VariableImage): ContainerSpec["conditionalCommand"] {
  return {
    condition: `${expression} == ${JSON.stringify(placeholder.reference)}`,
    command: placeholder.command.map(textOrExpression),
  };
}

function texts(values: Readonly<Record<string, string>> = {}): From {
  return mapped(values, textOrExpression);
}

function mapped<T, R>(record: Readonly<Record<string, T>> = {}, convert: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, convert(value)]));
}

/** Containers of a task share one network, and so one setting: the lowest port that any of them needs. */
function lowestPrivilegedPort(containers: readonly Container[]): number | undefined {
  const ports = containers.filter(needsPrivilege).map(({ port }) => port ?? FIRST_UNPRIVILEGED_PORT);
  return ports.length > 0 ? Math.min(...ports) : undefined;
}

function needsPrivilege({ port, user }: Container): boolean {
  const known = literal(port);
  const isRoot = /^(root|0)(:|$)/.test(user ?? CONTAINER_DEFAULTS.user);
  return known !== undefined && known < FIRST_UNPRIVILEGED_PORT && !isRoot;
}

function optional<T, R>(value: T | undefined, convert: (value: T) => R): R | undefined {
  return value === undefined ? undefined : convert(value);
}
