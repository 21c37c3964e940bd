import type { Fault } from "../../errors";
import { inRange, limits, problems, requireThat } from "../../errors";
import { ARCHITECTURES, type TaskSettings } from "./task-settings";

/** A task apart from its containers, as far as it is known. */
export interface KnownTask {
  readonly architecture?: string | undefined;
  readonly ephemeralStorageGiB?: number | undefined;
  readonly logRouter?: TaskSettings["logRouter"];
}

/** What is wrong with a task's own settings, and whether those who log through a router have one. */
export function taskFaults(
  task: KnownTask,
  containers: readonly { readonly logOptions?: unknown }[],
): Fault[] {
  const { architecture, ephemeralStorageGiB, logRouter } = task;
  const routed = containers.filter(({ logOptions }) => logOptions !== undefined).length;
  const architectures: readonly (string | undefined)[] = [...ARCHITECTURES, undefined];
  return [
    ...requireThat(architectures.includes(architecture), problems.architecture, architecture),
    ...inRange(limits.ephemeralStorage, ephemeralStorageGiB),
    ...requireThat(routed === 0 || logRouter !== undefined, problems.logRouterMissing, "none"),
    ...requireThat(logRouter === undefined || routed > 0, problems.logRouterUnused, "none"),
  ];
}
