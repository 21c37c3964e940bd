import { TemporaryFolder } from "../../cli/leftovers/temporary-folder";
import { leaveNothingBehind, unlessInterrupted } from "../../cli/process/interruption";
import { forkFacts, forkVersions, installFork } from "./fork";
import { linkPackages, rename, renamingText, sources } from "./sources";
import { standing } from "./standing";
import { output, tests, types, type Step } from "./steps";
import { say } from "../../cli/application/say";

export const exitCodes = { proven: 0, notProven: 1, couldNotRun: 2 } as const;
const WORDS = { 0: "", 1: "NOT PROVEN: ", 2: "COULD NOT RUN: " } as const;

export interface Wish {
  readonly standing: boolean;
  readonly keep: boolean;
}

/** Makes the copy and takes all steps in it, whatever the earlier ones found; resolves to the exit code. */
export async function prove(wish: Wish): Promise<number> {
  leaveNothingBehind();
  const copy = new TemporaryFolder("cdktn");
  const folder = copy.path;
  try {
    const copied = renamingText(rename(await sources(), folder, forkVersions()));
    const installed = await timed("install", installFork);
    linkPackages(folder);
    say(partsText());
    const steps = { types, output, ...(wish.standing ? { standing } : {}), tests };
    const { rows, exitCode } = await takeAll(steps, folder);
    for (const [name = "", time = "", text] of [["copy", "", copied], installed, ...rows])
      say(`${name.padEnd(9)}${time.padStart(6)}  ${text}`);
    say(`\n${exitCode === 0 ? "proven" : "NOT PROVEN"}: this project runs on CDK Terrain`);
    return exitCode;
  } finally {
    if (wish.keep) {
      copy.giveAway();
      say(`the copy: ${folder}`);
    } else copy.remove();
  }
}

interface Outcome {
  readonly rows: string[][];
  readonly exitCode: 0 | 1 | 2;
}

async function takeAll(steps: Readonly<Record<string, Step>>, folder: string): Promise<Outcome> {
  const rows: string[][] = [];
  let exitCode: Outcome["exitCode"] = exitCodes.proven;
  for (const [name, step] of Object.entries(steps)) {
    const row = await timed(name, async () => {
      const { code, text } = await taken(step, folder);
      if (code > exitCode) exitCode = code;
      return `${WORDS[code]}${text}`;
    });
    rows.push(row);
  }
  return { rows, exitCode };
}

async function taken(step: Step, folder: string): Promise<{ code: Outcome["exitCode"]; text: string }> {
  try {
    const { proven, text } = await step(folder);
    await unlessInterrupted();
    return { code: proven ? exitCodes.proven : exitCodes.notProven, text };
  } catch (problem) {
    await unlessInterrupted();
    return { code: exitCodes.couldNotRun, text: (problem as Error).message };
  }
}

async function timed(name: string, act: () => Promise<string>): Promise<string[]> {
  say(`test:cdktn: ${name} …`);
  const start = Date.now();
  const text = await act();
  return [name, `${Math.round((Date.now() - start) / 1000)} s`, text];
}

function partsText(): string {
  const { aws, node } = forkFacts();
  const packages = Object.entries(forkVersions()).map(([name, version]) => `${name} ${version}`);
  const asked = `The packages ask for Node.js ${node}; this is ${process.versions.node}.`;
  return `${packages.join(", ")} (not installed); classes of hashicorp/aws ${aws}. ${asked}`;
}
