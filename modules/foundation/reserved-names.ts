import type { IConstruct } from "constructs";
import { fault, type Fault, type ProblemKind } from "../errors";
import { literal } from "./literals";

const reserved = new WeakMap<IConstruct, Map<string, IConstruct>>();

/**
 * Reserves a name that is unique within `realm` (a VPC, a cluster, a stack). A token can't be reserved: its value is not
 * known. @returns a fault of that kind if somebody else has the name
 */
export function reserveName(
  realm: IConstruct,
  kind: ProblemKind,
  name: string | undefined,
  owner: IConstruct,
): Fault[] {
  if (name === undefined || literal(name) === undefined) return [];
  const taken = reserved.get(realm) ?? new Map<string, IConstruct>();
  reserved.set(realm, taken);
  const key = `${kind.code} ${name}`;
  const holder = taken.get(key) ?? owner;
  taken.set(key, holder);
  return holder === owner ? [] : [fault(kind, `${JSON.stringify(name)} at ${holder.node.path} already`)];
}
