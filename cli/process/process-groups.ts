import type { ChildProcess, SpawnOptions } from "node:child_process";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/**
 * `killed`: without a word. `interrupted`: its leader is asked once to stop, as Terraform has to be. `last`: its leader
 * ends others by itself, and must get the chance, after those that speak with it have ended.
 */
type Ending = "killed" | "interrupted" | "last";

interface Group {
  readonly leader: ChildProcess;
  readonly ending: Ending;
}

const groups = new Map<number, Group>();
const patienceMs = 4000;
let record: (pid: number) => void = () => undefined;

export interface GroupOptions extends SpawnOptions {
  /** @default killed */
  readonly ending?: Ending;
}

/** Has every group noted that is started from now on, so that others find it should this process be killed. */
export function recordGroups(note: (pid: number) => void): void {
  record = note;
}

/** Starts a command as the leader of its own process group, so that its whole family can be ended at once. */
export function startGroup(command: readonly string[], options: GroupOptions): ChildProcess {
  const [program = "", ...args] = command;
  const { ending = "killed", ...spawning } = options;
  const leader = spawn(program, args, { ...spawning, detached: true });
  const { pid } = leader;
  if (pid !== undefined) {
    groups.set(pid, { leader, ending });
    record(pid);
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
  const [pid, { ending }] = group;
  if (ending === "interrupted") leader.kill("SIGINT");
  else signalGroup(pid, ending === "last" ? "SIGTERM" : "SIGKILL");
  const deadline = Date.now() + patienceMs;
  while (groups.has(pid) && Date.now() < deadline) await pause(20);
  signalGroup(pid, "SIGKILL");
}

export async function endAllGroups(): Promise<void> {
  const all = [...groups.values()];
  const endThose = (isLast: boolean): Promise<unknown> =>
    Promise.all(
      all.filter(({ ending }) => (ending === "last") === isLast).map(({ leader }) => endGroup(leader)),
    );
  await endThose(false);
  await endThose(true);
}

/** The same without waiting, for an exit handler. */
export function endAllGroupsNow(): void {
  for (const [pid, { ending }] of groups) signalGroup(pid, ending === "last" ? "SIGTERM" : "SIGKILL");
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended by itself.
  }
}
