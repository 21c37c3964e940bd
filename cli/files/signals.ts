import { ENDING_SIGNALS } from "../leftovers/ending";

let running = 0;
let asked: NodeJS.Signals | undefined;

/** Does something to its end, and only then what a signal asked for meanwhile. */
export function uninterrupted(act: () => void): void {
  if (running === 0) for (const signal of ENDING_SIGNALS) process.on(signal, note);
  running += 1;
  try {
    act();
  } finally {
    // Signals are told when the event loop turns; this comes right after.
    setImmediate(end);
  }
}

function note(signal: NodeJS.Signals): void {
  asked ??= signal;
}

function end(): void {
  running -= 1;
  if (running > 0) return;
  for (const signal of ENDING_SIGNALS) process.off(signal, note);
  // Whoever else listens has been told already.
  if (asked !== undefined && process.listenerCount(asked) === 0) process.kill(process.pid, asked);
}
