import { endAllGroups, endAllGroupsNow } from "./processes/process-groups";

const interrupted = 130;
let asked = false;

/** Whether this process is about to end: what fails from now on fails because of that, and is no news. */
export function isInterrupted(): boolean {
  return asked;
}

/**
 * Whatever ends this process, no child outlives it. Terraform is not asked to finish what it is at: the account is
 * emulated, nothing in it is worth saving. A second Ctrl-C does not wait for the first.
 */
export function leaveNothingBehind(cleanUp: () => void): void {
  const stop = (): void => {
    if (asked) process.exit(interrupted);
    asked = true;
    void endAllGroups().finally(() => {
      cleanUp();
      console.error("interrupted: nothing was left running");
      process.exit(interrupted);
    });
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("exit", endAllGroupsNow);
}
