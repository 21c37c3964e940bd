import { ENDING_SIGNALS, INTERRUPTED, meaningOf, PATIENCE_MS } from "../leftovers/ending";
import { removeTemporaryFolders } from "../leftovers/temporary-folder";
import { endAllGroups, endAllGroupsNow } from "./process-groups";
import { complain } from "../application/say";

const HURRY = "interrupted: ending what runs; press Ctrl-C again to end it at once";
let askedAt: number | undefined;

/** Whether this process is about to end: what fails from now on fails because of that, and is no news. */
export function isInterrupted(): boolean {
  return askedAt !== undefined;
}

/**
 * Lets what came while nothing was listened to be heard. Never resolves in a process that is about to end: what follows
 * does not happen any more.
 */
export async function unlessInterrupted(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (isInterrupted()) await new Promise(() => undefined);
}

/**
 * Whatever ends this process, no child and no temporary folder outlives it. To be called before the first of them is
 * made. Somebody who reads no longer, as `head` does after some lines, ends it as a signal does.
 */
export function leaveNothingBehind(): void {
  for (const signal of ENDING_SIGNALS) process.on(signal, stop);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", stopForGood);
  process.on("exit", endAllGroupsNow);
}

function stop(): void {
  const now = Date.now();
  const meaning = meaningOf(askedAt === undefined ? undefined : now - askedAt);
  if (meaning === "known") return;
  // The exit handlers kill what runs and remove the folders, without waiting for anything.
  if (meaning === "end at once") process.exit(INTERRUPTED);
  askedAt = now;
  setTimeout(() => complain(HURRY), PATIENCE_MS).unref();
  void endAllGroups().finally(() => {
    endAllGroupsNow(); // what somebody has started in the meantime
    removeTemporaryFolders();
    complain("interrupted: nothing was left running");
    process.exit(INTERRUPTED);
  });
}

/** A stream fails again with every line: only the first time is a wish. */
function stopForGood(): void {
  if (!isInterrupted()) stop();
}
