import { bucketPolicyGap } from "./bucket-policy";
import { deletionProtectionGap } from "./deletion-protection";
import { deployedTaskDefinitionGap, partialConfigurationGap, serviceConnectGap } from "./deployments";
import { droppedFieldGaps } from "./dropped-fields";
import { backupPolicyGap, fileSystemPolicyGap } from "./file-systems";
import type {
  ActionGap,
  AnswerGap,
  FormActionGap,
  FormGap,
  Gap,
  ListenerGap,
  RefusalGap,
  RestGap,
  ServiceGap,
} from "./gap";
import { instanceGroupsGap } from "./instance-groups";
import { launchTypeGap } from "./launch-type";
import { keyOfLogGroupGaps, logGroupKeyGap } from "./log-group-key";
import { mutualTlsGap } from "./mutual-tls";
import { otherCertificatesGap } from "./other-certificates";
import { rotationPeriodGap } from "./rotation-period";
import { ruleDescriptionGap } from "./rule-descriptions";
import { runningCountGap } from "./running-count";
import { schemeGap } from "./scheme";
import { scalingTagChangeGaps, scalingTagsGap } from "./scaling-tags";
import { subnetIpv6Gap } from "./subnet-ipv6";
import { trustStoreGap } from "./trust-stores";

export type {
  ActionGap,
  AnswerGap,
  FormActionGap,
  FormGap,
  Gap,
  ListenerGap,
  RefusalGap,
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
  partialConfigurationGap,
  serviceConnectGap,
];

export const actionGaps: readonly ActionGap[] = [
  scalingTagsGap,
  ...scalingTagChangeGaps,
  ...keyOfLogGroupGaps,
];

export const answerGaps: readonly AnswerGap[] = [rotationPeriodGap, logGroupKeyGap];

export const formGaps: readonly FormGap[] = [ruleDescriptionGap, schemeGap, subnetIpv6Gap, instanceGroupsGap];

export const restGaps: readonly RestGap[] = [backupPolicyGap, fileSystemPolicyGap, bucketPolicyGap];

export const refusalGaps: readonly RefusalGap[] = [deletionProtectionGap];

export const listenerGaps: readonly ListenerGap[] = [otherCertificatesGap, mutualTlsGap];

export const formActionGaps: readonly FormActionGap[] = [trustStoreGap];

/** Everything in which the emulated AWS is made to differ from moto. */
export const gaps: readonly Gap[] = [
  ...serviceGaps,
  ...actionGaps,
  ...answerGaps,
  ...formGaps,
  ...refusalGaps,
  ...restGaps,
  ...listenerGaps,
  ...formActionGaps,
];
