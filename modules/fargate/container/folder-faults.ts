import type { Fault } from "../../errors";
import { fault, inRange, limits, matching, problems, requireThat } from "../../errors";

/** A path that a file system can be shown at: absolute, and no part of it leads up or is empty. */
const PATH = /^(?!.*\/\.{1,2}(\/|$))(\/[^/\0:]+)+$/;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html */
const VOLUME = /^[A-Za-z0-9_-]{1,255}$/;

/** The folders of one container as far as they are known. */
export interface KnownFolders {
  readonly workingDirectory?: string | undefined;
  readonly memoryMiB?: number | undefined;
  readonly temporaryMiB?: Readonly<Record<string, number | undefined>> | undefined;
  readonly mounts?: Readonly<Record<string, KnownVolume | undefined>> | undefined;
}

export interface KnownVolume {
  readonly name?: string | undefined;
  readonly source?: unknown;
}

export function folderFaults({
  workingDirectory,
  memoryMiB,
  temporaryMiB = {},
  mounts = {},
}: KnownFolders): Fault[] {
  const paths = [...Object.keys(temporaryMiB), ...Object.keys(mounts)];
  const twice = Object.keys(mounts).filter((path) => Object.hasOwn(temporaryMiB, path));
  const inMemory = temporarySum(temporaryMiB);
  return [
    ...requireThat(
      workingDirectory === "/" || isPath(workingDirectory),
      problems.containerPath,
      workingDirectory,
      "workingDirectory",
    ),
    ...paths
      .filter((path) => !isPath(path))
      .map((path) => fault(problems.containerPath, JSON.stringify(path))),
    ...twice.map((path) => fault(problems.folderTwice, path)),
    ...Object.values(temporaryMiB).flatMap((size) => inRange(limits.temporaryFolderSize, size)),
    ...requireThat(
      memoryMiB === undefined || inMemory < memoryMiB,
      problems.temporaryFoldersTooLarge,
      `${inMemory} of ${memoryMiB} MiB`,
    ),
    ...Object.values(mounts).flatMap((volume) => matching(problems.volumeName, volume?.name, VOLUME)),
  ];
}

/** Volumes of one task that share a name without being one. */
export function volumeFaults(containers: readonly KnownFolders[]): Fault[] {
  const volumes = containers.flatMap(({ mounts = {} }) => Object.values(mounts));
  const names = new Set(volumes.flatMap((volume) => volume?.name ?? []));
  return [...names]
    .filter((name) => new Set(volumes.filter((one) => one?.name === name).map((one) => one?.source)).size > 1)
    .map((name) => fault(problems.volumeName, `${name} for two volumes`));
}

/** Folders in memory take the container's memory as they fill. */
export function temporarySum(temporaryMiB: Readonly<Record<string, number | undefined>> = {}): number {
  return Object.values(temporaryMiB).reduce<number>((total, size) => total + (size ?? 0), 0);
}

function isPath(path: string | undefined): boolean {
  return path === undefined || PATH.test(path);
}
