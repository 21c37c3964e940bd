import { readFileSync } from "node:fs";
import { shapesFile } from "../../../../scripts/docs/shapes/shapes-of";
import { assertSound, FrontyardError } from "../../../../modules";
import { describe as sentence } from "../../../../modules/errors";
import type { Shapes } from "../../../../modules/foundation/shapes/shape";
import { newStack } from "../../../support/synthesize";
import type { Given } from "./call";
import { calls } from "./calls";
import { wrongValues, type Wrong } from "./wrong-values";

const FILE = "modules/foundation/shapes/shapes.json";
const text = readFileSync(FILE, "utf8");
const shapes = JSON.parse(text) as Shapes;

/** Calls between our own constructs: no stack makes them. */
const INSIDE =
  /^Route|\.(idsFor|readerFor|waitFor|addMember|allowMount|listenOn|sendTo|countAgainstQuota|copyForBlueGreen|addListener|setPriority|onRule)$/;

/** What is said of a call; undefined if it passes. */
function told(name: string, change: (given: Given) => Given): string | undefined {
  const stack = newStack();
  const { sound, make } = calls[name]!;
  try {
    make(stack, change(sound(stack)));
    assertSound(stack.node.root);
    return undefined;
  } catch (error) {
    if (error instanceof FrontyardError) return error.problems.map(sentence).join("\n");
    return `${(error as Error).name}, which is not ours: ${(error as Error).message}`;
  }
}

function changed(given: unknown, [name, ...path]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy = { ...(given as Record<string, unknown>) };
  copy[name] = changed(copy[name] ?? {}, path, value);
  return copy;
}

/** Refused for something else would be no refusal. */
function isRefused(sentences: string | undefined, { path, value }: Wrong, parameter: string): boolean {
  if (sentences === undefined || !/^FY\d{3} /.test(sentences)) return false;
  const keys = typeof value === "object" ? Object.keys(value ?? {}) : [];
  const words = sentences.split(/[^A-Za-z0-9]+/);
  const given = [JSON.stringify(value), String(value), ...(Array.isArray(value) ? [String(value[0])] : [])];
  return (
    [path.at(-1) ?? parameter, ...keys].some((name) => words.includes(name)) ||
    given.some((one) => sentences.includes(`got ${one}`))
  );
}

/** What the props of a call are called where nothing in them is at fault. */
function subjectOf(call: string): string {
  if (/^[A-Z]/.test(call)) return "props";
  return call.endsWith("State") ? "state" : call;
}

describe("what is known of the calls when the program runs", () => {
  it("is what their types say: after a change of a prop, run npm run docs", () => {
    expect(text).toBe(shapesFile("modules/index.ts"));
  });

  it("is tried below for every call of the public API", () => {
    const open = Object.keys(shapes.calls).filter((name) => !INSIDE.test(name));
    expect(Object.keys(calls).sort()).toEqual(open.sort());
  });
});

describe.each(Object.keys(calls))("%s", (name) => {
  const parameters = (shapes.calls[name] ?? []).filter(
    ({ name: one }) => calls[name]!.sound(newStack())[one],
  );

  it("passes as it should be", () => {
    expect(told(name, (given) => given)).toBeUndefined();
  });

  it("refuses each value of a wrong kind, in each place, by an error of ours that names the place", () => {
    const passed = parameters.flatMap((parameter) =>
      wrongValues(parameter, shapes).flatMap((wrong) => {
        const path = [parameter.name, ...wrong.path];
        const sentences = told(name, (given) => changed(given, path, wrong.value) as Given);
        const value = typeof wrong.value === "function" ? "a function" : JSON.stringify(wrong.value);
        return isRefused(sentences, wrong, parameter.name === "props" ? subjectOf(name) : parameter.name)
          ? []
          : [`${path.join(".")} = ${value}: ${sentences}`];
      }),
    );
    expect(passed).toEqual([]);
  });
});
