import type { Known, Shape, Shapes } from "./shape";

/** One way in which a value is not what its type says. */
export interface Mismatch {
  /** From the props, or the argument, down to the value. */
  readonly path: readonly string[];
  readonly kind: "missing" | "wrong" | "choice" | "empty" | "unknown";
  readonly value: unknown;
  readonly shape: Shape;
  /** Of an unknown prop: the names that there are. */
  readonly names?: readonly string[];
}

export interface Judging {
  readonly shapes: Shapes;
  /** A value that Terraform knows: nothing can be told of it here. */
  readonly isToken: (value: unknown) => boolean;
  /** What of the data is put up with: names that a subclass may have added for itself. */
  readonly mayHaveMore?: boolean;
}

/** Everything about a value that its type does not allow. */
export function mismatchesIn(
  value: unknown,
  known: Known,
  path: readonly string[],
  judging: Judging,
): Mismatch[] {
  const { shape, optional, mayBeEmpty } = known;
  const mismatch = (kind: Mismatch["kind"]): Mismatch[] => [{ path, kind, value, shape }];
  if (value === undefined) return optional || shape === "any" ? [] : mismatch("missing");
  if (shape === "any" || (judging.isToken(value) && !isInstance(shape))) return [];
  if (typeof shape === "string") {
    if (!isScalar(value, shape)) return mismatch("wrong");
    return value === "" && !mayBeEmpty ? mismatch("empty") : [];
  }
  if ("oneOf" in shape) return shape.oneOf.includes(value as string) ? [] : mismatch("choice");
  if ("anyOf" in shape) return mismatchesInAny(value, shape.anyOf, known, path, judging);
  if ("instance" in shape) return isLike(value, shape.instance, judging) ? [] : mismatch("wrong");
  if ("list" in shape) {
    if (!Array.isArray(value)) return mismatch("wrong");
    // Array.from, as an absent member of a list is passed over by flatMap.
    return Array.from(value).flatMap((one, place) =>
      mismatchesIn(one, { shape: shape.list, mayBeEmpty: true }, [...path, `${place}`], judging),
    );
  }
  if (!isObject(value)) return mismatch("wrong");
  if ("map" in shape) {
    return Object.entries(value).flatMap(([name, one]) =>
      mismatchesIn(one, { shape: shape.map, mayBeEmpty: true }, [...path, name], judging),
    );
  }
  const props = "type" in shape ? judging.shapes.types[shape.type] : shape.props;
  return propMismatches(value, props ?? {}, path, judging);
}

/** Classes of others may have more than our types know; so may what was made for several uses. */
function propMismatches(
  value: object,
  props: Readonly<Record<string, Known>>,
  path: readonly string[],
  { mayHaveMore = false, ...judging }: Judging,
): Mismatch[] {
  const names = Object.keys(props);
  const strange = mayHaveMore || !isPlain(value) ? [] : Object.entries(value);
  return [
    ...names.flatMap((name) =>
      mismatchesIn((value as Record<string, unknown>)[name], props[name] as Known, [...path, name], judging),
    ),
    ...strange
      .filter(([name, given]) => given !== undefined && !names.includes(name))
      .map(([name, given]): Mismatch => {
        return { path: [...path, name], kind: "unknown", value: given, shape: "any", names };
      }),
  ];
}

/** Of several types the one that fits best speaks; if none is of the value's kind, they do together. */
function mismatchesInAny(
  value: unknown,
  shapes: readonly Shape[],
  known: Known,
  path: readonly string[],
  judging: Judging,
): Mismatch[] {
  const verdicts = shapes.map((shape) => mismatchesIn(value, { ...known, shape }, path, judging));
  if (verdicts.some((mismatches) => mismatches.length === 0)) return [];
  const inside = verdicts.filter((mismatches) => mismatches.every((one) => one.path.length > path.length));
  const [best] = inside.sort((one, other) => distance(one) - distance(other));
  if (best !== undefined) return best;
  const isEmpty = verdicts.flat().some(({ kind }) => kind === "empty");
  const isText = typeof value === "string" && shapes.some((one) => typeof one === "object" && "oneOf" in one);
  const kind = isEmpty ? "empty" : isText ? "choice" : "wrong";
  return [{ path, kind, value, shape: { anyOf: shapes } }];
}

/** A word such as `mode: "verify"` tells which of several types was meant. */
function distance(mismatches: readonly Mismatch[]): number {
  return mismatches.reduce((sum, { kind }) => sum + (kind === "choice" ? 100 : 1), 0);
}

function isScalar(value: unknown, shape: "text" | "number" | "flag" | "function"): boolean {
  if (shape === "number") return typeof value === "number" && Number.isFinite(value);
  const kinds = { text: "string", flag: "boolean", function: "function" };
  return typeof value === kinds[shape];
}

function isInstance(shape: Shape): boolean {
  return typeof shape === "object" && "instance" in shape;
}

/** Another copy of the library makes other classes: what counts is what a value has. */
function isLike(value: unknown, contract: string, { shapes }: Judging): boolean {
  if (!isObject(value)) return false;
  return (shapes.contracts[contract] ?? []).every((name) => name in value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
