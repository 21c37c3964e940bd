import {
  MARK,
  type Box,
  type Drawing,
  type Line,
  type Mark,
  type Point,
  type Shape,
  type Words,
} from "../layout/drawing";
import { styleSheet } from "./style";

/** A drawing as SVG text. */
export function svgOf({ width, height, title, description, shapes }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>\n${styleSheet()}\n</style>`,
    ...shapes.map(elementOf),
    "</svg>",
    "",
  ].join("\n");
}

function elementOf(shape: Shape): string {
  switch (shape.kind) {
    case "box":
      return boxElement(shape);
    case "words":
      return wordsElement(shape);
    case "line":
      return lineElement(shape);
    case "mark":
      return markElement(shape);
  }
}

function boxElement({ role, x, y, width, height, radius, title }: Box): string {
  const place = `x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(radius)}"`;
  return element("rect", `class="box ${role}" ${place}`, titled(title));
}

function wordsElement({ x, y, anchor, text, size, isBold, tone, title }: Words): string {
  const look = `class="${tone}${isBold ? " bold" : ""}" font-size="${size}"`;
  const to = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return element("text", `${look} x="${n(x)}" y="${n(y)}"${to}`, `${titled(title)}${escaped(text)}`);
}

const HEAD = 9;

/** A line stops where its head begins; a closed one has a cross instead. */
function lineElement({ points, tone, end, title }: Line): string {
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined || end === "none") return pathElement(points, tone, title);
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
  const way = { x: (last.x - before.x) / length, y: (last.y - before.y) / length };
  const base = { x: last.x - way.x * HEAD, y: last.y - way.y * HEAD };
  const shaft = pathElement([...points.slice(0, -1), base], tone, title);
  return shaft + (tone === "closed" ? crossElement(base) : headElement(base, last, way, tone));
}

function pathElement(points: readonly Point[], tone: string, title: string | undefined): string {
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${n(x)} ${n(y)}`).join("");
  return element("path", `class="line ${tone}" d="${path}"`, titled(title));
}

function headElement(base: Point, tip: Point, way: Point, tone: string): string {
  const side = 4.5;
  const corners = [
    tip,
    { x: base.x - way.y * side, y: base.y + way.x * side },
    { x: base.x + way.y * side, y: base.y - way.x * side },
  ];
  const path = corners.map(({ x, y }) => `${n(x)} ${n(y)}`).join("L");
  return `<path class="head ${tone}" d="M${path}Z"/>`;
}

function crossElement({ x, y }: Point): string {
  const arm = 5;
  const [a, b, c, d] = [x - arm, x + arm, y - arm, y + arm].map(n);
  return `<path class="cross closed" d="M${a} ${c}L${b} ${d}M${a} ${d}L${b} ${c}"/>`;
}

function markElement({ shape, x, y, title }: Mark): string {
  if (shape === "lock") {
    const bow = `M${n(x + 3)} ${n(y + 6)}V${n(y + 4)}a3 3 0 0 1 6 0V${n(y + 6)}`;
    const body = `<rect class="mark full" x="${n(x + 1)}" y="${n(y + 6)}" width="10" height="6" rx="1"/>`;
    return `<g>${titled(title)}<path class="mark" d="${bow}"/>${body}</g>`;
  }
  const look = shape === "task" ? "mark full" : "mark";
  const dashes = shape === "unknown-task" ? ' stroke-dasharray="2 2"' : "";
  const size = MARK - 2;
  const place = `x="${n(x + 1)}" y="${n(y + 1)}" width="${size}" height="${size}" rx="2"`;
  return element("rect", `class="${look}" ${place}${dashes}`, titled(title));
}

function element(name: string, attributes: string, content: string): string {
  return content === "" ? `<${name} ${attributes}/>` : `<${name} ${attributes}>${content}</${name}>`;
}

function titled(title: string | undefined): string {
  return title === undefined ? "" : `<title>${escaped(title)}</title>`;
}

/** Numbers with one decimal at most. */
function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text in XML. What XML does not allow, and what turns or hides text, is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replaceAll("##", "&#35;&#35;") // a command to a forge, where a log shows the file
    .replace(/"/g, "&quot;");
}
