import type { Nat, Passage, Scene } from "../scene/scene";
import { bottom, centre, inset, middle, right, type Area, type Line, type Shape } from "./drawing";
import { LEADING, line, lines } from "./fitting";
import { cellsBehind, crossingNats, NAT_WIDTH, natReason } from "./nats";
import { exitTrack, type Placed, type Plan } from "./plan";

interface PlacedNat {
  readonly nat: Nat;
  readonly area: Area;
}

/** How far right of the way in the way out runs. */
const ASIDE = 56;

/** NAT gateways, what leads to them, and the way from them to the internet. */
export function exitShapes(scene: Scene, plan: Plan): readonly Shape[] {
  const placed = scene.nats.map((nat) => ({ nat, area: natArea(nat, scene, plan) }));
  const direct = plan.rows.flatMap(({ items }) =>
    items.flatMap((one) => (leavesDirectly(one) ? [one.area] : [])),
  );
  const isUsed = direct.length > 0 || placed.some(({ nat }) => nat.passage.way !== "closed");
  return [
    ...placed.flatMap(({ nat, area }) => natShapes(nat, area)),
    ...waysUp(placed, direct, plan),
    ...placed.flatMap(({ nat, area }) => waysIn(nat, area, scene, plan)),
    ...(isUsed && scene.gateway !== undefined ? outward(scene, plan) : []),
  ];
}

function leavesDirectly(one: Placed): boolean {
  return one.kind === "lane" && one.lane.service?.leavesDirectly === true;
}

/** Several NAT gateways in one zone share its width. */
function natArea(nat: Nat, { nats }: Scene, { columns, natTop, natHeight }: Plan): Area {
  const fellows = nats.filter(({ zone }) => (zone ?? 0) === (nat.zone ?? 0));
  const column = columns.zones[nat.zone ?? 0] ?? columns.allZones;
  const room = (column.width - 32) / fellows.length;
  const width = Math.min(NAT_WIDTH, room - (fellows.length > 1 ? 8 : 0));
  const x = column.x + 16 + fellows.indexOf(nat) * room + (room - width) / 2;
  return { x, y: natTop, width, height: natHeight };
}

function natShapes({ kind, name, passage }: Nat, area: Area): readonly Shape[] {
  const inner = inset(area, 8);
  const baseline = inner.y + 11;
  const reason = natReason(passage, inner.width);
  const tone = passage.way === "open" ? "muted" : passage.way;
  return [
    { kind: "box", role: "node", level: "node", radius: 8, ...area, title: `${kind} ${name}` },
    line(kind, inner, baseline, { tone: "plain", isBold: true }),
    ...lines(reason.length > 0 ? reason : [name], inner, inner.y + LEADING, { tone }),
  ];
}

/**
 * Over the line that all NAT gateways share to the internet gateway: the first open and the first closed one draw the
 * whole way, the others join it. Services with public addresses join it from the side.
 */
function waysUp(placed: readonly PlacedNat[], direct: readonly Area[], plan: Plan): readonly Line[] {
  const { busY, columns, gateway } = plan;
  const y = bottom(gateway) - 7;
  const home = [
    { x: columns.exit, y },
    { x: right(gateway), y },
  ];
  const ways = placed.map(({ nat, area }, index): Line => {
    const isFirst = placed.findIndex((one) => one.nat.passage.way === nat.passage.way) === index;
    const up = [
      { x: centre(area), y: area.y },
      { x: centre(area), y: busY },
    ];
    const look = lookOf(nat.passage);
    if (!isFirst) return { kind: "line", points: up, end: "none", ...look };
    return { kind: "line", points: [...up, { x: columns.exit, y: busY }, ...home], end: "arrow", ...look };
  });
  const isShared = placed.some(({ nat }) => nat.passage.way === "open");
  const beside = direct.map((area, index): Line => {
    const start = [
      { x: right(area), y: middle(area) + 12 },
      { x: columns.exit, y: middle(area) + 12 },
    ];
    const isWhole = !isShared && index === direct.length - 1;
    return {
      kind: "line",
      points: isWhole ? [...start, ...home] : start,
      tone: "out",
      end: isWhole ? "arrow" : "none",
    };
  });
  return [...ways, ...beside];
}

function lookOf(passage: Passage): Pick<Line, "tone" | "title"> {
  if (passage.way === "open") return { tone: "out" };
  return { tone: passage.way, title: `${passage.way}: ${passage.because}` };
}

/** From the subnets below to a NAT gateway: straight from its own zone, from others along a line. */
function waysIn(nat: Nat, area: Area, scene: Scene, plan: Plan): readonly Shape[] {
  const [row, below] = plan.rows;
  const served = cellsBehind(nat, scene);
  if (row === undefined || below === undefined || served.length === 0) return [];
  const y = exitTrack(row, crossingNats(scene).indexOf(nat));
  const to = { x: centre(area), y: bottom(area) };
  const starts = served.flatMap(({ zone }) => {
    const column = plan.columns.zones[zone];
    return column === undefined ? [] : [isOver(area, column) ? to.x : column.x + column.width / 2];
  });
  const last = starts.includes(to.x) ? below.top : y;
  const joining = starts
    .filter((x) => x !== to.x)
    .map((x): Line => {
      const isFarthest = x === (x < to.x ? Math.min(...starts) : Math.max(...starts));
      const points = [{ x, y: below.top }, { x, y }, ...(isFarthest ? [{ x: to.x, y }] : [])];
      return { kind: "line", points, tone: "out", end: "none" };
    });
  const within = { x: to.x + 8, y: row.bottom, width: 120, height: 20 };
  return [
    { kind: "line", points: [{ x: to.x, y: last }, to], tone: "out", end: "arrow" },
    ...joining,
    ...(nat.ports === "" ? [] : [line(nat.ports, within, row.bottom + 16, { tone: "out" })]),
  ];
}

function isOver(area: Area, column: Pick<Area, "x" | "width">): boolean {
  return column.x <= centre(area) && centre(area) <= column.x + column.width;
}

function outward({ nats }: Scene, { internet, gateway, columns }: Plan): readonly Shape[] {
  const x = columns.axis + ASIDE;
  const ports = [...new Set(nats.map((one) => one.ports).filter((one) => one !== ""))].join(", ");
  const within = { x: x + 10, y: bottom(internet), width: 120, height: gateway.y - bottom(internet) };
  return [
    {
      kind: "line",
      points: [
        { x, y: gateway.y },
        { x, y: bottom(internet) },
      ],
      tone: "out",
      end: "arrow",
    },
    ...(ports === "" ? [] : [line(ports, within, middle(within) + 4, { tone: "out" })]),
  ];
}
