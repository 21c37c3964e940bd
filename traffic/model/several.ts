import { UNKNOWN } from "../terraform";
import type { Truth } from "./truth";

/** A number of parts, as far as they can be known. */
export interface Several<T> {
  /** Those that are seen. */
  readonly all: readonly T[];
  /** True if only some of them are meant, and nobody can say yet which. */
  readonly among: boolean;
  /** True if there may be others that this file does not show. */
  readonly open: boolean;
}

export const NONE: Several<never> = { all: [], among: false, open: false };
export const ANYTHING: Several<never> = { all: [], among: false, open: true };

export function exactly<T>(all: readonly T[]): Several<T> {
  return { all, among: false, open: false };
}

/** True if these are all there are, and all are meant. */
export function isExact({ among, open }: Several<unknown>): boolean {
  return !among && !open;
}

export function together<T>(parts: readonly Several<T>[]): Several<T> {
  return {
    all: [...new Set(parts.flatMap(({ all }) => all))],
    among: parts.some(({ among }) => among),
    open: parts.some(({ open }) => open),
  };
}

/** Whether something holds for at least one of them. */
export function anyOf<T>({ all, among, open }: Several<T>, question: (part: T) => Truth): Truth {
  const answers = all.map(question);
  const needed = among ? answers.every((one) => one === true) : answers.includes(true);
  if (needed && answers.length > 0) return true;
  return open || answers.some((one) => one !== false) ? UNKNOWN : false;
}

/** Whether something holds for each of them; true if there are none. */
export function eachOf<T>({ all, among, open }: Several<T>, question: (part: T) => Truth): Truth {
  const answers = all.map(question);
  const refuted = among ? answers.every((one) => one === false) : answers.includes(false);
  if (refuted && answers.length > 0) return false;
  return open || answers.some((one) => one !== true) ? UNKNOWN : true;
}
