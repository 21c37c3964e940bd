export { mostTasks, scalingFaults, type ScaledService } from "./scaling-faults";
export type { Scaling, Schedule } from "./scaling-props";
export { ServiceScaling, type ServiceScalingProps } from "./service-scaling";
