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

/** A limit as it is declared: its sentence is made of the numbers unless `allowed` says more. */
interface DeclaredLimit extends Omit<ProblemKind, "allowed"> {
  readonly from: number;
  readonly to: number;
  readonly unit?: string;
  readonly default?: number;
  readonly allowed?: string;
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
  const declared = Object.entries(rows).map(([name, row]) => [name, { ...row, allowed: sentence(row) }]);
  return Object.fromEntries(declared) as Limits<T>;
}

function sentence({ from, to, unit, allowed }: DeclaredLimit): string {
  return allowed ?? `must be a whole number from ${from} to ${to}${unit === undefined ? "" : ` ${unit}`}`;
}
