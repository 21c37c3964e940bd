import { bucketPolicyGap } from "./bucket-policy";
import { deployedTaskDefinitionGap, serviceConnectGap } from "./deployments";
import { droppedFieldGaps } from "./dropped-fields";
import { backupPolicyGap, fileSystemPolicyGap } from "./file-systems";
import type { ActionGap, FormActionGap, FormGap, Gap, ListenerGap, RestGap, ServiceGap } from "./gap";
import { launchTypeGap } from "./launch-type";
import { mutualTlsGap } from "./mutual-tls";
import { otherCertificatesGap } from "./other-certificates";
import { ruleDescriptionGap } from "./rule-descriptions";
import { runningCountGap } from "./running-count";
import { schemeGap } from "./scheme";
import { scalingTagsGap } from "./scaling-tags";
import { trustStoreGap } from "./trust-stores";

export type {
  ActionGap,
  FormActionGap,
  FormGap,
  Gap,
  ListenerGap,
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

export const formGaps: readonly FormGap[] = [ruleDescriptionGap, schemeGap];

export const restGaps: readonly RestGap[] = [backupPolicyGap, fileSystemPolicyGap, bucketPolicyGap];

export const listenerGaps: readonly ListenerGap[] = [otherCertificatesGap, mutualTlsGap];

export const formActionGaps: readonly FormActionGap[] = [trustStoreGap];

/** Everything in which the emulated AWS is made to differ from moto. */
export const gaps: readonly Gap[] = [
  ...serviceGaps,
  ...actionGaps,
  ...formGaps,
  ...restGaps,
  ...listenerGaps,
  ...formActionGaps,
];
