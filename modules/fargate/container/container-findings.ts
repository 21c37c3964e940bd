import type { Finding } from "../../errors";
import { finding, inRange, matching, unless } from "../../errors";
import { folderFindings, type KnownFolders } from "./folder-findings";
import { variableFindings, type KnownVariables } from "./secret-findings";
import { startOrderFindings, type Condition } from "./start-order";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
export const ECS_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const MOST_CONTAINERS = 10;
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
export function containerFindings(containers: readonly KnownContainer[]): Finding[] {
  return [
    ...inRange("FY404", containers.length, [1, MOST_CONTAINERS]),
    ...repeated(containers.map(({ name }) => name)).map((name) => finding("FY405", name)),
    ...repeated(containers.map(({ port }) => port)).map((port) => finding("FY418", port)),
    ...containers.flatMap(eachFindings),
    ...startOrderFindings(
      containers.map(({ healthCheck, ...rest }) => ({ ...rest, hasHealthCheck: healthCheck !== undefined })),
    ),
  ];
}

/** ECS counts the bytes of the whole definition; ours are nearly all in the containers. */
export function sizeFindings(containerJson: string): Finding[] {
  const bytes = Buffer.byteLength(containerJson);
  return unless(bytes <= MOST_BYTES, "FY406", `${bytes} bytes`);
}

function eachFindings(container: KnownContainer): Finding[] {
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
    ...matching("FY401", name, ECS_NAME, "a container name"),
    ...matching("FY415", image, IMAGE),
    ...inRange("FY402", port, [1, 65535]),
    ...inRange("FY416", cpu, [1, 16384]),
    ...inRange("FY417", memoryMiB, [6, 122880]),
    ...matching("FY423", user, USER),
    ...inRange("FY413", stopTimeoutSec, [2, 120]),
    ...Object.keys({ ...environment, ...secrets }).flatMap((name) => matching("FY414", name, VARIABLE)),
    ...Object.keys(container.logOptions ?? {}).flatMap((name) => matching("FY469", name, LOG_OPTION)),
    ...variableFindings(container),
    ...folderFindings(container),
    ...healthFindings(container.healthCheck ?? {}),
  ];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
function healthFindings(check: KnownHealthCheck): Finding[] {
  const { command, intervalSec, timeoutSec, retries, startPeriodSec } = check;
  const [form, ...words] = command ?? ["CMD", "unknown"];
  const isForm = form === undefined || form === "CMD" || (form === "CMD-SHELL" && words.length === 1);
  return [
    ...unless(isForm && words.length > 0, "FY450", JSON.stringify(command)),
    ...inRange("FY446", intervalSec, [5, 300]),
    ...inRange("FY447", timeoutSec, [2, 60]),
    ...inRange("FY448", retries, [1, 10]),
    ...inRange("FY449", startPeriodSec, [0, 300]),
  ];
}

function repeated<T>(values: readonly (T | undefined)[]): T[] {
  const known = values.filter((value) => value !== undefined);
  return [...new Set(known.filter((value, position) => known.slice(0, position).includes(value)))];
}
