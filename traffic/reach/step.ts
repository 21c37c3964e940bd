import { every, UNKNOWN, type Known, type Part, type Truth } from "../model";

/** One thing on the way that traffic has to pass. */
export interface Step {
  readonly holds: Truth;
  /** What was passed; undefined where there is nothing worth a line. */
  readonly passed: string | undefined;
  readonly cause: string;
  readonly fix: string;
  /** What is asked here, as it reads behind "whether". */
  readonly question: string;
  /** True if it is closed in some zones only. */
  readonly inPart?: true;
  /** If it is not known: which attributes would tell. */
  readonly asked?: () => readonly Asked[];
}

/** An attribute of the resource with this address, or of all of this type; none is any of theirs. */
export interface Asked {
  readonly of: string;
  readonly attribute?: string;
}

/** A way from one party to the other. */
export type Trail = readonly Step[];

export function passed(text: string): Step {
  return { holds: true, passed: text, cause: "", fix: "", question: "" };
}

export function stopped(cause: string, fix: string): Step {
  return { holds: false, passed: undefined, cause, fix, question: "" };
}

export function unsure(question: string, ...asked: readonly Asked[]): Step {
  const step = { holds: UNKNOWN, passed: undefined, cause: "", fix: "", question } as const;
  return asked.length === 0 ? step : { ...step, asked: () => asked };
}

/** A part with `count` or `for_each` may not be there at all. */
export function exists(part: Part): Step[] {
  return part.many ? [unsure(`there is any ${part.name} (count or for_each of ${part.address})`)] : [];
}

export function verdict(trail: Trail): Truth {
  return every(trail.map(({ holds }) => holds));
}

/** True of a closed way that is open in some of its zones. */
export function isOpenInPart(trail: Trail): boolean {
  const closed = trail.filter(({ holds }) => holds === false);
  return closed.length > 0 && closed.every(({ inPart }) => inPart === true);
}

/** What is closed for some of several, and not for all. */
export function closedInPart(steps: readonly Step[], isForAll: boolean): Step[] {
  return steps.map((step) => (step.holds === false && !isForAll ? { ...step, inPart: true } : step));
}

/** One open way is enough. Of closed ones, the most telling is the one that got farthest. */
export function best(trails: readonly Trail[]): Trail {
  const [first = []] = [...trails].sort((one, other) => rank(other) - rank(one));
  return first;
}

function rank(trail: Trail): number {
  const truth = verdict(trail);
  if (truth === true) return Number.MAX_SAFE_INTEGER;
  const far = trail.findIndex(({ holds }) => holds === (truth === false ? false : UNKNOWN));
  return far + (truth === UNKNOWN ? 2_000_000 : isOpenInPart(trail) ? 1_000_000 : 0);
}

export function portText(port: Known<number>): string {
  return port === UNKNOWN ? "any port" : String(port);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[], word = "and"): string {
  const distinct = [...new Set(names)];
  const last = distinct.at(-1) ?? "";
  return distinct.length < 2 ? last : `${distinct.slice(0, -1).join(", ")} ${word} ${last}`;
}
