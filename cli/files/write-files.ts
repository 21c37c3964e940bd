import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decide, type Decision, type Problem } from "./decision";
import type { FileSet } from "./file-set";
import { folderProblem, look } from "./look";
import { BrokenManifest, manifestName, noManifest, readManifest, type Manifest } from "./manifest";
import { uninterrupted } from "./signals";
import { Staging } from "./staging";
import { makeTarget, Swap, type Undo } from "./swap";

interface Plan {
  readonly set: FileSet;
  readonly manifest: Manifest;
  readonly decision: Decision;
}

/**
 * Writes all files of all sets or none, and removes those that the command wrote once and does not write any more. Throws
 * an `Error` that names every file that somebody else wrote or changed. Returns notes for whoever runs the command.
 */
export function writeFiles(sets: readonly FileSet[]): string[] {
  const plans = plansOf(sets);
  const changing = plans.filter((plan) => !isDone(plan)).map(({ set }) => set);
  if (changing.length > 0) uninterrupted(() => swapAll(changing));
  return plans.flatMap(({ set, decision }) =>
    decision.released.map(
      (path) => `${join(set.folder, path)} was changed, and is not written any more: it is yours`,
    ),
  );
}

/** Throws if `writeFiles` would, for what is there already. */
export function expectWritable(sets: readonly FileSet[]): void {
  plansOf(sets);
}

/** Files that the command wrote here once; throws as `writeFiles` does where the manifest can't be trusted. */
export function writtenOnce(set: Pick<FileSet, "command" | "folder" | "names">): string[] {
  return [...manifestOf(set).files.keys()].filter((path) => look(set.folder, path).kind !== "nothing");
}

function swapAll(sets: readonly FileSet[]): void {
  const targets: Undo[] = [];
  const undos: Undo[] = [];
  const stagings: Staging[] = [];
  try {
    for (const { folder, command } of sets) {
      makeTarget(folder, targets);
      stagings.push(Staging.open(folder, command));
    }
    // Only now no other run writes here.
    const swaps = plansOf(sets).map((plan, index) => ({
      ...plan,
      swap: new Swap(plan.set, stagings[index] as Staging, undos),
    }));
    for (const { swap, decision } of swaps) swap.stage(decision);
    for (const { swap, decision, manifest } of swaps) swap.run(decision, manifest);
  } catch (error) {
    const isBack = allSucceed(undos);
    for (const staging of stagings)
      if (isBack) staging.close();
      else staging.abandon();
    allSucceed(targets);
    if (isBack) throw error;
    const folders = stagings.map(({ folder }) => folder).join(", ");
    throw new Error(
      `${(error as Error).message}\nNot everything could be put back: former files are in ${folders}`,
      {
        cause: error,
      },
    );
  }
  for (const staging of stagings) staging.close();
}

/** Takes steps back, the last one first. */
function allSucceed(undos: readonly Undo[]): boolean {
  return [...undos].reverse().filter((undo) => !succeeds(undo)).length === 0;
}

function succeeds(undo: Undo): boolean {
  try {
    undo();
    return true;
  } catch {
    return false;
  }
}

function plansOf(sets: readonly FileSet[]): Plan[] {
  const odd = sets.flatMap(({ folder }) => folderProblem(folder) ?? []);
  if (odd.length > 0) throw new Error(`nothing was written:\n${odd.map((line) => `  ${line}`).join("\n")}`);
  const plans = sets.map((set) => {
    const manifest = manifestOf(set);
    return { set, manifest, decision: decide(set, manifest, (path) => look(set.folder, path)) };
  });
  const problems = plans.flatMap(({ set, decision }) =>
    decision.problems.map((problem) => ({ ...problem, path: join(set.folder, problem.path) })),
  );
  if (problems.length > 0) throw new Error(refusal(problems, sets[0]?.elsewhere));
  return plans;
}

function manifestOf({ command, folder, names }: Pick<FileSet, "command" | "folder" | "names">): Manifest {
  const name = manifestName(command);
  const file = join(folder, name);
  if (folderProblem(folder) !== undefined) return noManifest;
  const found = look(folder, name);
  if (found.kind === "nothing") return noManifest;
  if (found.kind === "obstacle") throw new Error(`nothing was written: ${file} is ${found.what}`);
  try {
    return readManifest(readFileSync(file, "utf8"), names);
  } catch (error) {
    if (!(error instanceof BrokenManifest)) throw error;
    throw new Error(
      `nothing was written: ${file} can't be used: ${error.message}. Restore it from version control, or remove it and run again`,
      { cause: error },
    );
  }
}

function isDone({ set, manifest, decision: { writes, removals, released, owned } }: Plan): boolean {
  if (writes.length + removals.length + released.length > 0 || manifest.files.size !== owned.size)
    return false;
  const isKept = [...owned].every(([path, digest]) => manifest.files.get(path)?.join() === digest);
  return isKept && (owned.size > 0 || look(set.folder, manifestName(set.command)).kind === "nothing");
}

function refusal(problems: readonly Problem[], elsewhere: FileSet["elsewhere"]): string {
  const lines = problems.map(({ path, reason }) => `  ${path} ${reason}`);
  const away = `Move what is named away${elsewhere === undefined ? "" : `, or write elsewhere with ${elsewhere}`}`;
  const isAdoptable = problems.some((problem) => problem.isAdoptable);
  const adoption = isAdoptable ? "; with --adopt, files under the names that are written are replaced" : "";
  return [`nothing was written:`, ...lines, `${away}${adoption}.`].join("\n");
}
