import { lstatSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mayBeAlive } from "./process-identity";
import { FOLDER_KINDS, folderPrefix, ownerOf } from "./temporary-folder";

/** Temporary folders that commands of this user made, by their names; none that only a link leads to. */
export function ownFolders(place = tmpdir()): string[] {
  const prefixes = FOLDER_KINDS.map(folderPrefix);
  return readdirSync(place)
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
    .map((name) => join(place, name))
    .filter(isOwnFolder);
}

/** Whether a command of ours made the folder, and was killed before it could remove it. */
export function isLeftBehind(folder: string): boolean {
  const owner = ownerOf(folder);
  return owner !== undefined && !mayBeAlive(owner);
}

function isOwnFolder(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}
