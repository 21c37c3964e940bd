import { StepFailure } from "../steps/step-failure";
import type { Failure, Journal } from "../../screen/journal";
import { seconds, type FinishedStep } from "./progress";
import { tint } from "../../screen/screen";
import { durationTable } from "../../screen/table";

export interface SummaryScope {
  readonly stacks: readonly string[];
  readonly commonLane: string;
  readonly keep: boolean;
}

const stackSteps = ["init", "validate", "apply", "plan again", "verify", "protection", "lift", "destroy"];
const sometimes = ["protection", "lift"];

/** The last word of a rehearsal: failures in full, the table of durations, the result. */
export function summary(journal: Journal, { stacks, commonLane, keep }: SummaryScope): string {
  const isTaken = (name: string): boolean => journal.steps.some(({ step }) => step === name);
  const columns = stackSteps.filter(
    (step) => (step !== "destroy" || !keep) && (!sometimes.includes(step) || isTaken(step)),
  );
  const common = journal.steps
    .filter(({ lane }) => lane === commonLane)
    .map(({ step, failed, milliseconds }) => `${step} ${failed ? "FAILED" : seconds(milliseconds)}`);
  const remarks = journal.steps.flatMap(remarksOf);
  return [
    ...journal.failures.flatMap((failure) => ["", failureText(failure)]),
    "",
    durationTable(stacks, columns, journal.steps),
    "",
    `${common.join(", ")}; all together ${seconds(journal.milliseconds)}`,
    ...remarks,
    result(journal, stacks),
  ].join("\n");
}

/** What a person is told of a step even if it went well. */
function remarksOf({ lane, step, note }: FinishedStep): string[] {
  if (step === "seeds") return note.split("\n");
  if (step === "protection") return [`${lane}: ${note}`];
  return step === "verify" && note.includes("; ") ? [`${lane}: ${note.slice(note.indexOf("; ") + 2)}`] : [];
}

function failureText({ lane, step, problem }: Failure): string {
  const text = problem instanceof Error ? problem.message : String(problem);
  const log =
    problem instanceof StepFailure && problem.logFile !== undefined ? `\nlog: ${problem.logFile}` : "";
  return `${tint(`${lane}: ${step} failed`, "red")}\n${text}${log}`;
}

function result(journal: Journal, stacks: readonly string[]): string {
  const failed = new Set(journal.failures.map(({ lane }) => lane));
  if (failed.size === 0) return tint(`rehearsed: ${stacks.join(", ")}`, "green");
  return tint(`failed: ${[...failed].join(", ")}`, "red");
}
