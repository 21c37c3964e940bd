import type { Scene } from "../scene/scene";
import type { Area } from "./drawing";
import { SIZE } from "./fitting";
import { widthOf } from "./text-width";

const MARGIN = 16;
const NETWORK_PADDING = 14;
const TRACK = 14;
const ROUTE_WIDTH = 140;
const TARGET_WIDTH = 164;
/** Room for a short arrow between two boxes. */
const STEP = 22;
/** Room for an arrow with a port above it. */
const PORT_STEP = 56;
const ZONES_WIDTH = 450;
const NARROWEST_ZONE = 166;
const BOX_INSET = 16;

/** Where things stand from left to right. */
export interface Columns {
  readonly width: number;
  readonly network: Pick<Area, "x" | "width">;
  /** One vertical line for each load balancer that forwards, by its id. */
  readonly trunks: ReadonlyMap<string, number>;
  readonly route: Pick<Area, "x" | "width">;
  readonly target: Pick<Area, "x" | "width">;
  readonly zones: readonly Pick<Area, "x" | "width">[];
  readonly allZones: Pick<Area, "x" | "width">;
  /** Boxes that span all zones. */
  readonly boxes: Pick<Area, "x" | "width">;
  /** Between two zones, as near to the middle as can be: nothing is written there. */
  readonly axis: number;
  /** One vertical line for each service that others call from afar, by its id. */
  readonly calls: ReadonlyMap<string, number>;
  readonly arrivals: number;
  readonly exit: number;
}

export function columnsOf(scene: Scene, distantCallees: readonly string[]): Columns {
  const forwarding = scene.doors.filter(({ id }) =>
    scene.lanes.some(({ forwards }) => forwards.some(({ door }) => door === id)),
  );
  const left = MARGIN + NETWORK_PADDING;
  const trunks = new Map(forwarding.map(({ id }, index) => [id, left + index * TRACK]));
  const route = { x: left + Math.max(1, trunks.size) * TRACK + STEP - TRACK, width: ROUTE_WIDTH };
  const target = { x: route.x + route.width + STEP, width: TARGET_WIDTH };
  const zones = zoneColumns(scene.zones.length, target.x + target.width + PORT_STEP);
  const last = zones.at(-1) ?? { x: 0, width: 0 };
  const first = zones[0] ?? last;
  const allZones = { x: first.x, width: last.x + last.width - first.x };
  const afterZones = allZones.x + allZones.width;
  const calls = callTracks(scene, distantCallees, afterZones);
  const afterCalls = Math.max(afterZones, ...calls.values()) + TRACK;
  const [arrivals, exit] = [afterCalls, afterCalls + TRACK];
  const network = { x: MARGIN, width: exit + TRACK - MARGIN };
  return {
    width: network.x + network.width + MARGIN,
    network,
    trunks,
    route,
    target,
    zones,
    allZones,
    boxes: { x: allZones.x + BOX_INSET, width: allZones.width - 2 * BOX_INSET },
    axis: axisOf(zones),
    calls,
    arrivals,
    exit,
  };
}

function zoneColumns(count: number, from: number): Columns["zones"] {
  const width = Math.max(NARROWEST_ZONE, Math.floor(ZONES_WIDTH / count));
  return Array.from({ length: count }, (_, index) => ({ x: from + index * width, width }));
}

function axisOf(zones: Columns["zones"]): number {
  const zone = zones[Math.floor(zones.length / 2)] ?? { x: 0, width: 0 };
  return zones.length === 1 ? zone.x + zone.width / 2 : zone.x;
}

/** The first line leaves room for the widest label. */
function callTracks(scene: Scene, callees: readonly string[], from: number): ReadonlyMap<string, number> {
  const labels = scene.calls.filter(({ to }) => callees.includes(to)).map(({ label }) => label);
  const room = Math.max(0, ...labels.map((label) => widthOf(label, SIZE, false))) - BOX_INSET + TRACK;
  return new Map(callees.map((id, index) => [id, from + room + index * TRACK]));
}
