export { NetworkContract, type NetworkContractProps } from "./network-contract";
