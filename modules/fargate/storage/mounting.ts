import type { IConstruct } from "constructs";
import { addCheck, problems, requireThat } from "../../errors";
import type { Mounter } from "./volume";

/** The port of NFS, which EFS speaks. */
export const NFS = 2049;

/** Mount targets are found and reached within one VPC. */
export function checkMounter(fileSystem: IConstruct & { readonly network: object }, mounter: Mounter): void {
  addCheck(fileSystem, () =>
    requireThat(mounter.network === fileSystem.network, problems.fileSystemInOtherNetwork, "two networks"),
  );
}
