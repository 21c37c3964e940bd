import { printed } from "../../traffic";
import type { Code } from "./codes";
import { codes } from "./codes";

/** What a check saw before anyone knows where in the construct tree it stands. */
export interface Finding {
  readonly code: Code;
  /** What is wrong: a prop, in the words of its owner, or the thing as a whole. */
  readonly subject: string;
  readonly given: string;
  /** The whole sentence, where it is not made of subject, allowed and given. */
  readonly told?: string;
  /** What was probably meant, as a sentence. */
  readonly hint?: string;
  /** A prop whose type alone is wrong: whoever knows more about it speaks in place of this. */
  readonly echoes?: { readonly prop: string; readonly value: unknown };
}

/** A finding at its place: everything that a reader needs to mend it. */
export interface Problem extends Omit<Finding, "code"> {
  /** One of `codes`, or of the traffic rules. */
  readonly code: string;
  /** Construct path, such as `voice-agent/FrontDoor`. */
  readonly path: string;
  readonly allowed: string;
  readonly fix: string;
}

const LONGEST_GIVEN = 160;

/** One finding. */
export function finding(code: Code, given: unknown, subject: string = codes[code].subject): Finding {
  return { code, subject, given: quote(given) };
}

/** A finding in a list if `holds` is false, else none: checks read as lists of conditions. */
export function unless(holds: boolean, code: Code, given: unknown, subject?: string): Finding[] {
  return holds ? [] : [finding(code, given, subject)];
}

/** A whole number within bounds. An unknown value (a Terraform token) is passed as undefined and is not judged. */
export function inRange(
  code: Code,
  value: number | undefined,
  [least, most]: readonly [number, number],
  subject?: string,
): Finding[] {
  const holds = value === undefined || (Number.isInteger(value) && value >= least && value <= most);
  return unless(holds, code, typeof value === "string" ? JSON.stringify(value) : value, subject);
}

/** Text of a form. An unknown value is passed as undefined and is not judged. */
export function matching(
  code: Code,
  value: string | undefined,
  pattern: RegExp,
  subject?: string,
): Finding[] {
  const holds = value === undefined || (typeof value === "string" && pattern.test(value));
  return unless(holds, code, JSON.stringify(value), subject);
}

export function problemAt(path: string, found: Finding): Problem {
  const { allowed, fix } = codes[found.code];
  return { ...found, path, allowed, fix };
}

/** In one line, with what was given escaped: `FY322 voice-agent/FrontDoor: a load balancer needs …, got 1 (us-east-1a): add a zone to Network` */
export function describe(problem: Problem): string {
  const { code, path, subject, allowed, given, fix, hint = "" } = problem;
  const sentence = problem.told ?? `${subject} ${allowed}, got ${given}: ${fix}`;
  return printed(`${code} ${path}: ${sentence}${hint === "" ? "" : `. ${hint}`}`);
}

function quote(given: unknown): string {
  const text = given === "" ? '""' : String(given);
  return text.length > LONGEST_GIVEN ? `${text.slice(0, LONGEST_GIVEN)}… (${text.length} characters)` : text;
}
