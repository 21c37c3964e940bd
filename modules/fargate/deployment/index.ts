export {
  deploymentArguments,
  MAXIMUM_PERCENT,
  providerFor,
  shiftConfiguration,
} from "./deployment-arguments";
export { deploymentFaults, type Counts } from "./deployment-faults";
export {
  STRATEGIES,
  type Deployment,
  type DeploymentAlarm,
  type ShiftedListener,
  type Strategy,
} from "./deployment-props";
export { TrafficShift } from "./traffic-shift";
