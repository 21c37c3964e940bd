import type { Area, Words } from "./drawing";
import { widthOf } from "./text-width";

export const SIZE = 12;
export const NAME_SIZE = 13;
/** From one baseline to the next. */
export const LEADING = 16;

type Look = Pick<Words, "tone"> & Partial<Pick<Words, "size" | "isBold" | "anchor" | "title">>;

/** One line of text at a baseline inside an area; what does not fit is cut, and told in full by its title. */
export function line(text: string, within: Area, y: number, look: Look): Words {
  const { size = SIZE, isBold = false, anchor = "start", tone, title } = look;
  const shown = shortened(text, within.width, size, isBold);
  const x =
    anchor === "start" ? within.x : anchor === "end" ? within.x + within.width : within.x + within.width / 2;
  const full = shown === text ? title : (title ?? text);
  return {
    kind: "words",
    x,
    y,
    anchor,
    text: shown,
    size,
    isBold,
    tone,
    within,
    ...(full === undefined ? {} : { title: full }),
  };
}

export function shortened(text: string, width: number, size: number, isBold: boolean): string {
  if (widthOf(text, size, isBold) <= width) return text;
  let room = width - widthOf("…", size, isBold);
  let kept = "";
  for (const character of text) {
    room -= widthOf(character, size, isBold);
    if (room < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** A text on as many lines as it needs, broken where a reader would; the last of the allowed lines takes the rest. */
export function wrapped(text: string, width: number, most: number, size = SIZE, isBold = false): string[] {
  const fits = (one: string): boolean => widthOf(one.trim(), size, isBold) <= width;
  const pieces = text
    .split(/(?<=\S)(?=\s)/)
    .flatMap((word) => (fits(word) ? [word] : (word.match(/\s*\/?[^/_-]*[_-]?/g) ?? [])));
  const found: string[] = [];
  let current = "";
  for (const piece of pieces) {
    if (current !== "" && found.length < most - 1 && !fits(current + piece)) {
      found.push(current.trim());
      current = piece;
    } else current += piece;
  }
  return [...found, current.trim()].filter((one) => one !== "");
}

/** Several lines from the top of an area. A shortened line's title is the whole text. */
export function lines(texts: readonly string[], within: Area, top: number, look: Look): Words[] {
  const { size = SIZE } = look;
  return texts.map((text, index) => line(text, within, top + size + index * LEADING, look));
}
