import type { Door, Passage, Scene } from "../scene/scene";
import { bottom, inset, middle, right, type Area, type Line, type Shape } from "./drawing";
import { line, SIZE } from "./fitting";
import type { Plan } from "./plan";
import { widthOf } from "./text-width";

interface FacingDoor {
  readonly door: Door;
  readonly area: Area;
}

/** Where an arrival starts, and whether nothing stands between there and the door. */
interface Entrance {
  readonly entrance: Area;
  readonly isFirst: boolean;
}

/** The internet, the gateway, and what comes in through it. */
export function worldShapes(scene: Scene, plan: Plan): readonly Shape[] {
  const { internet, gateway, rows } = plan;
  const placed = rows.flatMap(({ items }) => items);
  const facing = placed.flatMap((one) =>
    one.kind === "door" && one.door.isInternetFacing ? [{ door: one.door, area: one.area }] : [],
  );
  const labels = facing.flatMap(({ door }) => door.listeners.map(({ label }) => label));
  const entrance = scene.gateway === undefined ? internet : gateway;
  const isUnderIt = (area: Area): boolean => rows[0]?.items[0]?.area === area;
  return [
    ...node("internet", internet, true),
    ...(scene.gateway === undefined ? [] : node("internet gateway", gateway, false, scene.gateway)),
    ...(scene.gateway === undefined || facing.length === 0 ? [] : [wayIn(plan)]),
    ...(facing.length === 0 ? [] : arrivalLabel(labels, plan)),
    ...facing.map((one) => doorArrival(one, { entrance, isFirst: isUnderIt(one.area) }, plan)),
  ];
}

function wayIn({ internet, gateway, columns }: Plan): Line {
  const points = [
    { x: columns.axis, y: bottom(internet) },
    { x: columns.axis, y: gateway.y },
  ];
  return { kind: "line", points, tone: "in", end: "arrow" };
}

function node(text: string, area: Area, isRound: boolean, title?: string): readonly Shape[] {
  const radius = isRound ? area.height / 2 : 8;
  return [
    { kind: "box", role: "node", level: "node", radius, ...area, ...(title === undefined ? {} : { title }) },
    line(text, inset(area, 8), middle(area) + 4, { tone: "plain", isBold: true, anchor: "middle" }),
  ];
}

function arrivalLabel(labels: readonly string[], { internet, gateway, columns }: Plan): readonly Shape[] {
  const text = [...new Set(labels)].join(", ");
  const width = Math.min(260, widthOf(text, SIZE, false));
  const y = bottom(internet);
  const within = { x: columns.axis - 10 - width, y, width, height: gateway.y - y };
  return [line(text, within, middle(within) + 4, { tone: "in", anchor: "end" })];
}

/** The first door stands under the gateway; the way to others leads around on the right. */
function doorArrival({ door, area }: FacingDoor, { entrance, isFirst }: Entrance, plan: Plan): Line {
  const { columns, gateway } = plan;
  const passage = bestOf(door);
  const around = bottom(gateway) + 10;
  const points = isFirst
    ? [
        { x: columns.axis, y: bottom(entrance) },
        { x: columns.axis, y: area.y },
      ]
    : [
        { x: columns.axis + 40, y: bottom(entrance) },
        { x: columns.axis + 40, y: around },
        { x: columns.arrivals, y: around },
        { x: columns.arrivals, y: middle(area) },
        { x: right(area), y: middle(area) },
      ];
  const look = { tone: passage.way === "open" ? "in" : passage.way, end: "arrow" } as const;
  if (passage.way === "open") return { kind: "line", points, ...look };
  return { kind: "line", points, ...look, title: `${passage.way}: ${passage.because}` };
}

/** One open listener is enough for an open way; its fellows say for themselves that they are closed. */
function bestOf({ listeners }: Door): Passage {
  const passages = listeners.flatMap(({ arrival }) => arrival ?? []);
  return (
    passages.find(({ way }) => way === "open") ??
    passages[0] ?? { way: "closed", because: "there is no listener" }
  );
}
