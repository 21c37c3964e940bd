import type { Colour, Paint } from "../check/formats/text";

/** https://en.wikipedia.org/wiki/ANSI_escape_code#Colors */
const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  grey: [90, 39],
  bold: [1, 22],
};

/** Colours where they are welcome, otherwise the text as it is. */
export function paintFor(isColoured: boolean): Paint {
  if (!isColoured) return (text) => text;
  return (text, colour) => `\u001b[${CODES[colour][0]}m${text}\u001b[${CODES[colour][1]}m`;
}
