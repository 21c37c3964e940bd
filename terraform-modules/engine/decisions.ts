import { same } from "./json";

/** A choice that a module's inputs make, such as how many NAT gateways there are. */
export interface Dimension {
  readonly name: string;
  readonly values: readonly string[];
  /** A Terraform condition that holds for exactly these of the values. */
  readonly test: (values: readonly string[]) => string;
}

/** One value of each dimension. */
export type Variation = Readonly<Record<string, string>>;

export interface Case<T> {
  readonly at: Variation;
  readonly value: T;
}

/** Which value holds when: a value, or a choice by one dimension. */
export type Decision<T> =
  | { readonly value: T }
  | {
      readonly dimension: Dimension;
      readonly branches: readonly { readonly values: readonly string[]; readonly then: Decision<T> }[];
    };

/** All combinations of values. */
export function variations(dimensions: readonly Dimension[]): Variation[] {
  return dimensions.reduce<Variation[]>(
    (known, { name, values }) => known.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

/** The shortest decision over the dimensions in their order: one that changes nothing is not asked. */
export function decide<T>(cases: readonly Case<T>[], dimensions: readonly Dimension[]): Decision<T> {
  const [first] = cases;
  if (first === undefined) throw new Error("nothing to decide");
  if (cases.every(({ value }) => same(value, first.value))) return { value: first.value };
  const [dimension, ...others] = dimensions;
  if (dimension === undefined) throw new Error(`two values in one case: ${JSON.stringify(cases)}`);
  const branches: { values: string[]; then: Decision<T> }[] = [];
  for (const value of dimension.values) {
    const here = cases.filter(({ at }) => at[dimension.name] === value);
    if (here.length === 0) continue;
    const then = decide(here, others);
    const twin = branches.find((branch) => same(branch.then, then));
    if (twin === undefined) branches.push({ values: [value], then });
    else twin.values.push(value);
  }
  const [only] = branches;
  return branches.length === 1 && only !== undefined ? only.then : { dimension, branches };
}

/** The decision as a Terraform expression; of two branches the one whose test says no comes second. */
export function choice<T>(decision: Decision<T>, render: (value: T) => string): string {
  if ("value" in decision) return render(decision.value);
  const { dimension, branches } = decision;
  if (branches.every(({ then }) => "value" in then && typeof then.value === "boolean"))
    return condition(decision as Decision<boolean>);
  const isNegative = branches.length === 2 && dimension.test(branches[0]?.values ?? []).startsWith("!");
  const [last, ...before] = isNegative ? branches : [...branches].reverse();
  if (last === undefined) throw new Error("a choice of nothing");
  return before.reduce(
    (otherwise, { values, then }) =>
      `${dimension.test(values)} ? ${nested(choice(then, render))} : ${nested(otherwise)}`,
    choice(last.then, render),
  );
}

/** A decision between yes and no as a Terraform condition. */
export function condition(decision: Decision<boolean>): string {
  if ("value" in decision) return String(decision.value);
  const { dimension, branches } = decision;
  const holding = branches.filter(({ then }) => !("value" in then && !then.value));
  const parts = holding.map(({ values, then }) => {
    const test = dimension.test(values);
    return "value" in then ? test : `${test} && ${grouped(condition(then))}`;
  });
  return parts.length === 1 ? (parts[0] ?? "") : parts.map(grouped).join(" || ");
}

function nested(expression: string): string {
  return / \? /.test(expression) && !/^\(.*\)$/.test(expression) ? `(${expression})` : expression;
}

function grouped(test: string): string {
  return / (\|\||&&) /.test(test) ? `(${test})` : test;
}
