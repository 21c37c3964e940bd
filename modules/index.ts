// The public API. Everything that a stack needs comes from here.
export {
  NetworkContract,
  NetworkParameters,
  type NetworkContractProps,
  type NetworkIds,
  type NetworkParametersProps,
} from "./contract";
export { assertSound, codes, FrontyardError, type Code, type Problem } from "./errors";
export {
  Cluster,
  ExistingFileSystem,
  FargateService,
  FileSystem,
  FileSystemFolder,
  readOnly,
  scratchVolume,
  secretsManagerSecret,
  ssmParameter,
  TaskDefinition,
  type Capacity,
  type ClusterProps,
  type Container,
  type ContainerHealthCheck,
  type ExistingFileSystemProps,
  type FargateServiceProps,
  type FileSystemProps,
  type FolderProps,
  type LogRouter,
  type Releases,
  type Secret,
  type SecretVersion,
  type SpotMix,
  type Deployment,
  type DeploymentAlarm,
  type ShiftedListener,
  type Statement,
  type Strategy,
  type TaskDefinitionProps,
  type TaskSettings,
  type Volume,
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
export {
  ExistingNetwork,
  Network,
  type ExistingNetworkProps,
  type FlowLogDestination,
  type FlowLogsProps,
  type NatMode,
  type NetworkProps,
  type VpcNetwork,
} from "./network";
export {
  EncryptionKey,
  LogBucket,
  WebAcl,
  type EncryptionKeyProps,
  type LogBucketProps,
  type WebAclProps,
} from "./protection";
export { ImageRepository, type ImageRepositoryProps } from "./registry";
export type { Scaling, Schedule } from "./scaling";
export { SecurityGroup, type SecurityGroupProps } from "./security-group";
export type { Waiver } from "../traffic";
export {
  AwsStack,
  QUOTAS_CONTEXT,
  STATE_CONTEXT,
  type AwsStackProps,
  type Quota,
  type Renames,
} from "./stack";
export {
  hcpState,
  localState,
  s3State,
  StateBucket,
  type HcpStateProps,
  type S3StateProps,
  type State,
  type StateBucketProps,
} from "./state";
export {
  countVariable,
  imageVariable,
  passOn,
  respond,
  type PlaceholderImage,
  type VariableImage,
} from "./variables";
export {
  Alarm,
  Dashboard,
  DoorAlarms,
  NotificationTopic,
  ServiceAlarms,
  type AlarmProps,
  type DashboardProps,
  type DoorAlarmsProps,
  type Metric,
  type NotificationTopicProps,
  type Recipient,
  type ServiceAlarm,
  type ServiceAlarmsProps,
} from "./watching";
