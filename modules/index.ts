// The public API. Everything that a stack needs comes from here.
export { assertSound, codes, FrontyardError, type Code, type Problem } from "./errors";
export {
  Cluster,
  FargateService,
  TaskDefinition,
  type Capacity,
  type ClusterProps,
  type Container,
  type FargateServiceProps,
  type Statement,
  type TaskDefinitionProps,
} from "./fargate";
export {
  HttpListener,
  LoadBalancer,
  TargetGroup,
  type AccessLogs,
  type HealthCheck,
  type HttpListenerProps,
  type LoadBalancerAttributes,
  type LoadBalancerProps,
  type TargetGroupProps,
} from "./load-balancer";
export { Network, type NatMode, type NetworkProps } from "./network";
export {
  EncryptionKey,
  LogBucket,
  WebAcl,
  type EncryptionKeyProps,
  type LogBucketProps,
  type WebAclProps,
} from "./protection";
export { ImageRepository, type ImageRepositoryProps } from "./registry";
export { SecurityGroup, type SecurityGroupProps } from "./security-group";
export type { Waiver } from "../traffic";
export { AwsStack, QUOTAS_CONTEXT, type AwsStackProps, type Quota, type Renames } from "./stack";
export { localState, type State } from "./state";
export {
  countVariable,
  imageVariable,
  passOn,
  respond,
  type PlaceholderImage,
  type VariableImage,
} from "./variables";
