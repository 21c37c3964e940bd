import { drawingOf, svgOf } from "../../picture";
import type { Area, Box } from "../../picture/layout/drawing";
import { MODES } from "../../picture/svg/palette";
import { escaped } from "../../picture/svg/svg";
import { boxesIn, wordsIn } from "./geometry";
import { allScenes, sceneIn } from "./scenes";
import { townOf } from "./town";

const scenes = allScenes();

/** What keeps a text from being XML; undefined if nothing does. */
function xmlFault(text: string): string | undefined {
  const open: string[] = [];
  const rest = text.replace(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z-]+(?::[a-z]+)?="[^"<]*")*)\s*(\/?)>/g,
    (...match) => {
      const [, end, name, attributes, empty] = match as unknown as string[];
      const names = [...(attributes ?? "").matchAll(/\s([a-zA-Z-]+)=/g)].map(([, one]) => one);
      if (new Set(names).size < names.length) open.push(`${name} with an attribute twice`);
      if (end === "/" && open.pop() !== name) open.push(`not ${name}`);
      if (end === "" && empty === "") open.push(name ?? "");
      return "";
    },
  );
  const stray = /[<>]|&(?!(amp|lt|gt|quot);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(rest)?.[0];
  return stray ?? open[0];
}

/** https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((one) =>
    one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const isAt = ({ x, y, width, height }: Area, atX: number, atY: number): boolean =>
  x <= atX && atX <= x + width && y <= atY && atY <= y + height;

describe("the SVG", () => {
  it.each(scenes)("of %s is well-formed, and the same every time", (_, scene) => {
    const text = svgOf(drawingOf(scene));
    expect(xmlFault(text)).toBeUndefined();
    expect(svgOf(drawingOf(scene))).toBe(text);
  });

  it("is not broken by names that hold markup", () => {
    const name = `</text><script>"&'`;
    const scene = sceneIn(name, townOf({ zones: ["a"], services: [{ name, port: 80, paths: ["<&>"] }] }));
    const text = svgOf(drawingOf(scene));
    expect(xmlFault(text)).toBeUndefined();
    expect(text).not.toContain("<script");
  });

  it("leaves out what XML does not allow", () => {
    expect(escaped("a\u0000b\u001bc\ufffe<")).toBe("abc&lt;");
  });

  it("has a title and a description for those who can't see it", () => {
    const [, learningApp] = scenes.find(([name]) => name === "learningApp")!;
    const text = svgOf(drawingOf(learningApp));
    expect(text).toContain('role="img" aria-labelledby="title description"');
    expect(text).toContain('<title id="title">learning-app: how traffic flows</title>');
    expect(text).toContain("The internet reaches my-learning-app-alb on HTTP :80.");
    expect(text).toContain("my-learning-app-alb does not reach my-backend-task-service on 8080");
  });

  it("reads well in both modes: every text has a contrast of 4.5 to what is behind it", () => {
    const pairs = scenes.flatMap(([, scene]) => {
      const drawing = drawingOf(scene);
      return wordsIn(drawing).map(({ tone, x, y, anchor }) => {
        const at = anchor === "start" ? x + 1 : anchor === "end" ? x - 1 : x;
        const behind = boxesIn(drawing)
          .filter((box) => isAt(box, at, y - 4))
          .at(-1) as Box;
        return { tone, role: behind.role };
      });
    });
    for (const { fills, tones } of MODES)
      for (const { tone, role } of pairs)
        expect([tone, role, contrast(tones[tone], fills[role]) >= 4.5]).toEqual([tone, role, true]);
  });

  it("shows lines and marks with a contrast of 3 to every ground they run over", () => {
    for (const { fills, tones } of MODES)
      for (const tone of ["in", "out", "closed", "unknown"] as const)
        for (const role of ["paper", "network", "zone", "public", "private", "unknown"] as const)
          expect(contrast(tones[tone], fills[role])).toBeGreaterThanOrEqual(3);
  });
});
