import type { Progress } from "../rehearse/report/progress";
import { PlainProgress } from "../rehearse/report/progress";
import { say } from "../application/say";

type Env = Readonly<Record<string, string | undefined>>;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A line that is cut off is still told from the next in so many columns. */
const narrowest = 40;

/** Whether a list may be redrawn: only on a terminal that a person looks at. */
export function isLive({ isTTY, columns = narrowest }: Stream, env: Env): boolean {
  return isTTY === true && columns >= narrowest && !isSet(env["CI"]) && env["TERM"] !== "dumb";
}

/**
 * Whether colours are welcome.
 * @see https://no-color.org
 */
export function isColoured(stream: Stream, env: Env): boolean {
  return stream.isTTY === true && !isSet(env["NO_COLOR"]) && env["TERM"] !== "dumb";
}

/** The same of what this process says. */
export function isOwnColoured(): boolean {
  return isColoured(process.stdout, process.env);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

export async function chooseProgress(lanes: readonly string[]): Promise<Progress> {
  if (!isLive(process.stdout, process.env)) {
    const width = Math.max(...lanes.map((lane) => lane.length));
    return new PlainProgress((line) => say(line), width);
  }
  const { LiveProgress } = await import("../rehearse/report/live-progress");
  return new LiveProgress(lanes);
}

/** Red or green, where colours are welcome. */
export function tint(text: string, colour: "red" | "green"): string {
  if (!isOwnColoured()) return text;
  return `\u001b[${colour === "red" ? 31 : 32}m${text}\u001b[39m`;
}
