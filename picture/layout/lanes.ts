import type { Lane, ServiceMark, TaskPlace } from "../scene/scene";
import { bottom, inset, MARK, middle, type Area, type Shape } from "./drawing";
import type { Columns } from "./columns";
import { approachHeight } from "./approaches";
import { line, NAME_SIZE } from "./fitting";
import { widthOf } from "./text-width";

const PADDING = 12;
const PLACE_HEIGHT = 28;
const HEIGHT = PADDING + NAME_SIZE + 10 + PLACE_HEIGHT + PADDING;
/** More tasks than these are said, not drawn. */
const MOST_MARKS = 3;

export function laneHeight(lane: Lane): number {
  return Math.max(HEIGHT, approachHeight(lane));
}

/** The service itself, with what runs in each zone. */
export function laneShapes(lane: Lane, area: Area, columns: Columns): readonly Shape[] {
  const { service, notice = "" } = lane;
  if (service === undefined) return noticeShapes(notice, area);
  const content = { ...area, y: middle(area) - HEIGHT / 2, height: HEIGHT };
  return [
    { kind: "box", role: "node", level: "node", radius: 8, ...area, title: titleOf(service) },
    ...headShapes(service, inset(content, PADDING)),
    ...service.tasks.places.flatMap((place) => placeShapes(place, service, content, columns)),
  ];
}

function titleOf({ name, tasks }: ServiceMark): string {
  return `service ${name}: ${tasks.total}`;
}

function headShapes({ name, lock, groups }: ServiceMark, inner: Area): readonly Shape[] {
  const shift = lock === undefined ? 0 : MARK + 6;
  const half = { ...inner, x: inner.x + shift, width: inner.width * 0.62 - shift };
  const other = { ...inner, x: inner.x + inner.width * 0.62 + 8, width: inner.width * 0.38 - 8 };
  const baseline = inner.y + NAME_SIZE - 1;
  return [
    ...(lock === undefined
      ? []
      : [
          {
            kind: "mark",
            shape: "lock",
            x: inner.x,
            y: inner.y,
            title: `closed to the internet: ${lock}`,
          } as const,
        ]),
    line(name, half, baseline, { tone: "plain", isBold: true, size: NAME_SIZE }),
    line(groups.join(" + "), other, baseline, { tone: "muted", anchor: "end" }),
  ];
}

function placeShapes(
  place: TaskPlace,
  { tasks }: ServiceMark,
  lane: Area,
  { zones, boxes }: Columns,
): readonly Shape[] {
  const column = place.zone === undefined ? boxes : zones[place.zone];
  if (column === undefined) return [];
  const from = Math.max(column.x + 16, boxes.x + PADDING);
  const to = Math.min(column.x + column.width - 16, boxes.x + boxes.width - PADDING);
  const pill = { x: from, y: bottom(lane) - PADDING - PLACE_HEIGHT, width: to - from, height: PLACE_HEIGHT };
  const marks = Math.min(MOST_MARKS, Math.max(1, place.count ?? 1));
  const says = tasks.isDefault ? `${place.says} by default` : place.says;
  const fits = widthOf(says, 12, false) <= pill.width - 28 - marks * (MARK + 3);
  const words = inset(pill, 8);
  const shift = place.says === "no task" ? 0 : marks * (MARK + 3) + 3;
  return [
    { kind: "box", role: "task", level: "part", radius: 6, ...pill, title: tasks.total },
    ...Array.from({ length: shift === 0 ? 0 : marks }, (_, index): Shape => ({
      kind: "mark",
      shape: place.count === undefined ? "unknown-task" : tasks.isDefault ? "default-task" : "task",
      x: words.x + index * (MARK + 3),
      y: middle(pill) - MARK / 2,
      title: tasks.total,
    })),
    line(
      fits ? says : place.says,
      { ...words, x: words.x + shift, width: words.width - shift },
      middle(pill) + 4,
      { tone: "plain", title: tasks.total },
    ),
  ];
}

function noticeShapes(notice: string, area: Area): readonly Shape[] {
  return [
    { kind: "box", role: "empty", level: "node", radius: 8, ...area },
    line(notice, inset(area, PADDING), middle(area) + 4, { tone: "muted", anchor: "middle" }),
  ];
}
