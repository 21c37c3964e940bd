import { routePoints } from "./approaches";
import { bottom, middle, right, type Area, type Line, type Point, type Shape } from "./drawing";
import { line } from "./fitting";
import { idOf, type Placed, type Plan } from "./plan";

/** From every load balancer to the routes that lead on, along a line of its own. No stroke is painted twice. */
export function trunkShapes({ rows, columns }: Plan): readonly Line[] {
  const placed = rows.flatMap(({ items }) => items);
  const arrivals = placed.flatMap((one) => (one.kind === "lane" ? routePoints(one.lane, one.area) : []));
  return placed.flatMap((one): Line[] => {
    const trunk = columns.trunks.get(idOf(one));
    if (trunk === undefined) return [];
    const start = { x: one.area.x, y: middle(one.area) };
    const heights = arrivals.filter(({ forward }) => forward.door === idOf(one)).map(({ y }) => y);
    const ends = [Math.min(...heights), Math.max(...heights)].filter(
      (y, index) => (index === 0) === y < start.y,
    );
    return [...new Set(heights)].map((y): Line => {
      const way = ends.includes(y) ? [start, { x: trunk, y: start.y }] : [];
      const points = [...way, { x: trunk, y }, { x: columns.route.x, y }];
      return { kind: "line", points, tone: "in", end: "arrow" };
    });
  });
}

/** From service to service: straight down to a neighbour, otherwise around on the right. */
export function callShapes({ rows, nearCalls, farCalls, columns }: Plan): readonly Shape[] {
  const placed = new Map<string, Placed>(rows.flatMap(({ items }) => items.map((one) => [idOf(one), one])));
  const areaOf = (id: string): Area | undefined => placed.get(id)?.area;
  const near = nearCalls.flatMap(({ from, to, label }) => {
    const [caller, callee] = [areaOf(from), areaOf(to)];
    return caller === undefined || callee === undefined ? [] : nearShapes(label, caller, callee);
  });
  const far = [...columns.calls].flatMap(([id, track]) => {
    const callee = areaOf(id);
    const calls = farCalls.filter(({ to }) => to === id);
    if (callee === undefined) return [];
    const starts = calls.flatMap(({ from }) => {
      const caller = areaOf(from);
      return caller === undefined ? [] : [exitPoint(caller, track, columns)];
    });
    const ways = around(track, starts, callee);
    const label = calls[0]?.label ?? "";
    const y = arrivalY(callee);
    const within = { x: right(callee) + 10, y: y - 20, width: track - right(callee) - 12, height: 16 };
    return [...ways, line(label, within, y - 6, { tone: "in" })];
  });
  return [...near, ...far];
}

function nearShapes(label: string, caller: Area, callee: Area): readonly Shape[] {
  const x = caller.x + 40;
  const points = [
    { x, y: bottom(caller) },
    { x, y: callee.y },
  ];
  const within = { x: x + 10, y: bottom(caller) + 4, width: 240, height: callee.y - bottom(caller) - 8 };
  return [
    { kind: "line", points, tone: "in", end: "arrow" },
    line(label, within, middle(within) + 4, { tone: "in" }),
  ];
}

/** Calls leave in the lower half of a box, each on its own height, and arrive in the upper half. */
function exitPoint(caller: Area, track: number, { calls }: Plan["columns"]): { x: number; y: number } {
  const index = [...calls.values()].indexOf(track);
  const step = caller.height / 2 / (calls.size + 1);
  return { x: right(caller), y: middle(caller) + step * (index + 1) };
}

function arrivalY(callee: Area): number {
  return callee.y + callee.height * 0.35;
}

/** The farthest callers above and below draw the whole way, the others join it. */
function around(track: number, starts: readonly Point[], callee: Area): readonly Line[] {
  const y = arrivalY(callee);
  const heights = starts.map((one) => one.y);
  return starts.map((start): Line => {
    const isFarthest = start.y === (start.y < y ? Math.min(...heights) : Math.max(...heights));
    const joint = [start, { x: track, y: start.y }];
    if (!isFarthest) return { kind: "line", points: joint, tone: "in", end: "none" };
    return {
      kind: "line",
      points: [...joint, { x: track, y }, { x: right(callee), y }],
      tone: "in",
      end: "arrow",
    };
  });
}
