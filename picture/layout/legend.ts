import type { Line, Mark, Shape } from "./drawing";
import { line, SIZE } from "./fitting";
import type { Plan } from "./plan";
import { widthOf } from "./text-width";

const ARROW = 34;
const GAP = 22;
const LINE_HEIGHT = 24;

type Item =
  | { readonly sign: Line["tone"]; readonly says: string }
  | { readonly sign: Mark["shape"]; readonly says: string };

const ITEMS: readonly Item[] = [
  { sign: "in", says: "traffic, with its port" },
  { sign: "out", says: "way out" },
  { sign: "closed", says: "closed, and why" },
  { sign: "unknown", says: "not known yet" },
  { sign: "lock", says: "closed to the internet" },
  { sign: "default-task", says: "task, by a variable's default" },
  { sign: "unknown-task", says: "number of tasks not known" },
];

/** What the signs mean: only those that are in the picture. */
export function legendShapes(
  used: readonly Shape[],
  { columns }: Plan,
  top: number,
): { shapes: Shape[]; bottom: number } {
  const [left, limit] = [columns.network.x + 8, columns.network.x + columns.network.width];
  let [x, y] = [left, top + LINE_HEIGHT];
  const shapes = ITEMS.filter(({ sign }) => used.some((one) => signOf(one) === sign)).flatMap((item) => {
    const width = signWidth(item) + 8 + widthOf(item.says, SIZE, false);
    if (x > left && x + width > limit) [x, y] = [left, y + LINE_HEIGHT];
    const shown = itemShapes(item, x, y);
    x += width + GAP;
    return shown;
  });
  return { shapes, bottom: y };
}

function signOf(shape: Shape): string | undefined {
  if (shape.kind === "line") return shape.tone;
  return shape.kind === "mark" ? shape.shape : undefined;
}

function isTone(sign: Item["sign"]): sign is Line["tone"] {
  return sign === "in" || sign === "out" || sign === "closed" || sign === "unknown";
}

function signWidth({ sign }: Item): number {
  return isTone(sign) ? ARROW : 12;
}

function itemShapes(item: Item, x: number, y: number): Shape[] {
  const { sign, says } = item;
  const within = { x: x + signWidth(item) + 8, y: y - 14, width: widthOf(says, SIZE, false), height: 18 };
  const points = [
    { x, y: y - 4 },
    { x: x + ARROW, y: y - 4 },
  ];
  const shown: Shape = isTone(sign)
    ? { kind: "line", points, tone: sign, end: "arrow" }
    : { kind: "mark", shape: sign, x, y: y - 10 };
  return [shown, line(says, within, y, { tone: "muted" })];
}
