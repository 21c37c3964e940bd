import type { Row, Scene } from "../scene/scene";
import { inset, type Area, type Shape } from "./drawing";
import { cellShapes } from "./cells";
import { LEADING, line, NAME_SIZE } from "./fitting";
import type { PlacedRow, Plan } from "./plan";

const KIND = {
  synthesized: "read from synthesized Terraform JSON",
  plan: "read from a Terraform plan",
  state: "read from a Terraform state",
} as const;

const ROW: Readonly<Record<Row, { readonly name: string; readonly means: string }>> = {
  public: { name: "Public subnets", means: "a route to and from the internet" },
  private: { name: "Private subnets", means: "no route from the internet" },
  unknown: { name: "Other subnets", means: "routes not known yet" },
};

/** The network, its zones and its subnets, behind everything else. */
export function frameShapes(scene: Scene, plan: Plan, networkBottom: number): readonly Shape[] {
  const { columns, networkTop, zonesTop, rows } = plan;
  const network = { ...columns.network, y: networkTop, height: networkBottom - networkTop };
  const zonesBottom = (rows.at(-1)?.bottom ?? zonesTop) + 8;
  const title = { x: 20, y: 16, width: plan.internet.x - 40, height: 48 };
  const heading = { ...inset(network, 14), width: plan.gateway.x - network.x - 24, height: 24 };
  return [
    line(scene.name, title, 36, { tone: "plain", isBold: true, size: 18 }),
    line(KIND[scene.kind], title, 56, { tone: "muted" }),
    { kind: "box", role: "network", level: "frame", radius: 12, ...network },
    line(networkName(scene), heading, network.y + 26, { tone: "plain", isBold: true, size: NAME_SIZE }),
    ...scene.zones.flatMap((zone, index) => {
      const column = columns.zones[index] ?? columns.allZones;
      const area = inset({ ...column, y: zonesTop - 4, height: zonesBottom - zonesTop + 8 }, 4);
      return zoneShapes(zone, area);
    }),
    ...rows.flatMap((row) => rowShapes(row, plan)),
    ...rows.flatMap((row) => row.cells.flatMap((cell) => cellShapes(cell, row, columns))),
  ];
}

function networkName({ networks }: Scene): string {
  if (networks.length === 0) return "VPC not in this file";
  return networks.length === 1
    ? `VPC ${networks[0] ?? ""}`
    : `${networks.length} VPCs: ${networks.join(", ")}`;
}

/** What a row is, left of it. */
function rowShapes({ row, top, cells }: PlacedRow, { columns }: Plan): readonly Shape[] {
  const { name, means } = ROW[row];
  const within = { x: columns.route.x, y: top, width: columns.allZones.x - columns.route.x - 16, height: 36 };
  return [
    line(name, within, top + 14, { tone: "plain", isBold: true }),
    line(
      row === "public" && cells.length === 0 ? "no subnet has a route to the internet" : means,
      within,
      top + 14 + LEADING,
      {
        tone: "muted",
      },
    ),
  ];
}

function zoneShapes(zone: string, area: Area): readonly Shape[] {
  const within = { x: area.x + 10, y: area.y, width: area.width / 2 + 60, height: 26 };
  return [
    { kind: "box", role: "zone", level: "frame", radius: 10, ...area },
    line(zone, { ...within, width: Math.min(within.width, area.width - 20) }, area.y + 19, {
      tone: "muted",
      isBold: true,
    }),
  ];
}
