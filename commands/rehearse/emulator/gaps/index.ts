import { deployedTaskDefinitionGap, partialConfigurationGap, serviceConnectGap } from "./deployments";
import { droppedFieldGaps } from "./dropped-fields";
import type { ActionGap, FormGap, Gap, ServiceGap } from "./gap";
import { launchTypeGap } from "./launch-type";
import { ruleDescriptionGap } from "./rule-descriptions";
import { runningCountGap } from "./running-count";
import { schemeGap } from "./scheme";
import { scalingTagChangeGaps, scalingTagsGap } from "./scaling-tags";

export type { ActionGap, FormGap, Gap, ServiceGap, ServiceProbe } from "./gap";

/** Applied from the first to the last. */
export const serviceGaps: readonly ServiceGap[] = [
  ...droppedFieldGaps,
  launchTypeGap,
  runningCountGap,
  deployedTaskDefinitionGap,
  partialConfigurationGap,
  serviceConnectGap,
];

export const actionGaps: readonly ActionGap[] = [scalingTagsGap, ...scalingTagChangeGaps];

export const formGaps: readonly FormGap[] = [ruleDescriptionGap, schemeGap];

/** Everything in which the emulated AWS is made to differ from moto. */
export const gaps: readonly Gap[] = [...serviceGaps, ...actionGaps, ...formGaps];
