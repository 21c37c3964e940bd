import type { Finding } from "../../errors";
import { finding, inRange, matching, unless } from "../../errors";

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

export function folderFindings({
  workingDirectory,
  memoryMiB,
  temporaryMiB = {},
  mounts = {},
}: KnownFolders): Finding[] {
  const paths = [...Object.keys(temporaryMiB), ...Object.keys(mounts)];
  const twice = Object.keys(mounts).filter((path) => Object.hasOwn(temporaryMiB, path));
  const inMemory = temporarySum(temporaryMiB);
  return [
    ...unless(
      workingDirectory === "/" || isPath(workingDirectory),
      "FY451",
      workingDirectory,
      "workingDirectory",
    ),
    ...paths.filter((path) => !isPath(path)).map((path) => finding("FY451", JSON.stringify(path))),
    ...twice.map((path) => finding("FY454", path)),
    ...Object.values(temporaryMiB).flatMap((size) => inRange("FY452", size, [1, 122880])),
    ...unless(memoryMiB === undefined || inMemory < memoryMiB, "FY453", `${inMemory} of ${memoryMiB} MiB`),
    ...Object.values(mounts).flatMap((volume) => matching("FY455", volume?.name, VOLUME)),
  ];
}

/** Volumes of one task that share a name without being one. */
export function volumeFindings(containers: readonly KnownFolders[]): Finding[] {
  const volumes = containers.flatMap(({ mounts = {} }) => Object.values(mounts));
  const names = new Set(volumes.flatMap((volume) => volume?.name ?? []));
  return [...names]
    .filter((name) => new Set(volumes.filter((one) => one?.name === name).map((one) => one?.source)).size > 1)
    .map((name) => finding("FY455", `${name} for two volumes`));
}

/** Folders in memory take the container's memory as they fill. */
export function temporarySum(temporaryMiB: Readonly<Record<string, number | undefined>> = {}): number {
  return Object.values(temporaryMiB).reduce<number>((total, size) => total + (size ?? 0), 0);
}

function isPath(path: string | undefined): boolean {
  return path === undefined || PATH.test(path);
}
