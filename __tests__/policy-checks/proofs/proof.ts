import type { Block } from "../../support/json";
import { Synthesized, type Resource } from "../../support/synthesize";

/** Whether a stack is as a check wants it, and how to make it otherwise. */
export interface Proof {
  /** Addresses of what is not; what is missing counts. */
  readonly offenders: (stack: Synthesized) => readonly string[];
  /** Breaks what the check looks for, in a stack that has it. */
  readonly spoil: (resources: Resources) => void;
  /** What it is made of, each to be broken by itself. */
  readonly parts?: readonly Proof[];
}

/** `resource` of Terraform JSON: types, names, attributes. */
export type Resources = Record<string, Record<string, Block>>;

/** Each resource of a type, of which there is one at least, is as a check wants it. */
export function each(
  type: string,
  isGood: (resource: Resource, stack: Synthesized) => boolean,
  spoil: (values: Block, resources: Resources) => void,
): Proof {
  return {
    offenders: (stack) => {
      const all = stack.resources(type);
      if (all.length === 0) return [`no ${type}`];
      return all.filter((resource) => !isGood(resource, stack)).map(({ address }) => address);
    },
    spoil: (resources) => spoil(firstOf(resources, type), resources),
  };
}

/** Each resource of a type has a value at a path; `bad` is a value that none may have. */
export function value(type: string, path: string, isGood: (value: unknown) => boolean, bad: unknown): Proof {
  return each(
    type,
    (resource) => isGood(resource.at(path)),
    (values) => write(values, path.split("."), bad),
  );
}

/** There is nothing of these types. */
export function none(...types: readonly string[]): Proof {
  return {
    offenders: (stack) => types.flatMap((type) => stack.resources(type)).map(({ address }) => address),
    spoil: (resources) => {
      resources[types[0] ?? ""] = { one: {} };
    },
  };
}

/** For each resource of a type there is one of another that refers to it. */
export function companion(type: string, ...companions: readonly string[]): Proof {
  return each(
    type,
    (resource, stack) =>
      companions.some((one) =>
        stack.resources(one).some(({ values }) => JSON.stringify(values).includes(`{${resource.address}.`)),
      ),
    (_, resources) => companions.forEach((one) => (resources[one] = {})),
  );
}

/** All of several. */
export function all(...proofs: readonly Proof[]): Proof {
  return {
    offenders: (stack) => proofs.flatMap((proof) => proof.offenders(stack)),
    spoil: (resources) => proofs[0]?.spoil(resources),
    parts: proofs.flatMap((proof) => proof.parts ?? [proof]),
  };
}

export const is =
  (wanted: unknown) =>
  (found: unknown): boolean =>
    found === wanted;

export const isNot =
  (unwanted: unknown) =>
  (found: unknown): boolean =>
    found !== unwanted;

/** A stack like another, after a change. */
export function changed(stack: Synthesized, change: (resources: Resources) => void): Synthesized {
  const document = structuredClone(stack.document) as { resource: Resources };
  change(document.resource);
  return new Synthesized(document);
}

export function firstOf(resources: Resources, type: string): Block {
  const [first] = Object.values(resources[type] ?? {});
  if (first === undefined) throw new Error(`the stack to spoil has no ${type}`);
  return first;
}

function write(values: Block, [name = "", ...rest]: readonly string[], wanted: unknown): void {
  if (rest.length === 0) values[name] = wanted as Block;
  else write((values[name] ??= {}) as Block, rest, wanted);
}
