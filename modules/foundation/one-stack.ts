import { TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { addCheck, problems, requireThat } from "../errors";

/** Checks that a construct stands in the stack of what it is built on; plain data, such as an ARN, has none. */
export function expectOneStack(scope: IConstruct, base: object): void {
  if (!isConstruct(base)) return;
  const [own, other] = [scope, base].map((construct) => TerraformStack.of(construct));
  addCheck(scope, () =>
    requireThat(own === other, problems.otherStack, `${base.node.path} of another stack`),
  );
}

/** The opposite: what stands in this very stack is used as it is, not read from a state that is not written yet. */
export function expectAnotherStack(scope: IConstruct, base: IConstruct): void {
  const [own, other] = [scope, base].map((construct) => TerraformStack.of(construct));
  addCheck(scope, () =>
    requireThat(own !== other, problems.sharedNetworkOfOwnStack, `${base.node.path} of this very stack`),
  );
}

function isConstruct(thing: object): thing is IConstruct {
  return Construct.isConstruct(thing);
}
