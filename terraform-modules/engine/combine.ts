import { choice, decide, type Case, type Dimension } from "./decisions";
import type { Entry } from "./entries";
import { expressionOf } from "./expressions";
import { isObject, mapStrings, same, type Json, type JsonObject } from "./json";
import { mergeBodies, presence } from "./merge";
import { addressOf } from "./select";

/** The entries of one variant. */
export type Variant = Case<readonly Entry[]>;

/** Suffix of the second of two resources that one has to be, as Terraform takes no expressions in its lifecycle. */
export type Twins = Readonly<Record<string, string>>;

/** One set of resources for all variants, which exist as the inputs say. */
export function combine(
  variants: readonly Variant[],
  dimensions: readonly Dimension[],
  twins: Twins = {},
): Entry[] {
  const named = splitTwins(variants, twins);
  const keys = new Set(named.flatMap(({ value }) => value.map(keyOf)));
  const found = [...keys].map((key) => ({
    key,
    cases: named.map(({ at, value }) => ({ at, value: value.find((entry) => keyOf(entry) === key) })),
  }));
  const counted = new Set(
    found
      .filter(({ key, cases }) => !key.startsWith("output.") && isCounted(cases))
      .map(({ key }) => key.replace(/^resource\./, "")),
  );
  const combined = found.map(({ cases }) => combineEntry(indexed(cases, counted), dimensions));
  return relayed(combined, found, dimensions);
}

/** A trigger has to stand as long as who watches it: for one that comes and goes, something stands that always does. */
function relayed(
  entries: readonly Entry[],
  found: readonly { readonly key: string; readonly cases: readonly Case<Entry | undefined>[] }[],
  dimensions: readonly Dimension[],
): Entry[] {
  const relays = new Map<string, Entry>();
  const shapesOf = new Map(found.map(({ key, cases }) => [key.replace(/^resource\./, ""), cases]));
  const watch = (watcher: Entry, trigger: string): string => {
    const [, address = "", attribute = ""] = /^(\w+\.\w+)\[0\]\.(\w+)$/.exec(trigger) ?? [];
    const watched = shapesOf.get(address) ?? [];
    const watching = shapesOf.get(addressOf(watcher)) ?? [];
    if (watched.every(({ value }, at) => value !== undefined || watching[at]?.value === undefined))
      return trigger;
    const name = `${address.split(".")[1]}_replacement`;
    const value = `\${${presence(watched, dimensions)} ? ${address}[0].${attribute} : null}`;
    const relay = {
      kind: "resource",
      type: "terraform_data",
      name,
      path: watched.find(({ value: one }) => one)?.value?.path ?? "",
    } as const;
    relays.set(name, { ...relay, body: { triggers_replace: value } });
    return `terraform_data.${name}`;
  };
  const changed = entries.map((entry) => {
    const lifecycle = isObject(entry.body.lifecycle) ? entry.body.lifecycle : {};
    const triggers = lifecycle.replace_triggered_by as string[] | undefined;
    if (triggers === undefined) return entry;
    const watched = triggers.map((trigger) => watch(entry, trigger));
    return { ...entry, body: { ...entry.body, lifecycle: { ...lifecycle, replace_triggered_by: watched } } };
  });
  return [...changed, ...relays.values()];
}

function combineEntry(cases: readonly Case<Entry | undefined>[], dimensions: readonly Dimension[]): Entry {
  const known = cases.flatMap(({ at, value }) => (value === undefined ? [] : [{ at, value }]));
  const [first] = known;
  if (first === undefined) throw new Error("an entry in no variant");
  const bodies = known.map(({ at, value }) => ({ at, value: value.body }));
  if (first.value.kind === "output") {
    const value = choice(
      decide(
        cases.map(({ at, value: entry }) => ({ at, value: entry?.body.value })),
        dimensions,
      ),
      expressionOf,
    );
    return { ...first.value, body: { value: `\${${value}}`, ...metaOf(bodies) } };
  }
  const holds = presence(cases, dimensions);
  const body = { ...number(cases, dimensions, holds), ...mergeBodies(bodies, dimensions), ...metaOf(bodies) };
  return { ...first.value, body };
}

