import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MADE_BY } from "../../sharing";

/** What a module is made of; whatever else lies in its folder is somebody's own. */
const OURS = ["main.tf.json", "README.md", "examples", "tests"];

/** Says why a folder can't be written to, if it can't: it is there, and was not made here. A new clone is as good as none. */
export function folderProblem(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory())
    return `${folder} is a file: move it away, or write elsewhere with --to`;
  if (readdirSync(folder).every((name) => name === ".git")) return undefined;
  const main = join(folder, "main.tf.json");
  if (existsSync(main) && readFileSync(main, "utf8").includes(`"//": "${MADE_BY} `)) return undefined;
  return `${folder} is there already, and was not made by this command: move it away, or write elsewhere with --to`;
}

/** Puts a module's files in place of those of an earlier run. */
export function writeModule(folder: string, files: ReadonlyMap<string, string>): void {
  for (const path of OURS) rmSync(join(folder, path), { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
