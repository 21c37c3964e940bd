import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

const OWNER = "owner.json";

/** What the staging folder holds besides: files by number. */
const NUMBER = /^\d+$/;

/** A run that lives writes for less than this. */
const LONGEST_RUN_MS = 10 * 60_000;
const PATIENCE_MS = 12_000;
const PAUSE_MS = 100;

/**
 * Where new files wait until all are written, and old ones until all are replaced: beside them, as a rename does not
 * leave its file system. Its name is fixed and mkdir makes it once, so it also keeps a second run of the command out.
 */
export class Staging {
  private count = 0;

  private constructor(readonly folder: string) {}

  static open(target: string, command: string): Staging {
    const folder = join(target, `.frontyard-${command}-staging`);
    const start = Date.now();
    while (!made(folder)) {
      if (isStale(folder)) clear(folder);
      else if (Date.now() - start > PATIENCE_MS)
        throw new Error(
          `${folder} is there: another run writes, or was stopped. Remove that folder if none does`,
        );
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
    const staging = new Staging(folder);
    try {
      const owner = { pid: process.pid, host: hostname() };
      writeFileSync(join(folder, OWNER), JSON.stringify(owner), { flag: "wx" });
    } catch (error) {
      staging.close();
      throw error;
    }
    return staging;
  }

  /** A path in here that nothing lies at. */
  next(): string {
    this.count += 1;
    return join(this.folder, String(this.count));
  }

  write(text: string): string {
    const file = this.next();
    writeFileSync(file, text, { flag: "wx" });
    return file;
  }

  /** What does not go now is named by the next run. */
  close(): void {
    try {
      clear(this.folder);
    } catch {
      return;
    }
  }

  /** Leaves what could not be put back where it is; without an owner no later run clears it. */
  abandon(): void {
    try {
      unlinkSync(join(this.folder, OWNER));
    } catch {
      return;
    }
  }
}

function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Whether a run left it that has ended. */
function isStale(folder: string): boolean {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return false;
  const age = Date.now() - stat.mtimeMs;
  const names = readdirSync(folder);
  if (names.length === 0) return age > PATIENCE_MS / 2;
  if (!names.includes(OWNER) || names.some((name) => !isOwn(folder, name))) return false;
  return age > LONGEST_RUN_MS || hasEnded(join(folder, OWNER));
}

function hasEnded(file: string): boolean {
  try {
    const { pid, host } = JSON.parse(readFileSync(file, "utf8")) as { pid: number; host: string };
    if (host !== hostname()) return false;
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Takes out what a staging folder holds, and the folder if that was all. */
function clear(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((each) => isOwn(folder, each)))
      unlinkSync(join(folder, name));
    rmdirSync(folder);
  } catch (error) {
    // Another run may clear it at the same time.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function isOwn(folder: string, name: string): boolean {
  if (name !== OWNER && !NUMBER.test(name)) return false;
  return lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? true;
}
