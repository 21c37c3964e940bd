import type { Finding } from "../../errors";
import { inRange, unless } from "../../errors";
import { ARCHITECTURES, type TaskSettings } from "./task-settings";

/** A task apart from its containers, as far as it is known. */
export interface KnownTask {
  readonly architecture?: string | undefined;
  readonly ephemeralStorageGiB?: number | undefined;
  readonly logRouter?: TaskSettings["logRouter"];
}

/** What is wrong with a task's own settings, and whether those who log through a router have one. */
export function taskFindings(
  task: KnownTask,
  containers: readonly { readonly logOptions?: unknown }[],
): Finding[] {
  const { architecture, ephemeralStorageGiB, logRouter } = task;
  const routed = containers.filter(({ logOptions }) => logOptions !== undefined).length;
  const architectures: readonly (string | undefined)[] = [...ARCHITECTURES, undefined];
  return [
    ...unless(architectures.includes(architecture), "FY457", architecture),
    ...inRange("FY456", ephemeralStorageGiB, [21, 200]),
    ...unless(routed === 0 || logRouter !== undefined, "FY458", "none"),
    ...unless(logRouter === undefined || routed > 0, "FY459", "none"),
  ];
}
