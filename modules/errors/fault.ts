import { printed } from "../../traffic";
import type { Limit, ProblemKind } from "./problems";

/** What a check found before anyone knows where in the construct tree it is. */
export interface Fault {
  /** One of `codes`, or of the traffic rules. */
  readonly code: string;
  readonly allowed: string;
  readonly fix: string;
  /** What is wrong: a prop, in the words of its owner, or the thing as a whole. */
  readonly subject: string;
  readonly given: string;
  /** The whole sentence, where it is not made of subject, allowed and given. */
  readonly told?: string;
  /** What was probably meant, as a sentence. */
  readonly hint?: string;
  /** A prop whose type alone is wrong: a fault that says more about the same prop replaces this one. */
  readonly echoes?: { readonly prop: string; readonly value: unknown };
}

/** A fault at its place: everything that a reader needs to fix it. */
export interface Problem extends Fault {
  /** Construct path, such as `voice-agent/FrontDoor`. */
  readonly path: string;
}

const LONGEST_GIVEN = 160;

/** One fault. */
export function fault(kind: ProblemKind, given: unknown, subject: string = kind.subject): Fault {
  const { code, allowed, fix } = kind;
  return { code, subject, allowed, given: quote(given), fix };
}

/** A fault in a list if `holds` is false, else none: checks read as lists of requirements. */
export function requireThat(holds: boolean, kind: ProblemKind, given: unknown, subject?: string): Fault[] {
  return holds ? [] : [fault(kind, given, subject)];
}

/** A whole number within a limit. An unknown value (a Terraform token) is passed as undefined and is not judged. */
export function inRange(limit: Limit, value: number | undefined, subject?: string): Fault[] {
  const { from, to } = limit;
  const holds = value === undefined || (Number.isInteger(value) && value >= from && value <= to);
  return requireThat(holds, limit, typeof value === "string" ? JSON.stringify(value) : value, subject);
}

/** Text of a form. An unknown value is passed as undefined and is not judged. */
export function matching(
  kind: ProblemKind,
  value: string | undefined,
  pattern: RegExp,
  subject?: string,
): Fault[] {
  const holds = value === undefined || (typeof value === "string" && pattern.test(value));
  return requireThat(holds, kind, JSON.stringify(value), subject);
}

export function problemAt(path: string, found: Fault): Problem {
  return { ...found, path };
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
