import { lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENDING_SIGNALS, INTERRUPTED } from "./ending";
import { identityOf, isIdentity, type ProcessIdentity } from "./process-identity";

/** Every kind of temporary folder that a command makes. */
export const FOLDER_KINDS = ["rehearsal", "synthesized", "bench", "cdktn", "share", "lock"] as const;
export type FolderKind = (typeof FOLDER_KINDS)[number];

const OWNER = ".frontyard-owner.json";
const standing = new Set<TemporaryFolder>();

export function folderPrefix(kind: FolderKind): string {
  return `frontyard-${kind}-`;
}

/** A folder that is gone when this process ends, in whatever way it can notice; what it can't is found by its owner. */
export class TemporaryFolder {
  readonly path: string;

  constructor(kind: FolderKind) {
    if (standing.size === 0) listen();
    this.path = mkdtempSync(join(tmpdir(), folderPrefix(kind)));
    standing.add(this);
    writeFileSync(join(this.path, OWNER), JSON.stringify(identityOf(process.pid) ?? {}), { mode: 0o600 });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 30 });
    this.forget();
  }

  /** Lets it outlive this process; `rehearse --end` removes it. */
  handOver(): void {
    this.forget();
  }

  /** Gives it to the person who is told of it: no command removes it any longer. */
  giveAway(): void {
    rmSync(join(this.path, OWNER), { force: true });
    this.forget();
  }

  private forget(): void {
    standing.delete(this);
    if (standing.size === 0) for (const signal of ENDING_SIGNALS) process.off(signal, exit);
  }
}

/** Runs what works in a folder that is gone afterwards. */
export function inTemporaryFolder<T>(kind: FolderKind, work: (folder: string) => T): T {
  const folder = new TemporaryFolder(kind);
  try {
    return work(folder.path);
  } finally {
    folder.remove();
  }
}

/** For the end of the process: all folders that still stand. */
export function removeTemporaryFolders(): void {
  for (const folder of standing) folder.remove();
}

/** The process that made the folder; nothing if no command of ours did, or if it was given away. */
export function ownerOf(folder: string): ProcessIdentity | undefined {
  try {
    const file = join(folder, OWNER);
    if (!lstatSync(file).isFile()) return undefined;
    const owner: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isIdentity(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Who ends things in their order listens already; else the process ends at once, and its folders with it. */
function listen(): void {
  for (const signal of ENDING_SIGNALS) if (process.listenerCount(signal) === 0) process.on(signal, exit);
  if (!process.listeners("exit").includes(removeTemporaryFolders)) process.on("exit", removeTemporaryFolders);
}

function exit(): void {
  process.exit(INTERRUPTED);
}
