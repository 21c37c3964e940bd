// npm run changes: changes made to a stack that stands, and what each of them replaces.
import { readFileSync } from "node:fs";
import { pageSet, writePages } from "../docs/write-pages";
import { expectWritable } from "../../cli/files";
import { emulatorWord } from "../../emulator/emulator-word";
import { runEmulator } from "../../emulator/emulator-process";
import { leaveNothingBehind, unlessInterrupted } from "../../cli/process/interruption";
import { findParts } from "../../cli/terraform/parts/find-parts";
import { missingLine } from "../../cli/terraform/parts/missing-part";
import type { Journal } from "../../cli/screen/journal";
import { Workplace } from "../../cli/rehearse/workplace";
import { PAGE, parseArguments, usage, type Request } from "./arguments";
import { makeChanges, type Outcome } from "./changes";
import { changesPage, missingRows } from "./page";
import { complain, say } from "../../cli/application/say";

type Wanted = Extract<Request, { readonly kind: "make" }>;

/** Resolves to the exit code; nothing if the process lives on as the emulator. */
async function main(args: readonly string[]): Promise<number | undefined> {
  const [first, second] = args;
  if (first === emulatorWord && second !== undefined) {
    await runEmulator(second);
    return undefined;
  }
  const request = parseArguments(args);
  if (request.kind === "make") return make(request);
  if (request.kind === "help") say(usage);
  else complain(`changes: ${request.problem}`);
  return request.kind === "help" ? 0 : 2;
}

async function make({ changes, page }: Wanted): Promise<number> {
  const parts = await findParts();
  if (!("terraform" in parts)) {
    for (const part of parts) complain(missingLine(part));
    return 2;
  }
  if (page === "written" && !isPageOurs()) return 2;
  leaveNothingBehind();
  const workplace = new Workplace();
  const { outcomes, journal } = await makeChanges(changes, { workplace, parts, program: __filename });
  await unlessInterrupted();
  say(`\n${changesPage(outcomes)}`);
  if (journal.failures.length > 0) {
    tellFailures(journal);
    workplace.keepEvidence();
    complain(`logs: ${workplace.folder}`);
    return 1;
  }
  workplace.remove();
  return keepPage(outcomes, page);
}

/** Said before the changes are made, which takes minutes. */
function isPageOurs(): boolean {
  try {
    expectWritable([pageSet({ [PAGE]: "" }, false)]);
    return true;
  } catch (error) {
    complain(`changes: ${(error as Error).message}`);
    return false;
  }
}

function tellFailures({ failures }: Journal): void {
  for (const { lane, step, problem } of failures) {
    const text = problem instanceof Error ? problem.message : String(problem);
    complain(`${lane}: ${step} failed\n${text}\n`);
  }
}

function keepPage(outcomes: readonly Outcome[], page: Wanted["page"]): number {
  if (page === "written" || page === "adopted")
    writePages({ [PAGE]: changesPage(outcomes) }, page === "adopted");
  const missing = page === "checked" ? missingRows(outcomes, readFileSync(PAGE, "utf8")) : [];
  if (missing.length === 0) return 0;
  complain(`changes: ${PAGE} does not say:\n${missing.join("\n")}\nnpm run changes -- --write`);
  return 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) process.exit(code);
  },
  (problem: unknown) => {
    complain(problem);
    process.exit(1);
  },
);
