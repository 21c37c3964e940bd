import { UNKNOWN } from "../terraform";

/** Something known, or not known yet. */
export type Known<T> = T | typeof UNKNOWN;

/** Yes, no, or not known yet. Whoever alarms does so on a plain `true` or `false` only. */
export type Truth = Known<boolean>;

/** False if one is false, unknown if one is unknown. */
export function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(UNKNOWN) ? UNKNOWN : true;
}

/** True if one is true, unknown if one is unknown. */
export function some(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(UNKNOWN) ? UNKNOWN : false;
}

export function not(truth: Truth): Truth {
  return truth === UNKNOWN ? UNKNOWN : !truth;
}

/** A question about something that may not be known. */
export function about<T>(value: Known<T>, question: (value: T) => Truth): Truth {
  return value === UNKNOWN ? UNKNOWN : question(value);
}

/** What is known, or undefined. */
export function ifKnown<T>(value: Known<T>): T | undefined {
  return value === UNKNOWN ? undefined : value;
}
