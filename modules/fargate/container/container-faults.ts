import type { Fault } from "../../errors";
import { fault, inRange, limits, matching, problems, requireThat } from "../../errors";
import { folderFaults, type KnownFolders } from "./folder-faults";
import { variableFaults, type KnownVariables } from "./secret-faults";
import { startOrderFaults, type Condition } from "./start-order";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
export const ECS_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const MOST_BYTES = 65536;

const USER = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$/;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const LOG_OPTION = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const IMAGE =
  /^[a-z0-9][a-z0-9._/-]*(:[0-9]+\/[a-z0-9._/-]+)?(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[a-f0-9]{64})?$/;

/** A container as far as it is known at synthesis. */
export interface KnownContainer extends KnownVariables, KnownFolders {
  readonly name?: string | undefined;
  readonly image?: string | undefined;
  readonly port?: number | undefined;
  readonly cpu?: number | undefined;
  readonly user?: string | undefined;
  readonly stopTimeoutSec?: number | undefined;
  readonly essential?: boolean | undefined;
  readonly dependsOn?: Readonly<Record<string, Condition | undefined>> | undefined;
  readonly healthCheck?: KnownHealthCheck | undefined;
}

export interface KnownHealthCheck {
  readonly command?: readonly (string | undefined)[] | undefined;
  readonly intervalSec?: number | undefined;
  readonly timeoutSec?: number | undefined;
  readonly retries?: number | undefined;
  readonly startPeriodSec?: number | undefined;
}

/** What is wrong with the containers of one task, each by itself and together. */
export function containerFaults(containers: readonly KnownContainer[]): Fault[] {
  return [
    ...inRange(limits.containerCount, containers.length),
    ...repeated(containers.map(({ name }) => name)).map((name) => fault(problems.containerNameTaken, name)),
    ...repeated(containers.map(({ port }) => port)).map((port) => fault(problems.containerPortTaken, port)),
    ...containers.flatMap(eachFaults),
    ...startOrderFaults(
      containers.map(({ healthCheck, ...rest }) => ({ ...rest, hasHealthCheck: healthCheck !== undefined })),
    ),
  ];
}

/** ECS counts the bytes of the whole definition; ours are nearly all in the containers. */
export function sizeFaults(containerJson: string): Fault[] {
  const bytes = Buffer.byteLength(containerJson);
  return requireThat(bytes <= MOST_BYTES, problems.taskDefinitionTooLarge, `${bytes} bytes`);
}

function eachFaults(container: KnownContainer): Fault[] {
  const {
    name,
    image,
    port,
    cpu,
    memoryMiB,
    user,
    stopTimeoutSec,
    environment = {},
    secrets = {},
  } = container;
  return [
    ...matching(problems.ecsName, name, ECS_NAME, "a container name"),
    ...matching(problems.imageReference, image, IMAGE),
    ...inRange(limits.containerPort, port),
    ...inRange(limits.containerCpu, cpu),
    ...inRange(limits.containerMemory, memoryMiB),
    ...matching(problems.containerUser, user, USER),
    ...inRange(limits.stopTimeout, stopTimeoutSec),
    ...Object.keys({ ...environment, ...secrets }).flatMap((name) =>
      matching(problems.environmentName, name, VARIABLE),
    ),
    ...Object.keys(container.logOptions ?? {}).flatMap((name) =>
      matching(problems.logOptionName, name, LOG_OPTION),
    ),
    ...variableFaults(container),
    ...folderFaults(container),
    ...healthFaults(container.healthCheck ?? {}),
  ];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function healthFaults(check: KnownHealthCheck): Fault[] {
  const { command, intervalSec, timeoutSec, retries, startPeriodSec } = check;
  const [form, ...words] = command ?? ["CMD", "unknown"];
  const isForm = form === undefined || form === "CMD" || (form === "CMD-SHELL" && words.length === 1);
  return [
    ...requireThat(isForm && words.length > 0, problems.containerHealthCheckCommand, JSON.stringify(command)),
    ...inRange(limits.containerHealthCheckInterval, intervalSec),
    ...inRange(limits.containerHealthCheckTimeout, timeoutSec),
    ...inRange(limits.containerHealthCheckRetries, retries),
    ...inRange(limits.containerHealthCheckStartPeriod, startPeriodSec),
  ];
}

function repeated<T>(values: readonly (T | undefined)[]): T[] {
  const known = values.filter((value) => value !== undefined);
  return [...new Set(known.filter((value, position) => known.slice(0, position).includes(value)))];
}
