import { described } from "../scene/description";
import type { Scene } from "../scene/scene";
import { approachShapes } from "./approaches";
import { doorShapes } from "./doors";
import { bottom, type Drawing, type Shape } from "./drawing";
import { endpointArea, endpointShapes } from "./endpoints";
import { exitShapes } from "./exits";
import { frameShapes } from "./frames";
import { laneShapes } from "./lanes";
import { legendShapes } from "./legend";
import { planOf, type Placed, type Plan } from "./plan";
import { callShapes, trunkShapes } from "./tracks";
import { worldShapes } from "./world";

const MARGIN = 16;

/** A scene as shapes with coordinates. Pure; the same scene gives the same drawing. */
export function drawingOf(scene: Scene): Drawing {
  const plan = planOf(scene);
  const endpoints = endpointArea(scene, plan);
  const zonesBottom = (plan.rows.at(-1)?.bottom ?? plan.zonesTop) + 8;
  const networkBottom = (endpoints === undefined ? zonesBottom : bottom(endpoints)) + MARGIN;
  const lines = [
    ...trunkShapes(plan),
    ...callShapes(plan),
    ...exitShapes(scene, plan),
    ...worldShapes(scene, plan),
  ];
  const shapes = [
    ...frameShapes(scene, plan, networkBottom),
    ...lines,
    ...plan.rows.flatMap(({ items }) => items.flatMap((one) => itemShapes(one, plan))),
    ...endpointShapes(scene, plan),
  ];
  const legend = legendShapes(shapes, plan, networkBottom);
  const [width, height] = [plan.columns.width, legend.bottom + MARGIN];
  const paper: Shape = { kind: "box", role: "paper", level: "frame", radius: 12, x: 0, y: 0, width, height };
  return {
    width,
    height,
    title: `${scene.name}: how traffic flows`,
    description: described(scene).join(" "),
    shapes: [paper, ...shapes, ...legend.shapes],
  };
}

function itemShapes(one: Placed, { columns }: Plan): readonly Shape[] {
  if (one.kind === "door") return doorShapes(one.door, one.area);
  return [...approachShapes(one.lane, one.area, columns), ...laneShapes(one.lane, one.area, columns)];
}
