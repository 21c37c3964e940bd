import { digestOf, type FileSet } from "./file-set";
import { alike, pathProblem, type Manifest } from "./manifest";

/** What lies at a path, without following any link. */
export type Found =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly digest: string }
  /** Something at the path, or on the way to it, that no file may replace. */
  | { readonly kind: "obstacle"; readonly path: string; readonly what: string };

/** Why nothing is written. */
export interface Problem {
  readonly path: string;
  readonly reason: string;
  /** Whether `adopt` takes it out of the way. */
  readonly isAdoptable: boolean;
}

/** A file to be made, or put in place of the one that has `before`. */
export interface Write {
  readonly path: string;
  readonly text: string;
  readonly before: string | undefined;
}

export interface Removal {
  readonly path: string;
  readonly before: string;
}

export interface Decision {
  readonly problems: readonly Problem[];
  readonly writes: readonly Write[];
  readonly removals: readonly Removal[];
  /** Former files that somebody changed: theirs from now on. */
  readonly released: readonly string[];
  /** Digest by path of all that is the command's own afterwards. */
  readonly owned: ReadonlyMap<string, string>;
}

type Step = Problem | { readonly write: Write } | { readonly remove: Removal } | { readonly release: string };

/** What to do with each file, or why nothing may be done: only what the command wrote itself is replaced or removed. */
export function decide(set: FileSet, manifest: Manifest, look: (path: string) => Found): Decision {
  const { files, keeps } = set;
  const former = [...manifest.files.keys()].filter((path) => !files.has(path));
  const kept = former
    .filter((path) => keeps?.(path) === true)
    .flatMap((path): [string, string][] => stillOwned(path, manifest, look(path)));
  const gone = former.filter((path) => keeps?.(path) !== true);
  const steps: Step[] = [
    ...nameProblems([...files.keys()]),
    ...[...files].flatMap(([path, text]) => written(set, { path, text, manifest, found: look(path) })),
    ...gone.flatMap((path) => removed(path, manifest, look(path), set.adopt === true)),
  ];
  return {
    problems: steps.filter((step) => "reason" in step),
    writes: steps.flatMap((step) => ("write" in step ? step.write : [])),
    removals: steps.flatMap((step) => ("remove" in step ? step.remove : [])),
    released: steps.flatMap((step) => ("release" in step ? step.release : [])),
    owned: new Map([...kept, ...[...files].map(([path, text]): [string, string] => [path, digestOf(text)])]),
  };
}

interface Wanted {
  readonly path: string;
  readonly text: string;
  readonly manifest: Manifest;
  readonly found: Found;
}

function written({ adopt, madeFrom }: FileSet, { path, text, manifest, found }: Wanted): Step[] {
  if (found.kind === "obstacle") return [obstacle(found)];
  if (found.kind === "nothing") return [{ write: { path, text, before: undefined } }];
  if (found.digest === digestOf(text)) return [];
  const own = manifest.files.get(path);
  const source = madeFrom?.get(path);
  const isOurs = own?.includes(found.digest) || (source !== undefined && digestOf(source) === found.digest);
  if (isOurs || adopt) return [{ write: { path, text, before: found.digest } }];
  const reason = own ? "was changed after this command wrote it" : "was not written by this command";
  return [{ path, reason, isAdoptable: true }];
}

function removed(path: string, manifest: Manifest, found: Found, adopt: boolean): Step[] {
  if (found.kind === "nothing") return [];
  if (found.kind === "file" && manifest.files.get(path)?.includes(found.digest))
    return [{ remove: { path, before: found.digest } }];
  if (adopt) return [{ release: path }];
  if (found.kind === "obstacle") return [obstacle(found)];
  const reason = "is not written any more, and was changed after this command wrote it";
  return [{ path, reason, isAdoptable: false }];
}

/** A file that somebody changed since stays in the manifest as it was written: it is changed as long as it is there. */
function stillOwned(path: string, manifest: Manifest, found: Found): [string, string][] {
  const [first = "", ...others] = manifest.files.get(path) ?? [];
  if (found.kind === "nothing") return [];
  const now = found.kind === "file" ? others.find((digest) => digest === found.digest) : undefined;
  return [[path, now ?? first]];
}

function obstacle({ path, what }: Extract<Found, { kind: "obstacle" }>): Problem {
  return { path, reason: `is ${what}`, isAdoptable: false };
}

function nameProblems(paths: readonly string[]): Problem[] {
  const [one, other] = alike(paths) ?? [];
  const twins =
    one === undefined ? [] : [{ path: one, reason: `and ${other} are one file where case does not count` }];
  const odd = paths.flatMap((path) => {
    const isFolder = paths.some((other) => other.startsWith(`${path}/`));
    const reason = isFolder ? "can't be both a file and a folder" : pathProblem(path);
    return reason === undefined ? [] : [{ path, reason }];
  });
  return [...twins, ...odd].map((problem) => ({ ...problem, isAdoptable: false }));
}
