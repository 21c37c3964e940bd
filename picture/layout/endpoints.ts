import type { EndpointMark, Scene } from "../scene/scene";
import { bottom, inset, type Area, type Shape } from "./drawing";
import { LEADING, line, lines, wrapped } from "./fitting";
import type { Plan } from "./plan";

const TOP = 38;
const PADDING = 10;

/** The box of VPC endpoints below the subnets, and the way to it. */
export function endpointArea({ endpoints }: Scene, { columns, rows }: Plan): Area | undefined {
  const last = rows.at(-1);
  if (endpoints.length === 0 || last === undefined) return undefined;
  const rowsOfText = said(endpoints, columns.boxes.width).length + 1;
  return { ...columns.boxes, y: last.bottom + TOP, height: rowsOfText * LEADING + 2 * PADDING - 2 };
}

function said(endpoints: readonly EndpointMark[], width: number): readonly string[] {
  const names = endpoints.map(({ service, kind }) => `${service} (${kind})`);
  return wrapped(names.join(", "), width - 2 * PADDING, 4);
}

export function endpointShapes(scene: Scene, plan: Plan): readonly Shape[] {
  const area = endpointArea(scene, plan);
  const last = plan.rows.at(-1);
  if (area === undefined || last === undefined) return [];
  const inner = inset(area, PADDING);
  const x = area.x + 40;
  const label = { x: x + 10, y: last.bottom + 10, width: 300, height: 20 };
  return [
    { kind: "box", role: "node", level: "node", radius: 8, ...area },
    line("VPC endpoints", inner, inner.y + 11, { tone: "plain", isBold: true }),
    ...lines(said(scene.endpoints, area.width), inner, inner.y + LEADING - 1, { tone: "muted" }),
    {
      kind: "line",
      points: [
        { x, y: last.bottom },
        { x, y: area.y },
      ],
      tone: "out",
      end: "arrow",
    },
    line("443", label, bottom(label) - 4, { tone: "out" }),
  ];
}
