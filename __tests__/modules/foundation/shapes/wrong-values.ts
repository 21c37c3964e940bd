import type { Known, Shape, Shapes } from "../../../../modules/foundation/shapes/shape";

/** A value in the place of one that belongs there. */
export interface Wrong {
  readonly path: readonly string[];
  readonly value: unknown;
}

const ANYTHING = { text: "nonsense", empty: "", number: 7, truth: true, list: [], object: {}, act: () => 1 };

const PLAIN: Readonly<Record<string, readonly unknown[]>> = {
  text: [null, ANYTHING.number, true, [], {}, ANYTHING.act],
  number: [null, "80", "", NaN, Infinity, true, [], {}, ANYTHING.act],
  flag: [null, "false", "", 0, [], {}, ANYTHING.act],
  function: [null, "x", 7, {}],
  any: [],
};

const DEEPEST = 4;

/** Everything wrong that can stand in the place of a parameter, or anywhere in it. */
export function wrongValues(known: Known, shapes: Shapes, path: readonly string[] = []): Wrong[] {
  const { shape, optional, mayBeEmpty } = known;
  const missing = optional || shape === "any" ? [] : [{ path, value: undefined }];
  const isText = shape === "text" && !mayBeEmpty;
  const here = wrongKinds(shape).map((value) => ({ path, value }));
  const empty = isText ? [{ path, value: "" }] : [];
  return [...missing, ...here, ...empty, ...(path.length < DEEPEST ? below(shape, shapes, path) : [])];
}

function wrongKinds(shape: Shape): readonly unknown[] {
  if (typeof shape === "string") return PLAIN[shape] ?? [];
  if ("oneOf" in shape) return [null, "nonsense", "", 7, [], {}, ANYTHING.act];
  if ("list" in shape) return [null, "x", "", 7, {}, ANYTHING.act, [undefined], [null]];
  if ("anyOf" in shape) return [null, 7, NaN, ANYTHING.act];
  if ("instance" in shape) return [null, "x", "", 7, {}, [], ANYTHING.act];
  if ("map" in shape) return [null, "x", "", 7, [], ANYTHING.act, { NAME: null }, { NAME: undefined }];
  return [null, "x", "", 7, [], ANYTHING.act, { helthCheck: 1 }, { constructor: 1 }];
}

function below(shape: Shape, shapes: Shapes, path: readonly string[]): Wrong[] {
  if (typeof shape === "string") return [];
  // A prop that one of several types can't be without may be absent in the next.
  if ("anyOf" in shape)
    return shape.anyOf.flatMap((one) => below(one, shapes, path)).filter(({ value }) => value !== undefined);
  const props = "type" in shape ? shapes.types[shape.type] : "props" in shape ? shape.props : {};
  return Object.entries(props ?? {}).flatMap(([name, known]) => wrongValues(known, shapes, [...path, name]));
}
