import { isObject, type Json } from "../engine/json";

/** A value in HCL, as `terraform fmt` writes it; text is meant as it stands, so templates are escaped. */
export function hcl(value: Json, indent = ""): string {
  if (Array.isArray(value)) return `[${value.map((one) => hcl(one, indent)).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value).replace(/[$%](?=\{)/g, "$&$&");
  const lines = assignments(value, `${indent}  `);
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

/** `name = value`, the signs of equality below each other where values are on one line. */
export function assignments(values: Readonly<Record<string, Json>>, indent: string): string[] {
  const entries = Object.entries(values).map(([key, value]) => ({
    key: /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? key : JSON.stringify(key),
    text: hcl(value, indent),
  }));
  return entries.map(({ key, text }, at) => `${indent}${key.padEnd(widthAround(entries, at))} = ${text}`);
}

/** Lines are lined up with their neighbours; a value of several lines stands for itself. */
function widthAround(
  entries: readonly { readonly key: string; readonly text: string }[],
  at: number,
): number {
  const isLong = (place: number): boolean => (entries[place]?.text ?? "\n").includes("\n");
  if (isLong(at)) return 0;
  let first = at;
  while (!isLong(first - 1)) first--;
  let last = at;
  while (!isLong(last + 1)) last++;
  return Math.max(...entries.slice(first, last + 1).map(({ key }) => key.length));
}
