import type { Door, ListenerMark } from "../scene/scene";
import { bottom, inset, right, type Area, type Shape, type Tone } from "./drawing";
import { LEADING, line, NAME_SIZE, SIZE, wrapped } from "./fitting";
import { widthOf } from "./text-width";

const PADDING = 12;
const CHIP_HEIGHT = 22;
const CHIP_GAP = 8;

/** A line of text beside or below a listener. */
interface Said {
  readonly text: string;
  readonly tone: Tone;
}

export function doorHeight(door: Door, width: number): number {
  const listeners = door.listeners.map((one) => listenerHeight(one, width - 2 * PADDING));
  return headHeight(door) + listeners.reduce((sum, one) => sum + one, 0) + PADDING - CHIP_GAP;
}

/** Name and scheme, and what the door says about itself. */
function headHeight(door: Door): number {
  return PADDING + NAME_SIZE + LEADING + notesOn(door).length * LEADING + CHIP_GAP;
}

function notesOn({ listeners, idlePorts }: Door): readonly Said[] {
  return [
    ...(listeners.length === 0 ? [{ text: "no listener", tone: "closed" as const }] : []),
    ...(idlePorts.length === 0
      ? []
      : [
          {
            text: `its group admits ${idlePorts.join(", ")} too, where nobody listens`,
            tone: "muted" as const,
          },
        ]),
  ];
}

function saidBy({ does, answers, arrival }: ListenerMark, width: number): readonly Said[] {
  const reason = arrival !== undefined && arrival.way !== "open" ? arrival : undefined;
  return [
    ...wrapped(does, width, 2).map((text) => ({ text, tone: "plain" as const })),
    ...answers.map((text) => ({ text, tone: "muted" as const })),
    ...(reason === undefined
      ? []
      : wrapped(`${reason.way === "closed" ? "closed" : "not known"}: ${reason.because}`, width, 2).map(
          (text) => ({ text, tone: reason.way }),
        )),
  ];
}

function listenerHeight(listener: ListenerMark, width: number): number {
  const lines = saidBy(listener, width - chipWidth(listener) - CHIP_GAP).length;
  return Math.max(CHIP_HEIGHT, lines * LEADING) + CHIP_GAP;
}

function chipWidth({ label }: ListenerMark): number {
  return Math.max(88, widthOf(label, SIZE, true) + 16);
}

export function doorShapes(door: Door, area: Area): readonly Shape[] {
  const inner = inset(area, PADDING);
  const half = { ...inner, width: inner.width * 0.6 };
  const other = { ...inner, x: right(half) + 8, width: inner.width * 0.4 - 8 };
  const baseline = inner.y + NAME_SIZE - 1;
  const head: Shape[] = [
    { kind: "box", role: "door", level: "node", radius: 8, ...area, title: `${door.scheme} ${door.name}` },
    line(door.name, half, baseline, { tone: "plain", isBold: true, size: NAME_SIZE }),
    line(door.groups.join(" + "), other, baseline, { tone: "muted", anchor: "end" }),
    line(door.scheme, inner, baseline + LEADING, { tone: "muted" }),
    ...notesOn(door).map(({ text, tone }, index) =>
      line(text, inner, baseline + LEADING * (index + 2), { tone }),
    ),
  ];
  let y = area.y + headHeight(door);
  const listeners = door.listeners.flatMap((one) => {
    const shapes = listenerShapes(one, { ...inner, y, height: listenerHeight(one, inner.width) - CHIP_GAP });
    y += listenerHeight(one, inner.width);
    return shapes;
  });
  return [...head, ...listeners];
}

function listenerShapes(listener: ListenerMark, area: Area): readonly Shape[] {
  const chip = { x: area.x, y: area.y, width: chipWidth(listener), height: CHIP_HEIGHT };
  const words = { ...area, x: right(chip) + CHIP_GAP, width: area.width - chip.width - CHIP_GAP };
  const baseline = bottom(chip) - 7;
  return [
    { kind: "box", role: "task", level: "part", radius: 6, ...chip },
    line(listener.label, inset(chip, 4), baseline, { tone: "plain", isBold: true, anchor: "middle" }),
    ...saidBy(listener, words.width).map(({ text, tone }, index) =>
      line(text, words, baseline + index * LEADING, { tone }),
    ),
  ];
}
