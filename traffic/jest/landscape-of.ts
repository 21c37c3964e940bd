import { landscape, type Landscape } from "../model";
import { readTerraform } from "../terraform";

/** A stack as CDKTF makes them, told by what it can do: this part imports no CDKTF. */
export interface Stack {
  toTerraform(): unknown;
  prepareStack?(): void;
  readonly node?: { readonly root: Tree };
}

interface Tree {
  readonly node: { findAll(): readonly object[] };
}

/** What can be asked: a stack, the text of Terraform JSON (synthesized, plan or state), or a landscape. */
export type Subject = Stack | string | Landscape;

const READS_A_STATE = /"terraform_remote_state":/;

/** The landscape of whatever `expect` was given. */
export function landscapeOf(subject: unknown): Landscape {
  if (isLandscape(subject)) return subject;
  const [text = "", ...others] = textsOf(subject);
  return landscape(readTerraform(text, others));
}

/** The text of what is asked about, and those of the stacks beside it. */
function textsOf(subject: unknown): string[] {
  if (typeof subject === "string") return [subject];
  if (isStack(subject)) return synthesized(subject);
  throw new Error("expect() takes a CDKTF stack, the text of Terraform JSON, or a landscape here");
}

/**
 * All stacks of the app are prepared first, as `app.synth()` does: what one hands to another appears only then.
 * `Testing.synth` would take the construct paths out.
 */
function synthesized(stack: Stack): string[] {
  const all = (stack.node?.root.node.findAll() ?? [stack]).filter(isPreparable);
  for (const each of all) each.prepareStack();
  const text = JSON.stringify(stack.toTerraform());
  const others = READS_A_STATE.test(text) ? all.filter((each) => each !== stack && isStack(each)) : [];
  return [text, ...others.map((each) => JSON.stringify((each as unknown as Stack).toTerraform()))];
}

function isStack(subject: unknown): subject is Stack {
  return typeof subject === "object" && subject !== null && "toTerraform" in subject;
}

function isPreparable(element: object): element is Required<Pick<Stack, "prepareStack">> {
  return "prepareStack" in element;
}

function isLandscape(subject: unknown): subject is Landscape {
  return typeof subject === "object" && subject !== null && "loadBalancers" in subject && "vpcs" in subject;
}
