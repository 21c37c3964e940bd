import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Decision, Removal, Write } from "./decision";
import { digestOf, type FileSet } from "./file-set";
import { look } from "./look";
import { manifestName, manifestText, type Manifest } from "./manifest";
import type { Staging } from "./staging";

/** Takes back one step of a swap. */
export type Undo = () => void;

/** Puts the staged files of one folder in place, and can take every step back. */
export class Swap {
  private readonly staged = new Map<Write, string>();
  private readonly made: string[] = [];

  constructor(
    private readonly set: FileSet,
    private readonly staging: Staging,
    private readonly undos: Undo[],
  ) {}

  /** What may fail for lack of space or rights comes first. */
  stage({ writes }: Decision): void {
    for (const write of writes) this.staged.set(write, this.staging.write(write.text));
  }

  /** The manifest says what is old and new before the first file is replaced: a run that is killed disowns nothing. */
  run({ writes, removals, owned }: Decision, manifest: Manifest): void {
    const files = new Map(manifest.files);
    for (const { path, text, before } of writes)
      files.set(path, before === undefined ? [digestOf(text)] : [before, digestOf(text)]);
    this.keepManifest({ files, folders: manifest.folders });
    for (const removal of removals) this.remove(removal);
    for (const write of writes) this.put(write);
    const folders = new Set([...manifest.folders, ...this.made]);
    for (const folder of emptied(removals))
      if (folders.has(folder) && this.removeFolder(folder)) folders.delete(folder);
    this.keepManifest({ files: new Map([...owned].map(([path, digest]) => [path, [digest]])), folders });
  }

  private keepManifest(manifest: Manifest): void {
    const path = manifestName(this.set.command);
    const text = manifestText(this.set.command, manifest);
    const found = look(this.set.folder, path);
    if (found.kind === "file" && found.digest === digestOf(text)) return;
    const write = { path, text, before: found.kind === "file" ? found.digest : undefined };
    this.staged.set(write, this.staging.write(text));
    this.put(write);
  }

  private put(write: Write): void {
    const file = join(this.set.folder, write.path);
    const staged = this.staged.get(write) ?? "";
    this.makeFolders(write.path);
    this.expectAsFound(write.path, write.before);
    if (write.before === undefined) {
      renameSync(staged, file);
      this.undos.push(() => unlinkSync(file));
      return;
    }
    const old = this.staging.next();
    keepBeside(file, old);
    chmodSync(staged, lstatSync(file).mode & 0o777);
    renameSync(staged, file);
    this.undos.push(() => renameSync(old, file));
  }

  private remove({ path, before }: Removal): void {
    const file = join(this.set.folder, path);
    const old = this.staging.next();
    this.expectAsFound(path, before);
    renameSync(file, old);
    this.undos.push(() => renameSync(old, file));
  }

  private makeFolders(path: string): void {
    for (const folder of parentsOf(path).reverse()) {
      const whole = join(this.set.folder, folder);
      if (lstatSync(whole, { throwIfNoEntry: false }) !== undefined) continue;
      mkdirSync(whole);
      this.undos.push(() => rmdirSync(whole));
      this.made.push(folder);
    }
  }

  private removeFolder(path: string): boolean {
    const whole = join(this.set.folder, path);
    try {
      rmdirSync(whole);
    } catch {
      return false; // somebody else's files are in it
    }
    this.undos.push(() => mkdirSync(whole));
    return true;
  }

  /** Nobody changed it since it was decided what to do. */
  private expectAsFound(path: string, before: string | undefined): void {
    const found = look(this.set.folder, path);
    const isSame =
      found.kind === "file" ? found.digest === before : found.kind === "nothing" && before === undefined;
    if (!isSame)
      throw new Error(`${join(this.set.folder, path)} was changed meanwhile: run the command again`);
  }
}

/** Makes a folder and those above it; the steps back remove what was made. */
export function makeTarget(folder: string, undos: Undo[]): void {
  const whole = resolve(folder);
  if (lstatSync(whole, { throwIfNoEntry: false }) !== undefined) return;
  makeTarget(dirname(whole), undos);
  mkdirSync(whole);
  undos.push(() => rmdirSync(whole));
}

/** A second name for a file, or where the file system knows none, a copy. */
function keepBeside(file: string, old: string): void {
  try {
    linkSync(file, old);
  } catch {
    copyFileSync(file, old);
  }
}

/** Folders that a removal may have emptied, the inner ones first. */
function emptied(removals: readonly Removal[]): string[] {
  return [...new Set(removals.flatMap(({ path }) => parentsOf(path)))].sort(
    (one, other) => other.length - one.length,
  );
}

/** `a/b` and `a` of `a/b/c`. */
function parentsOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
