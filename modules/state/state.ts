import type { TerraformStack } from "cdktf";

/** Where Terraform keeps the state of a stack. */
export interface State {
  attachTo(stack: TerraformStack): void;
}
