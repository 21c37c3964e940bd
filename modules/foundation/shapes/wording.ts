import type { Known, Shape } from "./shape";

/** Names that a reader recognizes, in place of any. */
const KEYS: Readonly<Record<string, string>> = {
  secrets: "DB_PASSWORD",
  environment: "LOG_LEVEL",
  dependsOn: "migrations",
  headers: "x-version",
  mounts: "/data",
  temporaryMiB: "/tmp",
  tags: "team",
};

const PLAIN = {
  text: "text",
  number: "a number",
  flag: "true or false",
  function: "a function",
  any: "a value",
};

/** What belongs where: `an object such as { path: …, port: … }`. */
export function wording(shape: Shape, types: Types, prop = ""): string {
  if (typeof shape === "string") return PLAIN[shape];
  if ("oneOf" in shape) return oneOf(shape.oneOf);
  if ("anyOf" in shape) return shape.anyOf.map((one) => wording(one, types, prop)).join(" or ");
  if ("list" in shape) return `a list such as [${sample(shape.list)}]`;
  if ("map" in shape) return `an object such as { ${JSON.stringify(keyOf(prop))}: ${sample(shape.map)} }`;
  if ("instance" in shape) return `${/^[AEIOU]/.test(shape.instance) ? "an" : "a"} ${shape.instance}`;
  const props = Object.entries("type" in shape ? (types[shape.type] ?? {}) : shape.props);
  const [first, ...rest] = [...props].sort(([, one], [, other]) => +!!one.optional - +!!other.optional);
  const shown = [first, ...rest.filter(([, { optional }]) => !optional)].flatMap((one) => one ?? []);
  const names = shown.filter((name): name is string => typeof name === "string");
  return `an object such as { ${names.map((name) => `${name}: …`).join(", ")} }`;
}

/** What was given, in a word or as it is. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return typeof value === "string" ? "text" : typeof value;
}

export type Types = Readonly<Record<string, Readonly<Record<string, Known>>>>;

function oneOf(values: readonly (string | number)[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length === 1 ? String(quoted[0]) : `one of ${quoted.join(", ")}`;
}

function keyOf(prop: string): string {
  return Object.hasOwn(KEYS, prop) ? String(KEYS[prop]) : "NAME";
}

function sample(shape: Shape): string {
  if (shape === "number") return "1";
  if (shape === "flag") return "true";
  if (shape === "text") return '"…"';
  if (typeof shape === "object" && "oneOf" in shape) return JSON.stringify(shape.oneOf[0]);
  if (typeof shape === "object" && "list" in shape) return `[${sample(shape.list)}]`;
  return "…";
}
