import type { TerraformElement } from "cdktf";
import { TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { type Fault, problems, requireThat } from "../errors";

/** Construct paths below a stack, such as `Api` or `Shop/Api`, and what they were before. */
export type Renames = Readonly<Record<string, string>>;

/** A move of state. https://developer.hashicorp.com/terraform/language/moved */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const known = new WeakMap<TerraformStack, Renames>();

/** To be said before the stack has its constructs: they take their names in AWS from the ids they had. */
export function rename(stack: TerraformStack, renames: Renames): void {
  known.set(stack, renames);
}

const names = new WeakMap<TerraformStack, string>();

/** To be said as early as renames: names in AWS then hold another id than the stack's own. */
export function nameAfter(stack: TerraformStack, id: string): void {
  names.set(stack, id);
}

/** The stack of a construct, as names in AWS have it. */
export function stackName(construct: IConstruct): string {
  const stack = TerraformStack.of(construct);
  return names.get(stack) ?? stack.node.id;
}

/** The path that a construct had when its names were given: its own, unless it was renamed. */
export function namingPath(construct: IConstruct): string {
  const stack = TerraformStack.of(construct);
  return [stack.node.id, ...formerIds(construct)].join("/");
}

/** The id that a construct had when its names were given. */
export function namingId(construct: IConstruct): string {
  return formerIds(construct).at(-1) ?? construct.node.id;
}

/** Every resource below a renamed construct, from the address that it had. */
export function movesIn(stack: TerraformStack, addressOf: (ids: readonly string[]) => string): Move[] {
  // A stack is written several times in a synth, and hashing two addresses a resource is for those that have renames.
  if (Object.keys(known.get(stack) ?? {}).length === 0) return [];
  const resources = stack.node
    .findAll()
    .filter((node): node is TerraformResource => TerraformResource.isTerraformResource(node));
  return resources.flatMap((resource) => {
    const former = addressOf(formerIds(resource));
    const type = resource.terraformResourceType;
    const isOwn = resource.friendlyUniqueId === addressOf(idsBelow(stack, resource));
    return former === resource.friendlyUniqueId || !isOwn
      ? []
      : [{ from: `${type}.${former}`, to: `${type}.${resource.friendlyUniqueId}` }];
  });
}

/** A rename that moves nothing, or onto something. */
export function renameFaults(stack: TerraformStack): Fault[] {
  const renames = known.get(stack) ?? {};
  const olds = Object.values(renames);
  return Object.entries(renames).flatMap(([now, before]) => [
    ...requireThat(
      childAt(stack, now) !== undefined,
      problems.renameWithoutTarget,
      `${now}, which is not there`,
    ),
    ...requireThat(
      childAt(stack, before) === undefined,
      problems.renameSource,
      `${before}, which is still there`,
    ),
    ...requireThat(
      olds.filter((old) => old === before).length === 1,
      problems.renameSource,
      `${before} twice`,
    ),
  ]);
}

function childAt(stack: TerraformStack, path: string): IConstruct | undefined {
  return path
    .split("/")
    .reduce<IConstruct | undefined>((at, id) => (id === "" ? undefined : at?.node.tryFindChild(id)), stack);
}

function formerIds(construct: IConstruct): readonly string[] {
  const stack = TerraformStack.of(construct);
  const ids = idsBelow(stack, construct);
  const renames = known.get(stack) ?? {};
  for (let length = ids.length; length > 0; length -= 1) {
    const before = renames[ids.slice(0, length).join("/")];
    if (before !== undefined) return [...before.split("/"), ...ids.slice(length)];
  }
  return ids;
}

function idsBelow(stack: TerraformStack, construct: IConstruct | TerraformElement): string[] {
  const { scopes } = construct.node;
  return scopes.slice(scopes.indexOf(stack) + 1).map(({ node }) => node.id);
}
