import type { Area, Box, Drawing, Line, Words } from "../../picture/layout/drawing";
import { widthOf } from "../../picture/layout/text-width";

const SLACK = 0.01;

export const boxesIn = ({ shapes }: Drawing): Box[] => shapes.filter((one): one is Box => one.kind === "box");
export const wordsIn = ({ shapes }: Drawing): Words[] =>
  shapes.filter((one): one is Words => one.kind === "words");
export const linesIn = ({ shapes }: Drawing): Line[] =>
  shapes.filter((one): one is Line => one.kind === "line");

/** What a text covers at most. */
export function areaOf({ x, y, text, size, isBold, anchor }: Words): Area {
  const width = widthOf(text, size, isBold);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { x: left, y: y - size * 0.8, width, height: size };
}

export function holds(outer: Area, inner: Area): boolean {
  return (
    outer.x <= inner.x + SLACK &&
    outer.y <= inner.y + SLACK &&
    inner.x + inner.width <= outer.x + outer.width + SLACK &&
    inner.y + inner.height <= outer.y + outer.height + SLACK
  );
}

export function overlaps(one: Area, other: Area): boolean {
  return (
    one.x + SLACK < other.x + other.width &&
    other.x + SLACK < one.x + one.width &&
    one.y + SLACK < other.y + other.height &&
    other.y + SLACK < one.y + one.height
  );
}

/** Pairs of things that overlap and should not. */
export function overlappingPairs<T extends Area>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, index) =>
    all.slice(index + 1).flatMap((other) => (overlaps(one, other) ? [[one, other] as const] : [])),
  );
}

/** The strokes of a line, as areas of no width; all lines run straight across or down. */
export function strokesOf({ points }: Line): Area[] {
  return points.slice(1).map((to, index) => {
    const from = points[index]!;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.abs(from.x - to.x) || 0.1, height: Math.abs(from.y - to.y) || 0.1 };
  });
}
