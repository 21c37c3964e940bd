import { ROWS, type Call, type Cell, type Door, type Lane, type Row, type Scene } from "../scene/scene";
import { cellLines } from "./cells";
import { columnsOf, type Columns } from "./columns";
import { doorHeight } from "./doors";
import { bottom, type Area } from "./drawing";
import { LEADING } from "./fitting";
import { laneHeight } from "./lanes";
import { crossingNats, natHeight } from "./nats";

const INTERNET = { y: 20, height: 36 };
const GATEWAY = { y: 106, height: 34 };
const ZONE_TOP = 46;
const ZONE_LABEL = 30;
const GAP = 14;
/** Room for an arrow between two boxes, with a port beside it. */
const CALL_GAP = 40;
/** From the boxes above to the line that leads out of the NAT gateways, and on to those. */
const BUS = 16;
const PADDING = 12;
/** From a row of subnets to the lines that lead out of the row below. */
export const EXIT_LABEL = 26;
const EXIT_TRACK = 10;

export type Item =
  { readonly kind: "door"; readonly door: Door } | { readonly kind: "lane"; readonly lane: Lane };

/** A load balancer or a service, and where it stands. */
export type Placed = Item & { readonly area: Area };

export interface PlacedRow {
  readonly row: Row;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly Cell[];
  readonly items: readonly Placed[];
}

/** Where everything stands. */
export interface Plan {
  readonly columns: Columns;
  readonly internet: Area;
  readonly gateway: Area;
  readonly networkTop: number;
  readonly zonesTop: number;
  readonly rows: readonly PlacedRow[];
  /** Top of the NAT gateways, and the line above them that leads out. */
  readonly natTop: number;
  readonly natHeight: number;
  readonly busY: number;
  /** Calls between neighbours, which need no way around. */
  readonly nearCalls: readonly Call[];
  readonly farCalls: readonly Call[];
}

export function planOf(scene: Scene): Plan {
  const nearCalls = scene.calls.filter((call) => isNear(call, scene));
  const farCalls = scene.calls.filter((call) => !nearCalls.includes(call));
  const columns = columnsOf(scene, [...new Set(farCalls.map(({ to }) => to))]);
  const around = (width: number): Pick<Area, "x" | "width"> => ({ x: columns.axis - width / 2, width });
  const networkTop = GATEWAY.y + GATEWAY.height / 2;
  const zonesTop = networkTop + ZONE_TOP;
  const rows = rowsFrom(zonesTop + ZONE_LABEL, scene, columns, nearCalls);
  const nats = natHeight(scene, columns.zones[0]?.width ?? 0);
  const natTop = (rows[0]?.bottom ?? zonesTop) - PADDING - nats;
  return {
    columns,
    internet: { ...around(184), ...INTERNET },
    gateway: { ...around(184), ...GATEWAY },
    networkTop,
    zonesTop,
    rows,
    natTop,
    natHeight: nats,
    busY: natTop - BUS,
    nearCalls,
    farCalls,
  };
}

/** Neighbours in one row, the caller above; nobody else calls the lower one. */
function isNear({ from, to }: Call, { lanes, calls }: Scene): boolean {
  const index = lanes.findIndex(({ id }) => id === from);
  const [caller, callee] = [lanes[index], lanes[index + 1]];
  if (caller === undefined || callee?.id !== to || caller.row !== callee.row) return false;
  return calls.filter((one) => one.to === to).length === 1;
}

/** Rows where there is something to show; NAT gateways stand in the public one. */
function rowsFrom(top: number, scene: Scene, columns: Columns, near: readonly Call[]): readonly PlacedRow[] {
  const shown = ROWS.filter(
    (row) =>
      (row === "public" && scene.nats.length > 0) ||
      [...scene.cells, ...scene.doors, ...scene.lanes].some((one) => one.row === row),
  );
  const rows: PlacedRow[] = [];
  for (const row of shown) {
    const before = rows.at(-1);
    const y = before === undefined ? top : before.bottom + exitRoom(scene);
    rows.push(placedRow(row, y, scene, columns, near));
  }
  return rows;
}

function exitRoom(scene: Scene): number {
  const isUsed = scene.cells.some(({ exit }) => exit.kind === "nat");
  return isUsed ? EXIT_LABEL + EXIT_TRACK * crossingNats(scene).length + GAP / 2 : GAP;
}

export function exitTrack(row: PlacedRow, index: number): number {
  return row.bottom + EXIT_LABEL + index * EXIT_TRACK;
}

function placedRow(row: Row, top: number, scene: Scene, columns: Columns, near: readonly Call[]): PlacedRow {
  const cells = scene.cells.filter((one) => one.row === row);
  const found: Item[] = [
    ...scene.doors.filter((one) => one.row === row).map((door) => ({ kind: "door", door }) as const),
    ...scene.lanes.filter((one) => one.row === row).map((lane) => ({ kind: "lane", lane }) as const),
  ];
  const labels = Math.max(0, ...cells.map((cell) => cellLines(cell, columns).length));
  const items = stacked(found, top + 10 + labels * LEADING + PADDING, columns, near);
  const hasNats = row === "public" && scene.nats.length > 0;
  const last = items.at(-1);
  const end = last === undefined ? top + 10 + labels * LEADING : bottom(last.area);
  return {
    row,
    top,
    bottom: end + PADDING + (hasNats ? BUS * 2 + natHeight(scene, columns.zones[0]?.width ?? 0) : 0),
    cells,
    items,
  };
}

function stacked(items: readonly Item[], top: number, { boxes }: Columns, near: readonly Call[]): Placed[] {
  let y = top;
  return items.map((item, index) => {
    const area = { ...boxes, y, height: heightOf(item, boxes.width) };
    const next = items[index + 1];
    const isCalling = near.some(({ from, to }) => from === idOf(item) && next && to === idOf(next));
    y = bottom(area) + (isCalling ? CALL_GAP : GAP);
    return { ...item, area };
  });
}

function heightOf(item: Item, width: number): number {
  return item.kind === "door" ? doorHeight(item.door, width) : laneHeight(item.lane);
}

export function idOf(item: Item): string {
  return item.kind === "door" ? item.door.id : item.lane.id;
}
