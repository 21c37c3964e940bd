import type { IConstruct } from "constructs";
import { finding, type Code, type Finding } from "../errors";
import { literal } from "./literals";

const claims = new WeakMap<IConstruct, Map<string, IConstruct>>();

/**
 * Claims a name that is unique within `realm` (a VPC, a cluster, a stack). A token can't be claimed: its value is not
 * known. @returns a finding with the given code if somebody else has the name
 */
export function claim(realm: IConstruct, code: Code, name: string, claimant: IConstruct): Finding[] {
  if (literal(name) === undefined) return [];
  const taken = claims.get(realm) ?? new Map<string, IConstruct>();
  claims.set(realm, taken);
  const key = `${code} ${name}`;
  const holder = taken.get(key) ?? claimant;
  taken.set(key, holder);
  return holder === claimant ? [] : [finding(code, `${JSON.stringify(name)} at ${holder.node.path} already`)];
}
