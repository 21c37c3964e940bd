import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Json, JsonObject } from "../../../terraform-modules/engine/json";
import type { Case } from "./validation-cases";

/** A root that makes every call at once, and which lines of it are whose. */
export interface Root {
  readonly text: string;
  /** Folders of modules that have variables and nothing else, with their main.tf.json. */
  readonly modules: ReadonlyMap<string, string>;
  /** The last line of each call, in order. */
  readonly ends: readonly number[];
  /** Cases by their calls: modules that share the very same variables share a call. */
  readonly calls: readonly (readonly Case[])[];
}

/** Variables that a validation of one of them looks at stand together; nothing else has a say in what it says. */
export function rootOf(cases: readonly Case[], documents: ReadonlyMap<string, JsonObject>): Root {
  const modules = new Map<string, string>();
  const calls = new Map<string, Case[]>();
  for (const one of cases) {
    const variables = documents.get(one.module)?.variable as JsonObject;
    const names = neighbours(one.input, variables);
    const content = JSON.stringify({
      variable: Object.fromEntries(names.map((name) => [name, variables[name]!])),
    });
    const folder = modules.get(content) ?? `m${modules.size}`;
    modules.set(content, folder);
    const inputs = Object.entries(one.inputs).filter(([name]) => names.includes(name));
    // The index is not known before the plan, so that all values are checked by the plan and at once.
    const lines = inputs.map(([name, text]) => `  ${name} = [${text}][var.first]`);
    const body = [`  source = "./${folder}"`, ...lines, "}", ""].join("\n");
    calls.set(body, [...(calls.get(body) ?? []), one]);
  }
  const head = 'variable "first" {\n  default = 0\n}\n';
  const texts = [...calls.keys()].map((body, index) => `module "c${index}" {\n${body}`);
  let end = head.split("\n").length - 1;
  const ends = texts.map((text) => (end += text.split("\n").length - 1));
  const folders = new Map([...modules].map(([content, folder]) => [folder, content]));
  return { text: head + texts.join(""), modules: folders, ends, calls: [...calls.values()] };
}

export function write(root: Root, folder: string): void {
  for (const [name, content] of root.modules) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "main.tf.json"), content);
  }
  writeFileSync(join(folder, "main.tf"), root.text);
}

/** The variables that rules connect with one, by naming each other, in any number of steps. */
function neighbours(input: string, variables: JsonObject): string[] {
  const found = new Set([input]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const [name, variable] of Object.entries(variables)) {
      const named = namesIn(variable);
      if (found.has(name)) named.forEach((one) => found.add(one));
      else if (named.some((one) => found.has(one))) found.add(name);
    }
  }
  return Object.keys(variables).filter((name) => found.has(name));
}

function namesIn(variable: Json): string[] {
  return [...JSON.stringify(variable).matchAll(/\bvar\.([a-z_]+)/g)].map(([, name = ""]) => name);
}

export interface Diagnostic {
  readonly summary: string;
  readonly detail: string;
  readonly file: string | undefined;
  /** The call that it is about; undefined if it names no line of the root. */
  readonly call: number | undefined;
}

/** What a plan with `-json` says is wrong. */
export function diagnosticsIn(stdout: string, { ends }: Root): Diagnostic[] {
  return stdout.split("\n").flatMap((text) => {
    if (!text.includes('"diagnostic"')) return [];
    const { diagnostic } = JSON.parse(text) as { diagnostic?: Told };
    if (diagnostic === undefined) return [];
    const { summary, detail, range } = diagnostic;
    const inRoot = range?.filename === "main.tf";
    const call = inRoot ? ends.findIndex((end) => range.start.line <= end) : undefined;
    return [{ summary, detail, file: range?.filename, call }];
  });
}

interface Told {
  readonly summary: string;
  readonly detail: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
}
