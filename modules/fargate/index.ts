export { Cluster, type ClusterProps } from "./cluster";
export type { Container } from "./container";
export type { Deployment, DeploymentAlarm, ShiftedListener, Strategy } from "./deployment";
export { FargateService } from "./fargate-service";
export type { Capacity, FargateServiceProps } from "./fargate-service-props";
export type { Statement } from "./policies";
export { TaskDefinition, type TaskDefinitionProps } from "./task-definition";
