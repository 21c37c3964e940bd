import { isObject, type Value, type Values } from "./value";

/** Resources of a file, or what it looks up, by address. */
export function bodiesIn(byType: Value, prefix: string): [string, Values][] {
  return entries(byType).flatMap(([type, byName]) =>
    entries(byName).map(([name, body]): [string, Values] => [
      `${prefix}${type}.${name}`,
      isObject(body) ? body : {},
    ]),
  );
}

function entries(value: Value): [string, Value][] {
  return isObject(value) ? Object.entries(value) : [];
}
