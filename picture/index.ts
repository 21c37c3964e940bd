import { landscape } from "../traffic/model";
import { readTerraform, type Value } from "../traffic/terraform";
import { drawingOf } from "./layout/layout";
import { mermaidOf } from "./mermaid/mermaid";
import { sceneOf } from "./scene/scene-of";
import { defaultCounts } from "./scene/tasks";
import { svgOf } from "./svg/svg";

export { drawingOf } from "./layout/layout";
export { mermaidOf } from "./mermaid/mermaid";
export { sceneOf } from "./scene/scene-of";
export type { Scene } from "./scene/scene";
export { svgOf } from "./svg/svg";

export interface Picture {
  readonly svg: string;
  readonly mermaid: string;
}

/**
 * Terraform JSON as a picture, in both forms, together with those of `others` whose states it reads. Throws an `Error` in
 * one sentence if the text is something else.
 */
export function pictureOf(name: string, text: string, others: readonly string[] = []): Picture {
  const scenery = landscape(readTerraform(text, others));
  const scene = sceneOf(name, scenery, defaultCounts(JSON.parse(text) as Value));
  return { svg: svgOf(drawingOf(scene)), mermaid: mermaidOf(scene) };
}
