export type { NatMode } from "./nat";
export { Network, type NetworkProps } from "./network";
export type { Zone } from "./zone";
