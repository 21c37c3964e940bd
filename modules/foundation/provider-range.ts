import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

/** Teams sit on both majors: only arguments that exist at both ends are used, but where a feature raises the floor. */
const FLOOR = "5.100.0";
const CEILING = "7.0.0";

const floors = new WeakMap<TerraformStack, string>();

/** Says which versions of the AWS provider a stack takes. */
export function declareProvider(stack: TerraformStack): void {
  const version = `>= ${floors.get(stack) ?? FLOOR}, < ${CEILING}`;
  stack.addOverride("terraform.required_providers.aws", { source: "hashicorp/aws", version });
}

/** Raises the oldest version of the AWS provider that the stack of `scope` takes; other stacks keep theirs. */
export function requireProvider(scope: IConstruct, atLeast: string): void {
  const stack = TerraformStack.of(scope);
  if (!isNewer(atLeast, floors.get(stack) ?? FLOOR)) return;
  floors.set(stack, atLeast);
  declareProvider(stack);
}

function isNewer(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split(".").map(Number)) as [number[], number[]];
  const place = left.findIndex((part, index) => part !== right[index]);
  return place !== -1 && (left[place] ?? 0) > (right[place] ?? 0);
}
