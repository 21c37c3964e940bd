import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { check, unless } from "../errors";

/** Checks that a construct stands in the stack of what it is built on. */
export function expectOneStack(scope: IConstruct, base: IConstruct): void {
  const [own, other] = [scope, base].map((construct) => TerraformStack.of(construct));
  check(scope, () => unless(own === other, "FY017", `${base.node.path} of another stack`));
}
