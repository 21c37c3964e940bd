import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { whileSynthesized } from "../application/application";
import type { FileSet } from "../files";

export const LOCK = ".terraform.lock.hcl";

/** Text by path below the folder of the output, with / between its parts. */
export type Files = ReadonlyMap<string, string>;

/** Whatever a synth writes: CDKTF's manifest, and a folder for each stack. */
const NAMES = /^(manifest\.json|stacks\/.+)$/;

/** What was committed for a stack, whoever wrote it. */
const OF_STACK = /^stacks\/[^/]+\/(cdk\.tf\.json|\.terraform\.lock\.hcl)$/;

/** What a synth writes now, by the code alone. */
export function synthesizedFiles(): Files {
  return whileSynthesized({ state: "code" }, (outdir) => textsOf(outdir, filesBelow(outdir)));
}

export function outputSet(folder: string): Pick<FileSet, "command" | "folder" | "names"> {
  return { command: "output", folder, names: NAMES };
}

/** What is there of the output: files of these names, those of stacks that may be gone, and what was written once. */
export function committedFiles(folder: string, current: Files, once: readonly string[]): Files {
  const stacks = foldersBelow(join(folder, "stacks")).flatMap((name) =>
    ["cdk.tf.json", LOCK].map((file) => `stacks/${name}/${file}`),
  );
  const paths = new Set([...current.keys(), ...once, ...stacks.filter((path) => OF_STACK.test(path))]);
  return textsOf(folder, [...paths].sort());
}

function textsOf(folder: string, paths: readonly string[]): Files {
  return new Map(
    paths
      .filter((path) => lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile())
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => path.split(sep).join("/"));
}

function foldersBelow(folder: string): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
