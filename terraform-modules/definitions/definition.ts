import type { Dimension, Variation } from "../engine/decisions";
import type { Twins } from "../engine/combine";
import type { Json } from "../engine/json";
import type { Input, Rule } from "../inputs/input";
import type { Example } from "../pages/examples";
import type { Shape } from "../pages/tests";

/** Which part of a web application a resource belongs to. */
export type Part = "network" | "front-door" | "service";

/** A Terraform module: some parts of the web application, and what it takes and gives where it was cut out. */
export interface ModuleDefinition {
  readonly name: string;
  readonly title: string;
  /** What it makes, in a sentence or two. */
  readonly summary: string;
  /** What it costs a month, in us-east-1. */
  readonly cost: string;
  readonly parts: readonly Part[];
  /** What its inputs decide. */
  readonly dimensions: readonly Dimension[];
  /** What they do not. */
  readonly fixed: Variation;
  readonly inputs: Readonly<Record<string, Input>>;
  /** Terraform expressions by name. */
  readonly locals: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, Output>>;
  /** References to what lies outside, and what stands for them. */
  readonly bounds?: readonly (readonly [string, string])[];
  readonly twins?: Twins;
  /** Further conditions by the address of a resource: whether there is one at all. */
  readonly only?: Readonly<Record<string, string>>;
  /** What has to hold before a resource is made or changed, by its address. */
  readonly preconditions?: Readonly<Record<string, readonly Omit<Rule, "bad">[]>>;
  /** The least that a caller has to say, for its tests. */
  readonly least: Readonly<Record<string, Json>>;
  readonly examples: readonly Example[];
  /** What its tests look at. */
  readonly shapes: readonly Shape[];
  /** Sections at the end of its README. */
  readonly notes?: readonly string[];
}

export interface Output {
  readonly description: string;
  /** A Terraform expression; without one, the template's output of the same name. */
  readonly value?: string;
}
