import { App, TerraformBackend, TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { Finding } from "../errors";
import { finding } from "../errors";

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
export function addressFindings(stack: TerraformStack): Finding[] {
  const seen = new Map<string, string>();
  return elementsOf(stack).flatMap((element) => {
    const address = addressOf(element);
    const other = seen.get(address);
    seen.set(address, element.node.path);
    return [
      ...(other === undefined ? [] : [finding("FY001", `${address} for ${other} and ${element.node.path}`)]),
      ...elementFindings(element, address),
    ];
  });
}

/** Stacks that CDKTF would write over each other, or that its CLI could not order. */
export function stackFindings(stack: TerraformStack): Finding[] {
  const twins = stack.node.root.node
    .findAll()
    .filter((node) => TerraformStack.isStack(node) && node.node.id === stack.node.id);
  return [
    ...(twins.length > 1 ? [finding("FY006", stack.node.id)] : []),
    ...(App.isApp(stack.node.scope) ? [] : [finding("FY007", stack.node.path)]),
  ];
}

function elementFindings(element: TerraformElement, address: string): Finding[] {
  const { _logicalIdOverride: wanted, _movedByTarget: move } = element as unknown as Asked;
  const id = element.friendlyUniqueId;
  const at = `${address} (${element.node.path})`;
  return [
    ...(IDENTIFIER.test(id) ? [] : [finding("FY002", at)]),
    ...(wanted === undefined || wanted === id ? [] : [finding("FY003", `${wanted}, while ${at} stays`)]),
    ...(TerraformOutput.isTerraformOutput(element) && element.precondition ? [finding("FY004", at)] : []),
    ...(move?.index === 0 ? [finding("FY005", at)] : []),
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
