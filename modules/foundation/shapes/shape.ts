/** What can be told of a value when the program runs, out of its TypeScript type. */
export type Shape =
  | ("text" | "number" | "flag" | "function" | "any")
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly anyOf: readonly Shape[] }
  | { readonly list: Shape }
  | { readonly map: Shape }
  /** Plain data under a name, or without one. */
  | { readonly type: string }
  | { readonly props: Readonly<Record<string, Known>> }
  /** Something that behaves, such as a construct: known by what it can't be without. */
  | { readonly instance: string };

/** A prop or a parameter. */
export interface Known {
  readonly shape: Shape;
  readonly optional?: true;
  /** Of text: `""` says something here. */
  readonly mayBeEmpty?: true;
}

/** What all calls of an entry take. `npm run docs` reads it from the types; a test holds the two together. */
export interface Shapes {
  /** By class, method and function, such as `Network`, `SecurityGroup.admitBlock`, `oidc`. */
  readonly calls: Readonly<Record<string, readonly (Known & { readonly name: string })[]>>;
  readonly types: Readonly<Record<string, Readonly<Record<string, Known>>>>;
  readonly contracts: Readonly<Record<string, readonly string[]>>;
}
