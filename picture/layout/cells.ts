import type { Cell } from "../scene/scene";
import type { Columns } from "./columns";
import { inset, type Shape, type Tone } from "./drawing";
import { LEADING, line, SIZE } from "./fitting";
import type { PlacedRow } from "./plan";
import { widthOf } from "./text-width";

const INSET = 9;
const PADDING = 8;
/** More subnets of one kind in one zone are counted, not named. */
const MOST_NAMED = 2;

interface Said {
  readonly text: string;
  readonly tone: Tone;
}

/** What stands at the top of the subnets of one row and zone. */
export function cellLines(cell: Cell, { zones }: Columns): readonly Said[] {
  const { subnets } = cell;
  const width = (zones[cell.zone]?.width ?? 0) - 2 * (INSET + PADDING);
  const shown = subnets.length > MOST_NAMED ? subnets.slice(0, MOST_NAMED - 1) : subnets;
  const texts = shown.flatMap(({ name, block }) => {
    const both = `${name} ${block}`.trim();
    return widthOf(both, SIZE, false) <= width || block === "" ? [both] : [name, block];
  });
  const rest = subnets.length - shown.length;
  return [
    ...[...texts, ...(rest === 0 ? [] : [`and ${rest} more subnets`])].map((text): Said => ({
      text,
      tone: "muted",
    })),
    ...exitWords(cell),
  ];
}

/** Private subnets whose traffic does not leave through a NAT gateway say so. */
function exitWords({ row, exit }: Cell): readonly Said[] {
  if (row !== "private" || exit.kind === "nat") return [];
  if (exit.kind === "other") return [{ text: exit.says, tone: "muted" }];
  return exit.kind === "none"
    ? [{ text: "no way to the internet", tone: "closed" }]
    : [{ text: "way out not known yet", tone: "unknown" }];
}

export function cellShapes(cell: Cell, row: PlacedRow, columns: Columns): readonly Shape[] {
  const column = columns.zones[cell.zone];
  if (column === undefined) return [];
  const area = {
    x: column.x + INSET,
    y: row.top,
    width: column.width - 2 * INSET,
    height: row.bottom - row.top,
  };
  const words = inset(area, PADDING);
  const title = cell.subnets.map(({ name, block }) => `${name} ${block}`.trim()).join(", ");
  return [
    { kind: "box", role: row.row, level: "frame", radius: 8, ...area, title },
    ...cellLines(cell, columns).map(({ text, tone }, index) =>
      line(text, words, words.y + 10 + index * LEADING, { tone }),
    ),
  ];
}
