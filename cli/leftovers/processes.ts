import { appendFileSync, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { groupOf, identityOf, isAlive, isIdentity, type ProcessIdentity } from "./process-identity";

const NOTES = ".frontyard-processes.jsonl";

/** Notes that a process, which leads a group of its own, belongs to a temporary folder. */
export function noteProcess(folder: string, pid: number): void {
  const identity = identityOf(pid);
  try {
    if (identity) appendFileSync(join(folder, NOTES), `${JSON.stringify(identity)}\n`, { mode: 0o600 });
  } catch {
    // The folder is gone already: this process is about to end, and ends its groups itself.
  }
}

/** Kills every noted group of which it is certain that it still belongs to the folder. */
export function endNotedProcesses(folder: string): void {
  const noted = notedIn(folder);
  for (const identity of noted) if (isAlive(identity)) kill(-identity.pid);
  for (const pid of orphansIn(folder, new Set(noted.map(({ pid }) => pid)))) kill(pid);
}

function notedIn(folder: string): ProcessIdentity[] {
  try {
    const file = join(folder, NOTES);
    if (!lstatSync(file).isFile()) return [];
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
    return lines.map((line) => JSON.parse(line) as unknown).filter(isIdentity);
  } catch {
    return [];
  }
}

/** Processes whose group has lost its leader, and that still work in the folder; told by Linux alone. */
function orphansIn(folder: string, groups: ReadonlySet<number>): number[] {
  if (process.platform !== "linux" || groups.size === 0) return [];
  const inside = `${realpathSync(folder)}${sep}`;
  const pids = readdirSync("/proc").map(Number).filter(Number.isInteger);
  return pids.filter(
    (pid) => groups.has(groupOf(pid) ?? 0) && `${workingFolder(pid)}${sep}`.startsWith(inside),
  );
}

function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
