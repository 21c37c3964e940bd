import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { forkModules } from "./fork";
import { namesIn, renamed, type Versions } from "./names";
import { run } from "./run";

/** Packages that the move takes away: nothing in the copy may find them. */
const GONE = ["cdktf", "cdktf-cli", "@cdktf", "constructs"];

/** Sources of this folder, committed or not, but nothing that git ignores. */
export async function sources(): Promise<string[]> {
  const list = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { exitCode, output } = await run(list, { folder: "." });
  if (exitCode !== 0) throw new Error(`git can't say which files are sources: ${output.trim()}`);
  return output.split("\0").filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isFile());
}

export interface Renaming {
  readonly files: number;
  /** Files with a name that changes, and how many such names. */
  readonly changed: number;
  readonly names: number;
}

/** Writes all sources to a folder, or in place, with CDK Terrain's names. Only what changes is read as text. */
export function rename(paths: readonly string[], folder: string, versions: Versions): Renaming {
  const counts = paths.map((path) => {
    const text = readFileSync(path, "utf8");
    const after = renamed(path, text, versions);
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (after !== text) writeFileSync(target, after);
    else if (folder !== ".") copyFileSync(path, target);
    return namesIn(path, text);
  });
  const names = counts.reduce((sum, count) => sum + count, 0);
  return { files: paths.length, changed: counts.filter((count) => count > 0).length, names };
}

export function renamingText({ files, changed, names }: Renaming): string {
  return `${files} files; in ${changed} of them ${names} names of packages change, and nothing else`;
}

/** Gives the copy the packages of this project by links, with CDK Terrain's in place of CDKTF's. */
export function linkPackages(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const [from, leaveOut] of [
    ["node_modules", GONE],
    [forkModules, []],
  ] as const) {
    const packages = readdirSync(from).filter(
      (name) => !name.startsWith(".") && name !== "package-lock.json",
    );
    for (const name of packages.filter((each) => !leaveOut.some((gone) => gone === each)))
      symlinkSync(resolve(from, name), join(modules, name));
  }
}
