import { DARK, LIGHT, type Palette } from "./palette";

const SHAPES = [
  "text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}",
  ".bold{font-weight:600}",
  ".line{fill:none;stroke-width:1.75;stroke-linejoin:round}",
  ".line.closed{stroke-dasharray:5 4}",
  ".line.unknown{stroke-dasharray:2 4}",
  ".box{stroke-width:1}",
  ".box.door{stroke-width:1.25}",
  ".box.node{stroke-width:1.25}",
  ".box.zone,.box.empty{stroke-dasharray:4 4}",
  ".box.stranger{stroke-dasharray:3 3}",
  ".cross{fill:none;stroke-width:2.5;stroke-linecap:round}",
  ".mark{stroke-width:1.5}",
];

/** Light by default, dark for those who ask for it; the paper has a colour of its own in both. */
export function styleSheet(): string {
  return [...SHAPES, ...rulesOf(LIGHT), `@media(prefers-color-scheme:dark){${rulesOf(DARK).join("")}}`].join(
    "\n",
  );
}

function rulesOf({ fills, strokes, tones }: Palette): string[] {
  return [
    ...Object.entries(fills).map(([role, colour]) => `.box.${role}{fill:${colour}}`),
    ...Object.entries(strokes).map(([role, colour]) => `.box.${role}{stroke:${colour}}`),
    ...Object.entries(tones).map(([tone, colour]) => `text.${tone},.head.${tone}{fill:${colour}}`),
    ...Object.entries(tones).map(([tone, colour]) => `.line.${tone},.cross.${tone}{stroke:${colour}}`),
    `.mark{stroke:${tones.muted};fill:none}`,
    `.mark.full{fill:${tones.muted}}`,
  ];
}
