export { NetworkContract, type NetworkContractProps } from "./network-contract";
export type { NetworkIds } from "./network-ids";
export { NetworkParameters, type NetworkParametersProps } from "./network-parameters";
export { SharedNetwork, type SharedNetworkProps } from "./shared-network";
