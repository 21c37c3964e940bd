/** What is wrong, in parts that read as one sentence: subject, allowed, (got …), fix. */
export interface ProblemKind<C extends string = string> {
  /** What errors, pages and tools call it: it never changes. */
  readonly code: C;
  readonly subject: string;
  readonly allowed: string;
  readonly fix: string;
  /** The page that states the rule. */
  readonly page: string;
}

/** The range of a whole number, both ends included. */
export interface Limit<C extends string = string> extends ProblemKind<C> {
  readonly from: number;
  readonly to: number;
}

/** A limit of a prop that can be omitted. */
export interface LimitWithDefault<C extends string = string> extends Limit<C> {
  readonly default: number;
}

/** A limit as it is declared: its sentences are made of the numbers. */
interface DeclaredLimit extends Omit<ProblemKind, "allowed" | "fix"> {
  readonly from: number;
  readonly to: number;
  readonly unit?: string;
  /** `fix` goes on to say that omitting the prop means this. */
  readonly default?: number;
  /** What a default depends on, after the number. */
  readonly defaultNote?: string;
  /** Where there is more to say than the range. */
  readonly allowed?: string;
  readonly fix?: string;
}

type Problems<T extends Record<string, ProblemKind>> = {
  readonly [K in keyof T]: ProblemKind<T[K]["code"]>;
};

type Limits<T extends Record<string, DeclaredLimit>> = {
  readonly [K in keyof T]: T[K] extends { readonly default: number }
    ? LimitWithDefault<T[K]["code"]>
    : Limit<T[K]["code"]>;
};

/** Keeps the codes of a table as literal types, and its sentences out of them. */
export const problems = <const T extends Record<string, ProblemKind>>(rows: T): Problems<T> => rows;

export function limits<const T extends Record<string, DeclaredLimit>>(rows: T): Limits<T> {
  const declared = Object.entries(rows).map(([name, row]) => {
    return [name, { ...row, allowed: allowedBy(row), fix: fixOf(row) }];
  });
  return Object.fromEntries(declared) as Limits<T>;
}

function allowedBy({ from, to, unit, allowed }: DeclaredLimit): string {
  return allowed ?? `must be a whole number from ${from} to ${to}${unit === undefined ? "" : ` ${unit}`}`;
}

function fixOf({ fix = "set a value in this range", defaultNote = "", ...limit }: DeclaredLimit): string {
  return limit.default === undefined
    ? fix
    : `${fix}, or omit it to use the default, ${limit.default}${defaultNote}`;
}
