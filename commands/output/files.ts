import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { whileSynthesized } from "../application/application";

export const LOCK = ".terraform.lock.hcl";

/** Text by path below the folder of the output, with / between its parts. */
export type Files = ReadonlyMap<string, string>;

/** What a synth writes now, by the code alone. */
export function synthesizedFiles(): Files {
  return whileSynthesized({ state: "code" }, filesBelow);
}

/** What is there, without what Terraform keeps beside it while it runs. */
export function filesBelow(folder: string): Files {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !/(^|[\\/])(\.terraform([\\/]|$)|[^\\/]*\.tfstate)/.test(path))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
  return new Map(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]));
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Takes out what no stack writes any more, and folders that become empty by it. */
export function removeFiles(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(folder, path));
    for (
      let parent = dirname(join(folder, path));
      parent !== folder && isEmpty(parent);
      parent = dirname(parent)
    ) {
      rmSync(parent, { recursive: true });
    }
  }
}

function isEmpty(folder: string): boolean {
  return readdirSync(folder).length === 0;
}
