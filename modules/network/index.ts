export { ExistingNetwork, type ExistingNetworkProps } from "./existing/existing-network";
export type { FlowLogsProps } from "./flow-logs/flow-log-props";
export type { FlowLogDestination } from "./flow-logs/flow-log-rules";
export type { NatMode } from "./nat/modes";
export { Network } from "./network";
export type { NetworkProps } from "./network-props";
export type { VpcNetwork } from "./vpc-network";
export type { Zone } from "./zone";
