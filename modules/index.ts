// The public API. Everything that a stack needs comes from here.
export { assertSound, codes, FrontyardError, type Code, type Problem } from "./errors";
export {
  Cluster,
  FargateService,
  TaskDefinition,
  type Capacity,
  type ClusterProps,
  type Container,
  type Deployment,
  type DeploymentAlarm,
  type FargateServiceProps,
  type ShiftedListener,
  type Statement,
  type Strategy,
  type TaskDefinitionProps,
} from "./fargate";
export {
  HttpListener,
  LoadBalancer,
  TargetGroup,
  type HealthCheck,
  type HttpListenerProps,
  type LoadBalancerProps,
  type TargetGroupProps,
} from "./load-balancer";
export { Network, type NatMode, type NetworkProps } from "./network";
export type { Scaling, Schedule } from "./scaling";
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
