import { TerraformBackend, TerraformElement, TerraformProvider, TerraformStack, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { addCheck, type Fault } from "../errors";
import { secretsIn } from "./secrets";

/** Fields of CDKTF that have no public getter. */
interface Inside {
  readonly _elementType?: string;
  readonly rawOverrides?: { readonly terraform?: object; readonly provider?: object };
}

/** By app, the stacks that look after themselves. */
const guarded = new WeakMap<IConstruct, Set<TerraformStack>>();

/**
 * Refuses secrets that a stack would write by other ways than ours. The first stack of an app that is guarded looks after
 * those of CDKTF's own kind as well.
 */
export function guardSecrets(stack: TerraformStack): void {
  const { root } = stack.node;
  const known = guarded.get(root) ?? new Set([stack]);
  guarded.set(root, known.add(stack));
  const [first] = known;
  const isOurs = (other: TerraformStack): boolean =>
    other === stack || (first === stack && !known.has(other));
  addCheck(stack, () => stacksIn(root).filter(isOurs).flatMap(writtenSecrets));
}

/** In a backend of CDKTF's own, in what is read of another state, in a provider, in an override of either block. */
function writtenSecrets(stack: TerraformStack): Fault[] {
  const { terraform, provider } = (stack as unknown as Inside).rawOverrides ?? {};
  return [
    ...secretsIn(terraform, "terraform"),
    ...secretsIn(withoutTags(provider), "provider"),
    ...stack.node
      .findAll()
      .filter((node): node is TerraformElement => TerraformElement.isTerraformElement(node))
      .filter((element) => TerraformStack.of(element) === stack && mayHold(element))
      .flatMap((element) => secretsIn(withoutTokens(withoutTags(element.toTerraform())), element.node.path)),
  ];
}

function mayHold(element: TerraformElement): boolean {
  return (
    TerraformBackend.isBackend(element) ||
    TerraformProvider.isTerraformProvider(element) ||
    (element as unknown as Inside)._elementType === "data.terraform_remote_state"
  );
}

function stacksIn(root: IConstruct): TerraformStack[] {
  return root.node.findAll().filter((node): node is TerraformStack => TerraformStack.isStack(node));
}

/** A tag may be called Token, as anything may. */
function withoutTags(data: unknown): unknown {
  return mapped(data, (name) => name !== "default_tags");
}

/** A reference to a secret is none. */
function withoutTokens(data: unknown): unknown {
  return mapped(data, (_, value) => !Token.isUnresolved(value));
}

/** Lists too become objects, by their positions: what is said of them is a path. */
function mapped(data: unknown, isKept: (name: string, value: unknown) => boolean): unknown {
  if (typeof data !== "object" || data === null || Token.isUnresolved(data)) return data;
  const kept = Object.entries(data).filter(([name, value]) => isKept(name, value));
  return Object.fromEntries(kept.map(([name, value]) => [name, mapped(value, isKept)]));
}
