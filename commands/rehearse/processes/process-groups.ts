import type { ChildProcess, SpawnOptions } from "node:child_process";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

interface Group {
  readonly leader: ChildProcess;
  /** The leader ends others by itself, and must get the chance: it may hold what lies outside its group. */
  readonly endsItself: boolean;
}

const groups = new Map<number, Group>();
const patienceMs = 4000;

export interface GroupOptions extends SpawnOptions {
  /** @default false: the group is killed without a word */
  readonly endsItself?: boolean;
}

/** Starts a command as the leader of its own process group, so that its whole family can be ended at once. */
export function startGroup(command: readonly string[], options: GroupOptions): ChildProcess {
  const [program = "", ...args] = command;
  const { endsItself = false, ...spawning } = options;
  const leader = spawn(program, args, { ...spawning, detached: true });
  const { pid } = leader;
  if (pid !== undefined) {
    groups.set(pid, { leader, endsItself });
    leader.once("exit", () => {
      // What the leader has left behind in its group: a provider whose Terraform died, for one.
      signalGroup(pid, "SIGKILL");
      groups.delete(pid);
    });
  }
  return leader;
}

/** Lets a group live on after this process; whoever asks for it keeps the means to end it. */
export function releaseGroup(leader: ChildProcess): void {
  if (leader.pid !== undefined) groups.delete(leader.pid);
  leader.unref();
}

/** Ends one group, and waits until its leader is gone. */
export async function endGroup(leader: ChildProcess): Promise<void> {
  const group = [...groups].find(([, known]) => known.leader === leader);
  if (!group) return;
  const [pid, { endsItself }] = group;
  signalGroup(pid, endsItself ? "SIGTERM" : "SIGKILL");
  const deadline = Date.now() + patienceMs;
  while (groups.has(pid) && Date.now() < deadline) await pause(20);
  signalGroup(pid, "SIGKILL");
}

export async function endAllGroups(): Promise<void> {
  await Promise.all([...groups.values()].map(({ leader }) => endGroup(leader)));
}

/** The same without waiting, for an exit handler. */
export function endAllGroupsNow(): void {
  for (const [pid, { endsItself }] of groups) signalGroup(pid, endsItself ? "SIGTERM" : "SIGKILL");
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}
