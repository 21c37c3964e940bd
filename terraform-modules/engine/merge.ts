import { choice, condition, decide, type Case, type Dimension } from "./decisions";
import { expressionOf } from "./expressions";
import { isObject, same, type Json, type JsonObject } from "./json";

/** Objects that are values; all others are blocks, which Terraform takes no expression for. */
const MAPS = new Set(["tags", "dimensions"]);

/** What Terraform takes no expression for at all. */
const META = new Set(["lifecycle", "depends_on", "for_each", "count"]);

/** One body for all variants of a resource: attributes choose their value, blocks come and go as dynamic ones. */
export function mergeBodies(
  cases: readonly Case<JsonObject>[],
  dimensions: readonly Dimension[],
): JsonObject {
  const merged: JsonObject = {};
  const dynamic: JsonObject = {};
  for (const key of keysOf(cases)) {
    if (META.has(key)) continue;
    const values = cases.map(({ at, value }) => ({ at, value: value[key] }));
    const [first] = values;
    if (values.every(({ value }) => same(value, first?.value))) {
      if (first?.value !== undefined) merged[key] = first.value;
    } else if (
      isBlock(
        key,
        values.map(({ value }) => value),
      )
    ) {
      const { always, sometimes } = mergeBlocks(values, dimensions);
      if (always !== undefined) merged[key] = always;
      if (sometimes.length > 0) dynamic[key] = sometimes;
    } else {
      merged[key] = `\${${choice(decide(values, dimensions), expressionOf)}}`;
    }
  }
  return Object.keys(dynamic).length === 0 ? merged : { ...merged, dynamic };
}

/** What holds for whether something is there. */
export function presence(
  all: readonly Case<unknown>[],
  dimensions: readonly Dimension[],
): string | undefined {
  const decision = decide(
    all.map(({ at, value }) => ({ at, value: value !== undefined })),
    dimensions,
  );
  return "value" in decision && decision.value ? undefined : condition(decision);
}

function mergeBlocks(
  cases: readonly Case<Json | undefined>[],
  dimensions: readonly Dimension[],
): { readonly always?: Json; readonly sometimes: Json[] } {
  const lists = cases.map(({ at, value }) => ({ at, value: value === undefined ? [] : [value].flat() }));
  const most = Math.max(...lists.map(({ value }) => value.length));
  const always: Json[] = [];
  const sometimes: Json[] = [];
  for (let place = 0; place < most; place++) {
    const here = lists.map(({ at, value }) => ({ at, value: value[place] as JsonObject | undefined }));
    const known = here.flatMap(({ at, value }) => (value === undefined ? [] : [{ at, value }]));
    const content = mergeBodies(known, dimensions);
    const holds = presence(here, dimensions);
    if (holds === undefined) always.push(content);
    else sometimes.push({ for_each: `\${${holds} ? [true] : []}`, content });
  }
  return {
    ...(always.length > 0 && { always: always.length === 1 ? (always[0] ?? null) : always }),
    sometimes,
  };
}

function isBlock(key: string, values: readonly (Json | undefined)[]): boolean {
  if (MAPS.has(key)) return false;
  const known = values.filter((value) => value !== undefined);
  return known.every(
    (value) => isObject(value) || (Array.isArray(value) && value.length > 0 && value.every(isObject)),
  );
}

function keysOf(cases: readonly Case<JsonObject>[]): string[] {
  return [...new Set(cases.flatMap(({ value }) => Object.keys(value)))].sort();
}
