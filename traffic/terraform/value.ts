import type { NameClash } from "./name-clashes";

/** What Terraform itself can't tell yet. It is carried on as it is, and never taken for a value. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A value that comes from other resources, by their addresses. */
export interface Reference {
  readonly refersTo: readonly string[];
  /** Which attribute of theirs, where it is one: `id`, `arn`, `default_route_table_id`. */
  readonly attribute?: string;
  /** True if the value is made from some of them, and nobody can say yet from which. */
  readonly among?: true;
}

export type Value =
  | undefined
  | null
  | boolean
  | number
  | string
  | typeof UNKNOWN
  | Reference
  | readonly Value[]
  | { readonly [name: string]: Value };

export type Values = Readonly<Record<string, Value>>;

/** One instance of a resource or data source. */
export interface Resource {
  /** With module path and instance key: `module.net.aws_subnet.public["a"]`. */
  readonly address: string;
  readonly type: string;
  readonly values: Values;
  /** Addresses that it was explicitly ordered after. */
  readonly dependsOn: readonly string[];
  /** Addresses that its values come from: Terraform makes those first as well. */
  readonly mentions: readonly string[];
  /** True if it may come after others, too, that nobody can see in this file. */
  readonly isOrderHidden?: true;
  /** Where it was made in code, if CDKTF wrote it: `voice-agent/FrontDoor/Resource`. */
  readonly constructPath?: string;
  /** True if it stands for a number of instances that isn't known, perhaps none (`count`, `for_each`). */
  readonly many?: true;
  /** True if it is looked up (`data`), not made here. */
  readonly isData?: true;
  /** True if a module that this file does not show was given it, and may add to it. */
  readonly handedOut?: true;
  /** Attributes that nobody wrote as such: the provider chose them or is going to, or a dynamic block does. */
  readonly unset?: ReadonlySet<string>;
  /** Parts whose value can't be said for certain, by path (`load_balancer[0].target_group_arn`), and how they are written. */
  readonly unclear?: ReadonlyMap<string, string>;
}

/** Everything that one file says. */
export interface Terraform {
  /** What the file is: configuration with open references, a plan, or a state. */
  readonly kind: "synthesized" | "plan" | "state";
  readonly resources: readonly Resource[];
  /** What the file itself asks to waive, unread: `"//": { "waivers": […] }`, a comment to Terraform. */
  readonly waivers?: Value;
  /** Names that resources of other files in the same account and region have as well. */
  readonly clashes?: readonly NameClash[];
  /** Files whose resources stand among these, as this file reads their states; each as it is on its own. */
  readonly others?: readonly Terraform[];
}

export function isReference(value: Value): value is Reference {
  return isObject(value) && Array.isArray(value.refersTo);
}

export function isObject(value: Value): value is { readonly [name: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands in an object under these names, one inside the other; undefined if there is no such thing. */
export function at(value: Value, ...names: readonly string[]): Value {
  return names.reduce<Value>((part, name) => (isObject(part) ? part[name] : undefined), value);
}
