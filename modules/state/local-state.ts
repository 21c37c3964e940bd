import { isAbsolute, join, normalize } from "node:path";
import type { TerraformStack } from "cdktf";
import { LocalBackend } from "cdktf";
import { addCheck, problems, requireThat } from "../errors";
import { reserveName } from "../foundation/reserved-names";
import type { State } from "./state";
import { expectCall } from "../foundation/shapes";

/**
 * State in a file on this machine, which is right for one person and for the rehearsal. Teams want S3 or HCP
 * Terraform, which lock it. https://developer.hashicorp.com/terraform/language/backend/local
 *
 * @param path relative to the stack's folder (`cdktf.out/stacks/ID`), so that no machine's path is written.
 * Default: `terraform.ID.tfstate` beside `cdktf.out`, where it survives the removal of `cdktf.out`.
 */
export function localState(path?: string): State {
  return {
    attachTo(stack: TerraformStack): void {
      expectCall(stack, "localState", { path });
      const file = path ?? `../../../terraform.${stack.node.id}.tfstate`;
      // Paths are relative to the stacks' folders, which lie side by side.
      const place = normalize(join(stack.node.id, file));
      addCheck(stack, () => [
        ...requireThat(file !== "" && !isAbsolute(file), problems.statePath, JSON.stringify(file)),
        ...reserveName(stack.node.root, problems.stateFileShared, place, stack),
      ]);
      new LocalBackend(stack, { path: file });
    },
  };
}
