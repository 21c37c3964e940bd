import { isObject, isReference, UNKNOWN, type Resource, type Value, type Values } from "../terraform";
import type { Known } from "./truth";

/** Undefined is what nobody wrote; the empty text is how the AWS provider says the same. */
export function text(value: Value): Known<string> | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? value : UNKNOWN;
}

export function number(value: Value): Known<number> | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : UNKNOWN;
}

export function flag(value: Value): Known<boolean> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "boolean") return value;
  return value === "true" || value === "false" ? value === "true" : UNKNOWN;
}

/** Texts of a list; UNKNOWN stands for a text, or a number of texts, that isn't known. */
export function texts(value: Value): readonly Known<string>[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map((one: Value) => text(one) ?? "") : [text(value) ?? UNKNOWN];
}

/** Blocks of one name, whether written as one object or as a list. */
export function blocks(value: Value): Known<readonly Values[]> {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.every(isBlock) ? value : UNKNOWN;
  return isBlock(value) ? [value] : UNKNOWN;
}

/** The block of a name that can stand once; its members are unknown if it is. */
export function block(value: Value): Known<Values> | undefined {
  const found = blocks(value);
  return found === UNKNOWN ? UNKNOWN : found[0];
}

function isBlock(value: Value): value is Values {
  return isObject(value) && !isReference(value);
}

/** An attribute, or undefined if nobody wrote it and the provider has not chosen yet: its documented default holds. */
export function written(resource: Resource, name: string): Value {
  const value = resource.values[name];
  return value === UNKNOWN && resource.unset?.has(name) === true ? undefined : value;
}

/** All attributes but those that the provider is still to choose. */
export function writtenValues(resource: Resource): Values {
  const names = Object.keys(resource.values);
  return Object.fromEntries(names.map((name) => [name, written(resource, name)]));
}
