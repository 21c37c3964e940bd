import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** One process of one machine. A number alone is not enough: it is given again to somebody else. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it started, in words of the system. */
  readonly started: string;
}

/** Nothing if there is no such process. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const started = startOf(pid);
  return started === undefined ? undefined : { host: hostname(), pid, started };
}

/** Whether the process may still run: one of another machine is taken for alive, as nobody can look. */
export function mayBeAlive(identity: ProcessIdentity): boolean {
  return identity.host !== hostname() || isAlive(identity);
}

/** Whether it runs on this machine, for certain. */
export function isAlive({ host, pid, started }: ProcessIdentity): boolean {
  return host === hostname() && startOf(pid) === started;
}

export function isIdentity(value: unknown): value is ProcessIdentity {
  const { host, pid, started } = (value ?? {}) as Record<string, unknown>;
  return typeof host === "string" && Number.isInteger(pid) && Number(pid) > 1 && typeof started === "string";
}

function startOf(pid: number): string | undefined {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const [state, ...rest] = statOf(pid);
    return state === "Z" ? undefined : rest[18];
  } catch {
    return undefined;
  }
}

/** The group that a process of this machine belongs to; nothing where the system doesn't tell by files. */
export function groupOf(pid: number): number | undefined {
  try {
    return Number(statOf(pid)[2]);
  } catch {
    return undefined;
  }
}

/** What follows the name of the program, which may hold anything: state, parent, group, … */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
