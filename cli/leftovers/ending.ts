/** Exit code of a command that was told to end. */
export const INTERRUPTED = 130;

/** All that asks a program to end and can be answered. SIGKILL can't be. */
export const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR2"] as const;

/** How long an end may take before the person is told that a second Ctrl-C hurries it. */
export const PATIENCE_MS = 1000;

/**
 * What a signal means, by the time since the first one. Those of the first second are one wish: the terminal tells the
 * whole group, and npm tells its child once more.
 */
export function meaningOf(sinceFirstMs: number | undefined): "end" | "known" | "end at once" {
  if (sinceFirstMs === undefined) return "end";
  return sinceFirstMs < PATIENCE_MS ? "known" : "end at once";
}
