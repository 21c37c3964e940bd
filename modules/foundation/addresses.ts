import { App, TerraformBackend, TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { Fault } from "../errors";
import { fault, problems } from "../errors";

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Fields of CDKTF elements that say what was asked for; they have no public getter. */
interface Asked {
  readonly _elementType?: string;
  readonly _logicalIdOverride?: string;
  readonly _movedByTarget?: { readonly index?: unknown };
}

/**
 * What CDKTF lets pass without a word: ids that clean to one address (the second resource overwrites the first), an
 * address that Terraform can't read, an override that came too late, an output's precondition, a lost move index.
 */
export function addressFaults(stack: TerraformStack): Fault[] {
  const seen = new Map<string, string>();
  return elementsOf(stack).flatMap((element) => {
    const address = addressOf(element);
    const other = seen.get(address);
    seen.set(address, element.node.path);
    return [
      ...(other === undefined
        ? []
        : [fault(problems.addressTaken, `${address} for ${other} and ${element.node.path}`)]),
      ...elementFaults(element, address),
    ];
  });
}

/** Stacks that CDKTF would write over each other, or that its CLI could not order. */
export function stackFaults(stack: TerraformStack): Fault[] {
  const taken = stack.node.root.node
    .findAll()
    .filter((node) => TerraformStack.isStack(node) && node.node.id === stack.node.id);
  return [
    ...(taken.length > 1 ? [fault(problems.stackIdTaken, stack.node.id)] : []),
    ...(App.isApp(stack.node.scope) ? [] : [fault(problems.stackInsideStack, stack.node.path)]),
  ];
}

function elementFaults(element: TerraformElement, address: string): Fault[] {
  const { _logicalIdOverride: wanted, _movedByTarget: move } = element as unknown as Asked;
  const id = element.friendlyUniqueId;
  const at = `${address} (${element.node.path})`;
  return [
    ...(IDENTIFIER.test(id) ? [] : [fault(problems.addressSyntax, at)]),
    ...(wanted === undefined || wanted === id
      ? []
      : [fault(problems.overrideTooLate, `${wanted}, while ${at} stays`)]),
    ...(TerraformOutput.isTerraformOutput(element) && element.precondition
      ? [fault(problems.preconditionDropped, at)]
      : []),
    ...(move?.index === 0 ? [fault(problems.moveToIndexZero, at)] : []),
  ];
}

/** Elements that have an address: not the backend, not providers. */
function elementsOf(stack: TerraformStack): TerraformElement[] {
  return stack.node
    .findAll()
    .filter((node): node is TerraformElement => TerraformElement.isTerraformElement(node))
    .filter((element) => !TerraformBackend.isBackend(element) && kindOf(element) !== undefined);
}

function addressOf(element: TerraformElement): string {
  return `${kindOf(element)}.${element.friendlyUniqueId}`;
}

function kindOf(element: TerraformElement): string | undefined {
  return TerraformOutput.isTerraformOutput(element) ? "output" : (element as unknown as Asked)._elementType;
}
