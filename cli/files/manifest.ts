import { isJson } from "../json";

/** Which files in a folder a command wrote, as it wrote them; stands beside them and is committed with them. */
export interface Manifest {
  /** Digests by path: one, or two while a file is being replaced. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Folders that the command made. */
  readonly folders: ReadonlySet<string>;
}

/** A manifest that can't be trusted: nothing may be removed or replaced because of it. */
export class BrokenManifest extends Error {}

const VERSION = 1;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** What belongs to git and Terraform: their folders, and every state. */
const NEVER_OURS = /^\.(git|terraform)$|\.tfstate($|\.)/i;

export const noManifest: Manifest = { files: new Map(), folders: new Set() };

export function manifestName(command: string): string {
  return `.frontyard-${command}.json`;
}

/** Objects and no lists: a formatter leaves it as it is. While files are replaced, it holds their new digests too. */
export function manifestText(command: string, { files, folders }: Manifest): string {
  const paths = [...files.keys()].sort();
  const digests = (at: number): [string, string][] =>
    paths.flatMap((path): [string, string][] => {
      const digest = files.get(path)?.[at];
      return digest === undefined ? [] : [[path, digest]];
    });
  const replacing = Object.fromEntries(digests(1));
  const content = {
    "//": `The files here that frontyard's ${command} wrote: it replaces and removes no others. Commit this file; don't edit it.`,
    version: VERSION,
    files: Object.fromEntries(digests(0)),
    ...(Object.keys(replacing).length > 0 && { replacing }),
    ...(folders.size > 0 && {
      folders: Object.fromEntries([...folders].sort().map((path) => [path, "made"])),
    }),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Throws a `BrokenManifest` that says what is wrong. */
export function readManifest(text: string, names: RegExp): Manifest {
  const content = parsed(text);
  if (!isJson(content)) throw new BrokenManifest("it holds no object");
  if (content.version !== VERSION)
    throw new BrokenManifest(`its version is ${JSON.stringify(content.version)}, and ${VERSION} is known`);
  const { files = {}, replacing = {}, folders = {} } = content;
  if (!isJson(files) || !isJson(replacing) || !isJson(folders))
    throw new BrokenManifest("files, replacing and folders must be objects");
  for (const path of Object.keys(folders)) expectPath(path);
  const digests = new Map<string, string[]>();
  for (const [path, digest] of [...Object.entries(files), ...Object.entries(replacing)]) {
    expectPath(path);
    if (!names.test(path))
      throw new BrokenManifest(`${JSON.stringify(path)} is no file that this command writes`);
    if (typeof digest !== "string" || !DIGEST.test(digest))
      throw new BrokenManifest(`${JSON.stringify(path)} has no digest`);
    digests.set(path, [...(digests.get(path) ?? []), digest]);
  }
  const [one, other] = alike([...digests.keys()]) ?? [];
  if (one !== undefined) throw new BrokenManifest(`${one} and ${other} differ in case only`);
  return { files: digests, folders: new Set(Object.keys(folders)) };
}

/** Says why a path leads somewhere that no command of ours writes to, if it does. */
export function pathProblem(path: string): string | undefined {
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..") || /[\\\0]|^[A-Za-z]:/.test(path))
    return "is no path below this folder";
  return parts.some((part) => NEVER_OURS.test(part)) ? "belongs to git or Terraform" : undefined;
}

/** Two paths that are one file where case does not count, as on macOS and Windows. */
export function alike(paths: readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const folded = path.normalize("NFC").toLowerCase();
    const other = seen.get(folded);
    if (other !== undefined) return [other, path];
    seen.set(folded, path);
  }
  return undefined;
}

function expectPath(path: string): void {
  const problem = pathProblem(path);
  if (problem !== undefined) throw new BrokenManifest(`${JSON.stringify(path)} ${problem}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenManifest("it is not JSON", { cause: error });
  }
}
