import { readFileSync } from "node:fs";
import { assertSound } from "../../modules";
import type { Known, Shape, Shapes } from "../../modules/foundation/shapes/shape";
import { newStack } from "../support/synthesize";
import type { Given } from "./foundation/shapes/call";
import { calls } from "./foundation/shapes/calls";

const shapes = JSON.parse(readFileSync("modules/foundation/shapes/shapes.json", "utf8")) as Shapes;
const LETTERS = 200_000;
/** Less is noise: what takes the square of so many letters takes seconds. */
const FLOOR_MS = 1000;
const DEEPEST = 4;

type Path = readonly string[];

/** Every place for a text: props, words of lists, and names and values of maps. */
function textsIn({ shape }: Pick<Known, "shape">, path: Path = []): Path[] {
  if (path.length > DEEPEST) return [];
  if (shape === "text" || shape === "any") return [path];
  if (typeof shape === "string" || "oneOf" in shape || "instance" in shape) return [];
  if ("anyOf" in shape) return shape.anyOf.flatMap((one) => textsIn({ shape: one }, path));
  if ("list" in shape) return textsIn({ shape: shape.list }, [...path, "[]"]);
  if ("map" in shape) return [[...path, "{}"], ...textsIn({ shape: shape.map }, [...path, "NAME"])];
  return Object.entries(propsOf(shape)).flatMap(([name, known]) => textsIn(known, [...path, name]));
}

function propsOf(shape: Exclude<Shape, string>): Readonly<Record<string, Known>> {
  return "type" in shape ? (shapes.types[shape.type] ?? {}) : "props" in shape ? shape.props : {};
}

function changed(given: unknown, [name, ...path]: Path, value: unknown): unknown {
  if (name === undefined) return value;
  if (name === "[]") return [changed({}, path, value)];
  if (name === "{}") return { [String(value)]: "a" };
  const copy = { ...(given as Record<string, unknown>) };
  copy[name] = changed(copy[name] ?? {}, path, value);
  return copy;
}

/** Makes the call and has all of it judged; whether it is refused does not matter here. */
function synthesized(name: string, path: Path, value: unknown): void {
  const stack = newStack();
  const { sound, make } = calls[name]!;
  try {
    make(stack, changed(sound(stack), path, value) as Given);
    assertSound(stack.node.root);
  } catch {
    // Most places refuse such a text.
  }
}

/** The processor's time: others use the machine as well. */
function millisecondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function growth(name: string, path: Path): string[] {
  const took = (letters: number): number =>
    millisecondsOf(() => synthesized(name, path, "a".repeat(letters)));
  const long = took(LETTERS);
  if (long < FLOOR_MS) return [];
  const [quarter, again] = [took(LETTERS / 4), took(LETTERS)];
  const least = Math.min(long, again);
  return least < FLOOR_MS || least < 8 * quarter
    ? []
    : [`${path.join(".")}: ${quarter} ms, then ${least} ms`];
}

const places = Object.keys(calls).map((name) => {
  const known = (shapes.calls[name] ?? []).filter(
    ({ name: one }) => calls[name]!.sound(newStack())[one] !== undefined,
  );
  return { name, paths: known.flatMap((one) => textsIn(one, [one.name])) };
});

it("there are hundreds of places for a text", () => {
  expect(places.flatMap(({ paths }) => paths).length).toBeGreaterThan(200);
});

describe.each(places.filter(({ paths }) => paths.length > 0))("$name", ({ name, paths }) => {
  it("takes a long text anywhere in time that grows as the text does", () => {
    expect(paths.flatMap((path) => growth(name, path))).toEqual([]);
  });
});
