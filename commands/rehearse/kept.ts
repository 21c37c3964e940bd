import { readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { typed } from "../application/typed";
import { endKeptEmulator } from "./emulator/emulator";
import { isKept, readRecord } from "./emulator/emulator-record";
import { workplacePrefix } from "./workplace";

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

/** Ends every kept rehearsal of this user, and says so. */
export async function endKept(): Promise<string[]> {
  const lines: string[] = [];
  for (const folder of ownWorkplaces()) {
    const record = readRecord(folder);
    if (!record || !isKept(folder)) continue;
    const wasUp = await endKeptEmulator(record);
    rmSync(folder, { recursive: true, force: true });
    lines.push(`${wasUp ? "ended" : "was down already"}: ${folder}`);
  }
  return lines.length > 0 ? lines : ["nothing was kept"];
}

function ownWorkplaces(): string[] {
  const own = process.getuid?.();
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(workplacePrefix))
    .map((name) => join(tmpdir(), name))
    .filter((folder) => own === undefined || statSync(folder, { throwIfNoEntry: false })?.uid === own);
}
