import { rmSync } from "node:fs";
import { typed } from "../application/typed";
import { isLeftBehind, ownFolders } from "../leftovers/leftovers";
import { endNotedProcesses } from "../leftovers/processes";
import { endKeptEmulator } from "../../emulator/emulator";
import { isKept, readRecord } from "../../emulator/emulator-record";

export interface KeptRehearsal {
  readonly folder: string;
  readonly stacks: readonly { readonly name: string; readonly folder: string }[];
  readonly settings: Readonly<Record<string, string>>;
}

/** How to look at what was kept, and how to end it: lines to paste into a shell. */
export function howToLook({ folder, stacks, settings }: KeptRehearsal): string {
  const exports = Object.entries(settings).map(([name, value]) => `  export ${name}=${quoted(value)}`);
  const shows = stacks.map((stack) => `  terraform -chdir=${quoted(stack.folder)} show`);
  return [
    `Kept in ${folder}: the emulated AWS runs on, and the stacks stand in it. To look, paste:`,
    ...exports,
    ...shows,
    "  aws elbv2 describe-load-balancers",
    "To end it:",
    `  ${typed("rehearse", "--end")}`,
  ].join("\n");
}

function quoted(text: string): string {
  return /^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Ends every kept rehearsal of this user, and what commands left that were killed; says so, a line each. */
export async function endKept(place?: string): Promise<string[]> {
  const lines: string[] = [];
  for (const folder of ownFolders(place)) {
    const kept = isKept(folder);
    if (!kept && !isLeftBehind(folder)) continue;
    const record = readRecord(folder);
    const wasUp = record !== undefined && (await endKeptEmulator(record));
    endNotedProcesses(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 30 });
    const what = kept ? (wasUp ? "ended" : "was down already") : "removed what a killed command left";
    lines.push(`${what}: ${folder}`);
  }
  return lines.length > 0 ? lines : ["nothing was kept"];
}
