import { isAbsolute, join, normalize } from "node:path";
import type { TerraformStack } from "cdktf";
import { LocalBackend } from "cdktf";
import type { IConstruct } from "constructs";
import { check, unless } from "../errors";
import type { State } from "./state";

const files = new WeakMap<IConstruct, Map<string, TerraformStack>>();

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
      const file = path ?? `../../../terraform.${stack.node.id}.tfstate`;
      const twin = claimFile(stack, file);
      check(stack, () => [
        ...unless(file !== "" && !isAbsolute(file), "FY015", JSON.stringify(file)),
        ...unless(twin === stack, "FY019", `${file}, of ${twin.node.path} already`),
      ]);
      new LocalBackend(stack, { path: file });
    },
  };
}

/** Who has the file: paths are relative to the stacks' folders, which lie side by side. */
function claimFile(stack: TerraformStack, file: string): TerraformStack {
  const { root } = stack.node;
  const taken = files.get(root) ?? new Map<string, TerraformStack>();
  files.set(root, taken);
  const key = normalize(join(stack.node.id, file));
  const holder = taken.get(key) ?? stack;
  taken.set(key, holder);
  return holder;
}
