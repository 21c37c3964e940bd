import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Waiver } from "../../traffic";

const written = new WeakMap<TerraformStack, Waiver[]>();

/** Writes a waiver into the output of the stack that a construct stands in, where every check reads it. */
export function waive(scope: IConstruct, waiver: Waiver): void {
  const stack = TerraformStack.of(scope);
  const waivers = written.get(stack) ?? [];
  written.set(stack, waivers);
  waivers.push(waiver);
  stack.addOverride("//.waivers", waivers);
}
