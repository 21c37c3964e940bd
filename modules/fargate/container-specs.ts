import { literal, literals, numberOrExpression, textOrExpression, textsOrExpression } from "../stack";
import type { VariableImage } from "../variables";
import { CONTAINER_DEFAULTS, type Container } from "./container";
import type { KnownContainer } from "./container-findings";
import type { ContainerSpec, Text } from "./container-json";

const FIRST_UNPRIVILEGED_PORT = 1024;

export type NamedContainer = Container & { readonly name: string };

/** Containers with a name each: the first is named like its service, others by their position. */
export function withNames(containers: readonly Container[], fallback: string): NamedContainer[] {
  return containers.map((container, position) => ({
    ...container,
    name: container.name ?? (position === 0 ? fallback : `Sidecar${position}`),
  }));
}

/**
 * What checks may look at. Of an image that is set at deploy time the stand-in is known. An environment that is a
 * token as a whole can't be put in order: it is shown as a variable with a name that no check lets pass.
 */
export function knownContainer(container: NamedContainer): KnownContainer {
  const { image, environment = {} } = container;
  const reference = typeof image === "string" ? image : image.placeholder.reference;
  const known = literal(environment) ?? { "a Terraform token": "" };
  return { ...literals(container), image: literal(reference), environment: known };
}

/** Every value of each container chosen: default, then the caller's; tokens become Terraform expressions. */
export function containerSpecs(
  containers: readonly NamedContainer[],
  portName: string | undefined,
  log: { readonly group: string; readonly region: string },
): ContainerSpec[] {
  const lowest = lowestPrivilegedPort(containers);
  return containers.map((container, position) => ({
    name: textOrExpression(container.name),
    ...imageAndCommand(container),
    cpu: numberOrExpression(container.cpu ?? 0),
    memoryMiB: optional(container.memoryMiB, numberOrExpression),
    environment: environment(container.environment ?? {}),
    user: textOrExpression(container.user ?? CONTAINER_DEFAULTS.user),
    readonlyRootFilesystem: container.writableRootFilesystem !== true,
    stopTimeoutSec: numberOrExpression(container.stopTimeoutSec ?? CONTAINER_DEFAULTS.stopTimeoutSec),
    port: optional(container.port, numberOrExpression),
    portName: position === 0 ? optional(portName, textOrExpression) : undefined,
    unprivilegedPortStart: needsPrivilege(container) ? lowest : undefined,
    log: { group: textOrExpression(log.group), region: textOrExpression(log.region) },
  }));
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

function environment(variables: Readonly<Record<string, string>>): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, textOrExpression(value)]),
  );
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
