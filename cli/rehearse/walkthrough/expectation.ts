import { isDeepStrictEqual } from "node:util";

/** One thing that the reader of a walkthrough is told to look at. */
export interface Expectation {
  readonly check: string;
  readonly expected: unknown;
  readonly found: unknown;
}

export function expectation(check: string, expected: unknown, found: unknown): Expectation {
  return { check, expected, found };
}

/** A few lines for each expectation that is not met. */
export function mismatches(expectations: readonly Expectation[]): string[] {
  return expectations
    .filter(({ expected, found }) => !isDeepStrictEqual(expected, found))
    .map(
      ({ check, expected, found }) => `${check}\n  expected  ${words(expected)}\n  found     ${words(found)}`,
    );
}

function words(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.length === 0 ? "none" : value.map(words).join(", ");
}
