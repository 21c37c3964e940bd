import { carries, type Passage, type Question } from "../reach";
import { landscapeOf } from "./landscape-of";

export interface Verdict {
  readonly pass: boolean;
  message(): string;
}

/** What Jest tells a matcher about the assertion that it stands in. */
export interface Assertion {
  readonly isNot?: boolean;
}

/** The matcher. What is not known, or open in some zones only, fails the assertion and its negation alike. */
export function toCarry(this: Assertion, subject: unknown, question: Question): Verdict {
  const isNot = this.isNot === true;
  const passage = carries(landscapeOf(subject), question);
  const pass = passage.carried === "unknown" || passage.inPart === true ? isNot : passage.carried;
  return { pass, message: () => failure(passage, question, isNot) };
}

/** The way as far as it goes, what ended it, and below that what to change. */
function failure(passage: Passage, { port }: Question, isNot: boolean): string {
  const { carried, steps, from, to } = passage;
  const where = port === undefined ? "any port" : `port ${port}`;
  const stop = passage.inPart === true ? "but it is stopped in some zones only:" : "but it is stopped:";
  const found = { true: "but there is a way:", false: stop, unknown: "but that is not known:" };
  return [
    `expected ${isNot ? "no traffic" : "traffic"} from ${from} to ${to} on ${where}, ${found[`${carried}`]}`,
    "",
    ...steps.map((step) => `  ✓ ${step}`),
    ...end(passage),
  ].join("\n");
}

function end({ carried, stoppedBy = "", fix = "", to }: Passage): string[] {
  switch (carried) {
    case true:
      return [`  ✓ ${to} is reached`];
    case false:
      return [`  ✗ ${stoppedBy.slice(0, -`: ${fix}`.length)}`, `    fix: ${fix}`];
    case "unknown":
      return [`  ? ${stoppedBy}`];
  }
}