/** `count`, or `for_each` of a family, as far as it does not always stand. */
function number(
  cases: readonly Case<Entry | undefined>[],
  dimensions: readonly Dimension[],
  holds: string | undefined,
): JsonObject {
  const isFamily = cases.some(({ value }) => value?.body.for_each !== undefined);
  if (!isFamily) return holds === undefined ? {} : { count: `\${${holds} ? 1 : 0}` };
  const loops = cases.map(({ at, value }) => ({ at, value: value?.body.for_each ?? "${toset([])}" }));
  return { for_each: `\${${choice(decide(loops, dimensions), expressionOf)}}` };
}

/** Orders and triggers of all variants together: what does not stand is waited for by nobody. */
function metaOf(bodies: readonly Case<JsonObject>[]): JsonObject {
  const lists = bodies.map(({ value }) => (value.depends_on ?? []) as string[]);
  const dependsOn = [...new Set(lists.flat())];
  const lifecycles = bodies.flatMap(({ value }) => (isObject(value.lifecycle) ? [value.lifecycle] : []));
  const triggers = [...new Set(lifecycles.flatMap((one) => (one.replace_triggered_by ?? []) as string[]))];
  const lifecycle = { ...lifecycles[0], ...(triggers.length > 0 && { replace_triggered_by: triggers }) };
  return {
    ...(dependsOn.length > 0 && { depends_on: dependsOn }),
    ...(Object.keys(lifecycle).length > 0 && { lifecycle }),
  };
}

/** A resource whose lifecycle differs is two: the first variant's keeps the name. */
function splitTwins(variants: readonly Variant[], twins: Twins): Variant[] {
  const first = new Map<string, string>();
  return variants.map(({ at, value }) => {
    const renamed = new Map<string, string>();
    for (const entry of value) {
      const fixed = fixedPart(entry.body.lifecycle);
      const known = first.get(keyOf(entry)) ?? fixed;
      first.set(keyOf(entry), known);
      if (known === fixed) continue;
      const suffix = twins[entry.name];
      if (suffix === undefined)
        throw new Error(`${keyOf(entry)}: two lifecycles, and no name for the second`);
      renamed.set(keyOf(entry).replace(/^resource\./, ""), `${entry.name}_${suffix}`);
    }
    return { at, value: value.map((entry) => withNames(entry, renamed)) };
  });
}

function withNames(entry: Entry, renamed: ReadonlyMap<string, string>): Entry {
  const name = renamed.get(`${entry.type}.${entry.name}`) ?? entry.name;
  const body = mapStrings(entry.body, (text) =>
    text.replace(/\b(aws_[a-z0-9_]+)\.([a-z0-9_]+)/g, (whole, type: string) => {
      const other = renamed.get(whole);
      return other === undefined ? whole : `${type}.${other}`;
    }),
  ) as JsonObject;
  return { ...entry, name, body };
}

function fixedPart(lifecycle: Json | undefined): string {
  return JSON.stringify({ ...(isObject(lifecycle) ? lifecycle : {}), replace_triggered_by: [] });
}

/** References to what is counted get an index; orders need none. */
function indexed(
  cases: readonly Case<Entry | undefined>[],
  counted: ReadonlySet<string>,
): Case<Entry | undefined>[] {
  const index = (text: string): string =>
    text.replace(/\b(?:data\.)?aws_[a-z0-9_]+\.[a-z0-9_]+(?=\.)/g, (whole) =>
      counted.has(whole) ? `${whole}[0]` : whole,
    );
  return cases.map(({ at, value }) => {
    if (value === undefined) return { at, value };
    const { depends_on: order, ...body } = value.body;
    const changed = mapStrings(body, index) as JsonObject;
    return {
      at,
      value: { ...value, body: { ...changed, ...(order !== undefined && { depends_on: order }) } },
    };
  });
}

function isCounted(cases: readonly Case<Entry | undefined>[]): boolean {
  const isFamily = cases.some(({ value }) => value?.body.for_each !== undefined);
  return (
    !isFamily &&
    cases.some(({ value }) => value === undefined) &&
    !cases.every(({ value }) => same(value, undefined))
  );
}

function keyOf({ kind, type, name }: Entry): string {
  return `${kind}.${type}.${name}`;
}
