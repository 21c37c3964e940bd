import fc from "fast-check";
import { drawingOf } from "../../picture";
import type { Drawing } from "../../picture/layout/drawing";
import { areaOf, boxesIn, holds, linesIn, overlappingPairs, overlaps, strokesOf, wordsIn } from "./geometry";
import { allScenes, sceneIn } from "./scenes";
import { townOf, type Town } from "./town";

/** Everything that would make a drawing hard to read. */
function faultsOf(drawing: Drawing): string[] {
  const boxes = boxesIn(drawing);
  const words = wordsIn(drawing);
  const solid = boxes.filter(({ level }) => level !== "frame");
  const nodes = boxes.filter(({ level }) => level === "node");
  const parts = boxes.filter(({ level }) => level === "part");
  const texts = words.map((one) => ({ ...areaOf(one), text: one.text }));
  const paper = { x: 0, y: 0, width: drawing.width, height: drawing.height };
  return [
    ...words
      .filter((one) => !holds(one.within, { ...areaOf(one), y: one.within.y, height: 1 }))
      .map(({ text }) => `too wide: ${text}`),
    ...boxes.filter((one) => !holds(paper, one)).map(({ role }) => `off the paper: ${role}`),
    ...texts.filter((one) => !holds(paper, one)).map(({ text }) => `off the paper: ${text}`),
    ...texts.flatMap((one) =>
      solid
        .filter((box) => overlaps(box, one) && !holds(box, one))
        .map(({ role }) => `${one.text} runs over the edge of a ${role}`),
    ),
    ...overlappingPairs(texts).map(([one, other]) => `${one.text} overlaps ${other.text}`),
    ...overlappingPairs(nodes).map(
      ([one, other]) => `${one.title ?? one.role} overlaps ${other.title ?? other.role}`,
    ),
    ...overlappingPairs(parts).map(([one]) => `parts overlap: ${one.title ?? ""}`),
    ...parts
      .filter((part) => nodes.filter((node) => holds(node, part)).length !== 1)
      .map(() => "a part outside its node"),
    ...linesIn(drawing).flatMap((line) =>
      texts
        .filter((text) => strokesOf(line).some((stroke) => overlaps(stroke, text)))
        .map(({ text }) => `a line through ${text}`),
    ),
    ...linesIn(drawing).flatMap((line) =>
      nodes
        .filter((node) => strokesOf(line).some((stroke) => overlaps(stroke, inner(node))))
        .map((node) => `a line through ${node.title ?? node.role}`),
    ),
  ];
}

const inner = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  x: x + 1,
  y: y + 1,
  width: width - 2,
  height: height - 2,
});

describe("the layout", () => {
  it.each(allScenes())("of %s is legible: nothing overlaps, sticks out, or is crossed", (_, scene) => {
    expect(faultsOf(drawingOf(scene))).toEqual([]);
  });

  it("of both stacks is no wider than a page", () => {
    const widths = allScenes().flatMap(([name, scene]) =>
      ["voiceAgent", "learningApp"].includes(name) ? [drawingOf(scene).width] : [],
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(1000);
  });

  it("keeps the whole of what it cuts", () => {
    const long = "a-service-whose-name-nobody-would-want-to-type-a-second-time-in-their-life";
    const scene = sceneIn("long", townOf({ zones: ["a"], services: [{ name: long, port: 80, paths: [] }] }));
    const cut = wordsIn(drawingOf(scene)).filter(({ text }) => text.endsWith("…"));
    expect(cut.length).toBeGreaterThan(0);
    expect(cut.filter(({ title }) => title === undefined)).toEqual([]);
    expect(cut.map(({ title }) => title).join("\n")).toContain(long);
  });

  it("is legible whatever the services are called, and however many there are", () => {
    fc.assert(
      fc.property(towns(), (town) => {
        expect(faultsOf(drawingOf(sceneIn("any", townOf(town))))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** Towns of up to 12 services with names of all lengths. */
function towns(): fc.Arbitrary<Town> {
  const house = fc.record({
    length: fc.integer({ min: 1, max: 60 }),
    letter: fc.constantFrom("w", "m", "i", "é", "漢", "-a", " x", "/"),
    port: fc.integer({ min: 1, max: 65535 }),
    paths: fc.option(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 4 }), {
      nil: undefined,
    }),
    count: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant("${var.count}")),
    callers: fc.array(fc.nat({ max: 11 }), { maxLength: 5 }),
  });
  return fc
    .record({
      zones: fc.integer({ min: 1, max: 6 }),
      nats: fc.constantFrom("none" as const, "one" as const, "per-zone" as const),
      listeners: fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { minLength: 1, maxLength: 4 }),
      houses: fc.array(house, { minLength: 1, maxLength: 12 }),
    })
    .map(({ zones, nats, listeners, houses }) => {
      const names = houses.map(({ length, letter }, index) =>
        `s${index}${letter.repeat(length)}`.slice(0, 60),
      );
      return {
        zones: Array.from({ length: zones }, (_, index) => `us-east-1${"abcdef"[index] ?? ""}`),
        nats,
        listeners,
        services: houses.map(({ port, paths, count, callers }, index) => ({
          name: names[index]!,
          port,
          count,
          ...(paths === undefined ? {} : { paths }),
          callers: callers.flatMap((one) => (names[one] === undefined || one === index ? [] : [names[one]])),
        })),
      };
    });
}
