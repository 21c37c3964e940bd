// npm run changes: changes made to a stack that stands, and what each of them replaces.
import { readFileSync, writeFileSync } from "node:fs";
import { emulatorWord } from "../rehearse/arguments";
import { runEmulator } from "../rehearse/emulator/emulator-process";
import { leaveNothingBehind } from "../rehearse/interruption";
import { findParts } from "../rehearse/parts/find-parts";
import { missingLine } from "../rehearse/parts/missing-part";
import { Workplace } from "../rehearse/workplace";
import { CHANGES } from "./catalogue";
import { makeChanges } from "./changes";
import { changesPage } from "./page";

const PAGE = "docs/changes.md";
const usage = `Usage: npm run changes [-- --write | --check] [TEXT...]

Deploys a shop to an AWS emulated on this machine, makes every change in the table to it, forth and back, and tells what
Terraform replaced. TEXT picks the changes that have it in their name.

  --write   write the table to ${PAGE}
  --check   fail if ${PAGE} says something else
  --help    print this

Exit code: 0 all well, 1 a change failed or the page differs, 2 could not start.`;

async function main(args: readonly string[]): Promise<number | undefined> {
  const [first, second] = args;
  if (first === emulatorWord && second !== undefined) {
    await runEmulator(second);
    return undefined;
  }
  const options = args.filter((word) => word.startsWith("-"));
  const unknown = options.find((option) => !["--write", "--check", "--help"].includes(option));
  if (unknown !== undefined || options.includes("--help")) {
    (unknown === undefined ? console.log : console.error)(
      unknown === undefined ? usage : `changes: unknown option ${unknown}\n\n${usage}`,
    );
    return unknown === undefined ? 0 : 2;
  }
  return run(
    args.filter((word) => !word.startsWith("-")),
    options,
  );
}

async function run(words: readonly string[], options: readonly string[]): Promise<number> {
  const wanted = CHANGES.filter(({ forth, back }) =>
    words.every((word) => `${forth} ${back ?? ""}`.toLowerCase().includes(word.toLowerCase())),
  );
  const parts = await findParts();
  if (!("terraform" in parts)) {
    for (const part of parts) console.error(missingLine(part));
    return 2;
  }
  const workplace = new Workplace();
  leaveNothingBehind(() => workplace.remove());
  const { outcomes, journal } = await makeChanges(wanted, { workplace, parts, program: __filename });
  const page = changesPage(outcomes);
  console.log(`\n${page}`);
  for (const { lane, step, problem } of journal.failures)
    console.error(`${lane}: ${step} failed\n${String(problem)}`);
  if (journal.failures.length > 0) {
    workplace.keepEvidence();
    console.error(`logs: ${workplace.folder}`);
    return 1;
  }
  workplace.remove();
  if (options.includes("--write")) writeFileSync(PAGE, page);
  if (options.includes("--check") && readFileSync(PAGE, "utf8") !== page) {
    console.error(
      `changes: ${PAGE} says something else: look at the difference, then npm run changes -- --write`,
    );
    return 1;
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exit(code);
  },
  (problem: unknown) => {
    console.error(problem);
    process.exit(1);
  },
);
