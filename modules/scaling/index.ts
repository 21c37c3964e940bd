export { mostTasks, scalingFindings, type ScaledService } from "./scaling-findings";
export type { Scaling, Schedule } from "./scaling-props";
export { ServiceScaling, type ServiceScalingProps } from "./service-scaling";
