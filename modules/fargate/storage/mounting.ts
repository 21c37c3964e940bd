import type { IConstruct } from "constructs";
import { check, unless } from "../../errors";
import type { Mounter } from "./volume";

/** The port of NFS, which EFS speaks. */
export const NFS = 2049;

/** Mount targets are found and reached within one VPC. */
export function checkMounter(fileSystem: IConstruct & { readonly network: object }, mounter: Mounter): void {
  check(fileSystem, () => unless(mounter.network === fileSystem.network, "FY467", "two networks"));
}
