import { Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { FrontyardError, problemAt, finding } from "../errors";

/** What a prop has to be before anything can be made of it. */
type Kind =
  | ("text" | "list" | "object" | "flag" | "construct")
  | ("text or object" | "flag or object" | "construct or list");

const holds: Record<Kind, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  list: Array.isArray,
  object: isObject,
  flag: (value) => typeof value === "boolean",
  "text or object": (value) => typeof value === "string" || isObject(value),
  "flag or object": (value) => typeof value === "boolean" || isObject(value),
  construct: Construct.isConstruct,
  "construct or list": (value) => Array.isArray(value) || Construct.isConstruct(value),
};

/**
 * Refuses props that are absent or of another kind than their type says, as JavaScript, a cast or an unset environment
 * variable makes them. Nothing can be built on those, so unlike every other check this one does not wait.
 */
export function expectShape<T extends object>(
  scope: IConstruct,
  props: T | undefined,
  kinds: { readonly [P in keyof T]?: Kind },
  subject = "props",
): void {
  const entries = Object.entries(kinds) as [keyof T & string, Kind][];
  const wrong = entries.filter(([name, kind]) => {
    const value = props?.[name];
    return !mayBeToken(value, kind) && !holds[kind](value);
  });
  if (wrong.length === 0) return;
  const problems = wrong.map(([name, kind]) => {
    const given = `${kindOf(props?.[name])} where ${kind === "object" ? "an" : "a"} ${kind} belongs`;
    return problemAt(scope.node.path, finding("FY018", given, `${subject}.${name}`));
  });
  throw new FrontyardError(problems);
}

/** The same for props that may all be left out, and be left out themselves: what is there is looked at. */
export function expectGiven<T extends object>(
  scope: IConstruct,
  props: T,
  kinds: { readonly [P in keyof T]?: Kind },
  subject = "props",
): void {
  if (!isObject(props)) expectShape(scope, { [subject]: props }, { [subject]: "object" }, "arguments");
  const given = Object.entries(kinds).filter(([name]) => props[name as keyof T] !== undefined);
  expectShape(scope, props, Object.fromEntries(given) as typeof kinds, subject);
}

/** The same for each member of a list of texts, of which one may come from an environment variable that is not set. */
export function expectTexts(scope: IConstruct, list: readonly unknown[] | undefined, subject: string): void {
  if (list === undefined || Token.isUnresolved(list)) return;
  const members = Object.fromEntries(list.entries());
  expectShape(scope, members, Object.fromEntries(list.map((_, place) => [place, "text" as const])), subject);
}

/** A token stands for a value that Terraform knows, never for a construct. */
function mayBeToken(value: unknown, kind: Kind): boolean {
  return kind !== "construct" && Token.isUnresolved(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  return typeof value;
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
