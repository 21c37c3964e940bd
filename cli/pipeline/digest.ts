import { createHash } from "node:crypto";
import { isJson, jsonList, type Json } from "../json";
import { isNoChange } from "../terraform/plan-differences";

/** What stands for a plan without changes. */
export const NOTHING = "none";

/** What stands for a stack that can't be planned before one that it reads has been applied. */
export const WAITS = "waits";

/**
 * What a plan would do, as a number that two plans share if they would do the same. What Terraform calls sensitive is
 * left out: a number made of little else could be guessed back.
 */
export function digestOf(plan: Json): string {
  const changes = jsonList(plan["resource_changes"])
    .filter(({ change }) => isJson(change) && !isNoChange(change))
    .map(({ address, previous_address: previous, change }) => ({ address, previous, ...bared(change) }));
  const outputs = isJson(plan["output_changes"]) ? plan["output_changes"] : {};
  const changedOutputs = Object.entries(outputs)
    .filter(([, change]) => isJson(change) && !isNoChange(change))
    .map(([name, change]) => ({ name, ...bared(change) }));
  const text = JSON.stringify(sorted([...changes, ...changedOutputs]));
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** As one line: `network:none,shop:0123…`. */
export function noteOf(digests: ReadonlyMap<string, string>): string {
  return [...digests].map(([stack, digest]) => `${stack}:${digest}`).join(",");
}

export function readNote(note: string): ReadonlyMap<string, string> {
  const pairs = note.split(",").map((pair) => /^(.+):([a-z0-9]+)$/.exec(pair.trim()));
  return new Map(pairs.flatMap((pair): [string, string][] => (pair ? [[pair[1] ?? "", pair[2] ?? ""]] : [])));
}

function bared(change: unknown): Json {
  if (!isJson(change)) return {};
  const { actions, before, after, after_unknown: unknown, replace_paths: because, importing } = change;
  return {
    actions,
    before: without(before, change["before_sensitive"]),
    after: without(after, change["after_sensitive"]),
    ...{ unknown, because, importing },
  };
}

/** A value without the parts at which the other has `true`. */
function without(value: unknown, sensitive: unknown): unknown {
  if (sensitive === true) return "(sensitive)";
  if (Array.isArray(value))
    return value.map((each: unknown, at) => without(each, Array.isArray(sensitive) ? sensitive[at] : false));
  if (!isJson(value)) return value;
  const marks = isJson(sensitive) ? sensitive : {};
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, without(each, marks[name])]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJson(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}
