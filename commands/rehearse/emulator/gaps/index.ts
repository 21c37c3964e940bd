import { bucketPolicyGap } from "./bucket-policy";
import { deployedTaskDefinitionGap, serviceConnectGap } from "./deployments";
import { droppedFieldGaps } from "./dropped-fields";
import { backupPolicyGap, fileSystemPolicyGap } from "./file-systems";
import type { ActionGap, FormGap, Gap, RestGap, ServiceGap } from "./gap";
import { launchTypeGap } from "./launch-type";
import { ruleDescriptionGap } from "./rule-descriptions";
import { runningCountGap } from "./running-count";
import { schemeGap } from "./scheme";
import { scalingTagsGap } from "./scaling-tags";
import { subnetIpv6Gap } from "./subnet-ipv6";

export type {
  ActionGap,
  FormGap,
  Gap,
  RestAnswer,
  RestGap,
  RestQuestion,
  ServiceGap,
  ServiceProbe,
} from "./gap";

/** Applied from the first to the last. */
export const serviceGaps: readonly ServiceGap[] = [
  ...droppedFieldGaps,
  launchTypeGap,
  runningCountGap,
  deployedTaskDefinitionGap,
  serviceConnectGap,
];

export const actionGaps: readonly ActionGap[] = [scalingTagsGap];

export const formGaps: readonly FormGap[] = [ruleDescriptionGap, schemeGap, subnetIpv6Gap];

export const restGaps: readonly RestGap[] = [backupPolicyGap, fileSystemPolicyGap, bucketPolicyGap];

/** Everything in which the emulated AWS is made to differ from moto. */
export const gaps: readonly Gap[] = [...serviceGaps, ...actionGaps, ...formGaps, ...restGaps];
