import type { Entry, Forward, Lane, Passage } from "../scene/scene";
import type { Columns } from "./columns";
import { bottom, inset, middle, right, type Area, type Line, type Shape } from "./drawing";
import { LEADING, line, lines, SIZE, wrapped } from "./fitting";
import { widthOf } from "./text-width";

const PADDING = 9;
const PILL_HEIGHT = 24;
/** Routes that are told in full. */
const MOST_ROUTES = 2;
const GAP = 8;
const CARD_WIDTH = 164;
const ROUTE_WIDTH = 140;
const REASON_WIDTH = 370;

/** Height of all that leads to a lane, left of it. */
export function approachHeight({ forwards, entries }: Lane): number {
  const heights = [
    ...forwards.map((one) => forwardHeight(one) + reasonHeight(one.passage)),
    ...entries.map(({ passage }) => PILL_HEIGHT + reasonHeight(passage)),
  ];
  return heights.reduce((sum, one) => sum + one + GAP, -GAP);
}

export function approachShapes(lane: Lane, area: Area, columns: Columns): readonly Shape[] {
  let y = area.y + Math.max(0, (area.height - approachHeight(lane)) / 2);
  const forwards = lane.forwards.flatMap((one) => {
    const height = forwardHeight(one);
    const shapes = forwardShapes(one, { ...area, y, height }, columns);
    y += height + reasonHeight(one.passage) + GAP;
    return shapes;
  });
  const entries = lane.entries.flatMap((one) => {
    const shapes = entryShapes(one, { ...area, y, height: PILL_HEIGHT }, columns);
    y += PILL_HEIGHT + reasonHeight(one.passage) + GAP;
    return shapes;
  });
  return [...forwards, ...entries];
}

/** Where the lines from load balancers arrive: at the left of each route box. */
export function routePoints(
  lane: Lane,
  area: Area,
): readonly { readonly forward: Forward; readonly y: number }[] {
  let y = area.y + Math.max(0, (area.height - approachHeight(lane)) / 2);
  return lane.forwards.map((forward) => {
    const height = forwardHeight(forward);
    const found = { forward, y: y + height / 2 };
    y += height + reasonHeight(forward.passage) + GAP;
    return found;
  });
}

function forwardHeight(forward: Forward): number {
  const route = routeLines(forward).length;
  const card = nameLines(forward).length + 1 + healthLines(forward).length;
  return Math.max(route, card) * LEADING + 2 * PADDING - 2;
}

function reasonHeight(passage: Passage): number {
  return passage.way === "open" ? 0 : reasonLines(passage).length * LEADING + 4;
}

function reasonLines(passage: Passage): readonly string[] {
  return passage.way === "open" ? [] : wrapped(passage.because, REASON_WIDTH, 2);
}

function nameLines({ target }: Forward): readonly string[] {
  return wrapped(target.name, CARD_WIDTH - 2 * PADDING, 2, SIZE, true);
}

function healthLines({ target }: Forward): readonly string[] {
  return wrapped(target.health, CARD_WIDTH - 2 * PADDING, 2);
}

/** What is sent this way, and by which listener or rule. */
function routeLines({
  routes,
}: Forward): readonly { readonly text: string; readonly tone: "plain" | "muted" }[] {
  if (routes.length === 0) return [{ text: "no listener", tone: "muted" }];
  const shown = routes.length > MOST_ROUTES ? routes.slice(0, MOST_ROUTES - 1) : routes;
  const rest = routes.length - shown.length;
  return [
    ...shown.flatMap(({ by, takes }) => [
      { text: by, tone: "muted" as const },
      ...wrapped(takes, ROUTE_WIDTH - 2 * PADDING, 2).map((text) => ({ text, tone: "plain" as const })),
    ]),
    ...(rest === 0 ? [] : [{ text: `and ${rest} more`, tone: "muted" as const }]),
  ];
}

function forwardShapes(forward: Forward, area: Area, columns: Columns): readonly Shape[] {
  const { passage, port, door } = forward;
  const card = { ...columns.target, y: area.y, height: area.height };
  return [
    ...routeShapes(forward, { ...columns.route, y: area.y, height: area.height }),
    arrow(
      { x: columns.route.x + columns.route.width, y: middle(area) },
      card.x,
      door === undefined ? passage : { way: "open" },
    ),
    ...cardShapes(forward, card),
    ...portShapes(port, passage, right(card), middle(area), area.x),
    ...reasonShapes(passage, columns.route.x, area),
  ];
}

function routeShapes(forward: Forward, area: Area): readonly Shape[] {
  const found = routeLines(forward);
  const top = middle(area) - (found.length * LEADING) / 2 + SIZE;
  const title = forward.routes.map(({ by, takes }) => `${by}: ${takes}`).join("\n");
  return [
    { kind: "box", role: "door", level: "node", radius: 8, ...area, title: title || "no listener" },
    ...found.map(({ text, tone }, index) =>
      line(text, inset(area, PADDING), top + index * LEADING, { tone, title }),
    ),
  ];
}

function cardShapes(forward: Forward, area: Area): readonly Shape[] {
  const { name, listens, health } = forward.target;
  const names = nameLines(forward);
  const words = [listens, ...healthLines(forward)];
  const inner = inset(area, PADDING);
  const top = middle(area) - ((names.length + words.length) * LEADING) / 2;
  const title = `target group ${name}, ${listens}, ${health}`;
  return [
    { kind: "box", role: "door", level: "node", radius: 8, ...area, title },
    ...lines(names, inner, top, { tone: "plain", isBold: true, title }),
    ...lines(words, inner, top + names.length * LEADING, { tone: "muted", title }),
  ];
}

function entryShapes({ from, port, passage }: Entry, area: Area, { route }: Columns): readonly Shape[] {
  const width = Math.min(220, widthOf(from, SIZE, false) + 2 * PADDING);
  const pill = { x: route.x, y: area.y, width, height: PILL_HEIGHT };
  return [
    { kind: "box", role: "stranger", level: "node", radius: PILL_HEIGHT / 2, ...pill },
    line(from, { ...pill, x: pill.x + 8, width: width - 16 }, middle(pill) + 4, {
      tone: "plain",
      anchor: "middle",
    }),
    ...portShapes(port, passage, right(pill), middle(pill), area.x),
    ...reasonShapes(passage, route.x + 8, area),
  ];
}

/** An arrow with the port above its end. */
function portShapes(port: string, passage: Passage, from: number, y: number, to: number): readonly Shape[] {
  const label = { x: to - 52, y: y - 20, width: 44, height: 16 };
  const tone = passage.way === "open" ? "in" : passage.way;
  return [arrow({ x: from, y }, to, passage), line(port, label, y - 8, { tone, anchor: "middle" })];
}

function arrow(from: { readonly x: number; readonly y: number }, to: number, passage: Passage): Line {
  return {
    kind: "line",
    points: [from, { x: to, y: from.y }],
    tone: passage.way === "open" ? "in" : passage.way,
    end: "arrow",
    ...(passage.way === "open" ? {} : { title: `${passage.way}: ${passage.because}` }),
  };
}

function reasonShapes(passage: Passage, x: number, above: Area): readonly Shape[] {
  if (passage.way === "open") return [];
  const within = { x, y: bottom(above), width: REASON_WIDTH, height: reasonHeight(passage) };
  return lines(reasonLines(passage), within, within.y + 3, { tone: passage.way });
}
