import type { Landscape } from "../../traffic/model";
import { callsOf } from "./calls";
import { doorsOf } from "./doors";
import { endpointsOf, natsOf } from "./exits";
import { withCallers } from "./callers";
import { lanesOf } from "./lanes";
import { inOrder } from "./order";
import type { Scene } from "./scene";
import type { DefaultCounts } from "./tasks";
import { cidrOf } from "./wording";
import { cellsOf, zonesOf } from "./zones";

/** What there is to draw of a landscape. Pure; the same landscape gives the same scene. */
export function sceneOf(name: string, scenery: Landscape, defaults: DefaultCounts = new Map()): Scene {
  const zones = zonesOf(scenery);
  const allCalls = callsOf(scenery);
  const ordered = inOrder(lanesOf(scenery, zones, defaults), allCalls, scenery);
  const { lanes, calls } = withCallers(ordered, allCalls);
  return {
    name,
    kind: scenery.kind,
    networks: scenery.vpcs.map((vpc) => `${vpc.name} ${cidrOf(vpc.block)}`.trim()),
    zones,
    cells: cellsOf(scenery, zones),
    gateway: scenery.internetGateways[0]?.name,
    doors: doorsOf(scenery),
    lanes,
    calls,
    nats: natsOf(scenery, zones),
    endpoints: endpointsOf(scenery),
  };
}
