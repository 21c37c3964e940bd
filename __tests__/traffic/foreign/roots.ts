import { join } from "node:path";

/** A root of HCL as other teams write it, and whether the internet reaches its services, in the order of addresses. */
export interface ForeignRoot {
  readonly plan: readonly (boolean | "unknown")[];
  /** What its state knows, where that is more. */
  readonly state?: readonly (boolean | "unknown")[];
}

export const ROOTS = join(__dirname, "roots");

/** Deployed before all others, which look it up or read its state. */
export const STANDING = "standing";

export const foreignRoots: Readonly<Record<string, ForeignRoot>> = {
  blue_green: { plan: [true] },
  closed_by_default: { plan: ["unknown"] },
  conditional_modules: { plan: ["unknown"], state: [true] },
  dynamic_blocks: { plan: ["unknown"] },
  entrances: { plan: ["unknown"] },
  inline_egress: { plan: ["unknown"] },
  looked_up: { plan: ["unknown"] },
  platform: { plan: [true] },
  remote_state: { plan: ["unknown"] },
  service_apart: { plan: ["unknown"] },
  services_by_key: { plan: ["unknown", "unknown"] },
  [STANDING]: { plan: [] },
};
