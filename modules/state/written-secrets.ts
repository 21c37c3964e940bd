import { TerraformBackend, TerraformElement, Token, type TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import type { Finding } from "../errors";
import { secretsIn } from "./secrets";

/** Fields of CDKTF that have no public getter. */
interface Inside {
  readonly _elementType?: string;
  readonly rawOverrides?: { readonly terraform?: object };
}

/**
 * Secrets that a stack would write by other ways than ours: in a backend of CDKTF's own, in what it reads of another
 * state, in an override of the terraform block.
 */
export function writtenSecrets(stack: TerraformStack): Finding[] {
  const { terraform } = (stack as unknown as Inside).rawOverrides ?? {};
  return [
    ...secretsIn(terraform, "terraform"),
    ...stack.node
      .findAll()
      .filter((node): node is TerraformElement => TerraformElement.isTerraformElement(node))
      .filter((element) => TerraformBackend.isBackend(element) || readsState(element))
      .flatMap((element) => secretsIn(withoutTokens(element.toTerraform()), element.node.path)),
  ];
}

function readsState(node: IConstruct): boolean {
  return (node as unknown as Inside)._elementType === "data.terraform_remote_state";
}

/** A reference to a secret is none. */
function withoutTokens(data: unknown): unknown {
  if (Token.isUnresolved(data)) return undefined;
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, withoutTokens(value)]));
}
