import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MADE_BY } from "../../terraform-modules";
import { manifestName, type FileSet } from "../files";

/** Whatever a module is made of, and what a registry's repository has besides. */
const NAMES =
  /^(main\.tf\.json|README\.md|examples\/[^/]+\/main\.tf|tests\/[^/]+\.tftest\.hcl|\.gitignore|LICENSE)$/;

/** What a repository gets once: from then on it is its owner's. */
const ONCE = [".gitignore", "LICENSE"];

/**
 * Says why a folder can't hold a module, if it can't: Terraform reads all that lies there as one, and somebody else's
 * files are no part of ours. A new clone is as good as none.
 */
export function folderProblem(folder: string): string | undefined {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined || found.isSymbolicLink()) return undefined; // a link is refused where files are written
  if (!found.isDirectory()) return `${folder} is a file: move it away, or write elsewhere with --to`;
  const names = readdirSync(folder);
  const isNew = names.every((name) => name === ".git" || name.startsWith(".frontyard-share"));
  if (isNew || names.includes(manifestName("share"))) return undefined;
  if (names.includes("main.tf.json") && isMadeHere(join(folder, "main.tf.json"))) return undefined;
  return `${folder} is there already, and was not made by this command: move it away, or write elsewhere with --to`;
}

/** A module's files, and those that it gets once. */
export function moduleSet(
  folder: string,
  files: ReadonlyMap<string, string>,
  { once = new Map(), adopt }: { readonly once?: ReadonlyMap<string, string>; readonly adopt: boolean },
): FileSet {
  const set = { command: "share", folder, names: NAMES };
  const missing = [...once].filter(([path]) => !isThere(join(folder, path)));
  return { ...set, files: new Map([...files, ...missing]), keeps: isOnce, adopt, elsewhere: "--to" };
}

function isOnce(path: string): boolean {
  return ONCE.includes(path);
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isMadeHere(main: string): boolean {
  return lstatSync(main).isFile() && readFileSync(main, "utf8").includes(`"//": "${MADE_BY} `);
}
