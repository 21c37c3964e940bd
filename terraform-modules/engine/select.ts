import type { Entry } from "./entries";
import { mapStrings, stringsIn, type JsonObject } from "./json";

const REFERENCE = /\b(?:data\.)?aws_[a-z0-9_]+\.[a-z0-9_]+/g;

/** What stands for a reference to what was left out: expression, replacement. */
export type Bound = readonly [string, string];

/** Some of the entries; what they refer to outside becomes what the bounds say, and they wait for none of it. */
export function select(
  entries: readonly Entry[],
  isInside: (entry: Entry) => boolean,
  bounds: readonly Bound[],
): Entry[] {
  const inside = entries.filter(isInside);
  const known = new Set(inside.map(addressOf));
  const outside = bounds.filter(([from]) => (from.match(REFERENCE) ?? []).every((one) => !known.has(one)));
  return inside.map((entry) => {
    const { depends_on: order, ...body } = entry.body;
    const waits = ((order ?? []) as string[]).filter((one) => known.has(one));
    const changed = mapStrings(body, (text) =>
      outside.reduce((result, [from, to]) => result.replaceAll(from, to), text),
    ) as JsonObject;
    const dangling = danglingIn(changed, known);
    if (dangling.length > 0) throw new Error(`${addressOf(entry)} refers to ${dangling.join(", ")} outside`);
    return { ...entry, body: { ...changed, ...(waits.length > 0 && { depends_on: waits }) } };
  });
}

export function addressOf({ kind, type, name }: Entry): string {
  return kind === "resource" ? `${type}.${name}` : `${kind === "data" ? "data." : ""}${type}.${name}`;
}

/** A trigger for replacement refers without `${}`. */
const TRIGGER = /^(data\.)?aws_[a-z0-9_]+\.[a-z0-9_]+(\.[a-z0-9_]+)?$/;

/** References to what is not there. */
export function danglingIn(body: JsonObject, known: ReadonlySet<string>): string[] {
  const references = stringsIn(body).flatMap((text) =>
    text.includes("${") || TRIGGER.test(text) ? (text.match(REFERENCE) ?? []) : [],
  );
  return [...new Set(references)].filter((one) => !known.has(one) && !one.startsWith("data.aws_region."));
}
