import type { Limit, ProblemKind } from "../../modules/errors";
import type { Json } from "../engine/json";

/** A variable of a module. */
export interface Input {
  /** Terraform's type, such as `list(string)`. */
  readonly type: string;
  readonly description: string;
  /** Left out: the caller has to say. `null` means that nothing was asked for. */
  readonly default?: Json;
  readonly rules?: readonly Rule[];
}

/** What has to hold for an input. */
export interface Rule {
  /** The check of the constructs that it is; left out for what a module alone can be given. */
  readonly kind?: ProblemKind;
  /** A Terraform condition. */
  readonly condition: string;
  /** A Terraform expression of what was given. */
  readonly given: string;
  /** What it is about, if it is not the input as a whole. */
  readonly subject?: string;
  /** What is allowed and what to do, where there is no code, or its words speak of props. */
  readonly allowed?: string;
  readonly fix?: string;
  /** Inputs that break this rule alone; the module's tests show that they are refused. */
  readonly bad: Readonly<Record<string, Json>>;
}

/** Terraform drops the whole message if what it quotes is sensitive. */
function toldIfAllowed(given: string): string {
  return `issensitive(${given}) ? "a sensitive value" : nonsensitive(${given})`;
}

/** A sentence that quotes several: each of them may be sensitive on its own. Expressions in it have no braces. */
function partsTold(text: string): string {
  return text.replace(/\$\{([^{}]*)\}/g, (_, given: string) => `\${${toldIfAllowed(given)}}`);
}

/** The sentence that says it: the same in a module as at synthesis. */
export function messageOf(name: string, { kind, given, subject, allowed, fix }: Rule): string {
  const told = given.startsWith('"') ? partsTold(given.slice(1, -1)) : `\${${toldIfAllowed(given)}}`;
  const sentence = `${subject ?? name} ${allowed ?? kind?.allowed ?? ""}, got ${told}: ${fix ?? kind?.fix ?? ""}.`;
  return kind === undefined ? sentence : `${kind.code}: ${sentence}`;
}

/** A whole number within a limit of the constructs. */
export function wholeNumber(limit: Limit, value: string, bad: Rule["bad"]): Rule {
  const { from, to } = limit;
  const condition = `${value} >= ${from} && ${value} <= ${to} && floor(${value}) == ${value}`;
  return { kind: limit, condition, given: value, bad, ...subjectOf(value) };
}

/** Text of a form, in Terraform's own regular expressions, which have no lookaround. */
export function text(kind: ProblemKind | undefined, value: string, pattern: string, bad: Rule["bad"]): Rule {
  const condition = `can(regex(${JSON.stringify(pattern)}, ${value}))`;
  return { ...(kind && { kind }), condition, given: `jsonencode(${value})`, bad, ...subjectOf(value) };
}

export function oneOf(kind: ProblemKind, value: string, allowed: readonly Json[], bad: Rule["bad"]): Rule {
  return {
    kind,
    condition: `contains(${JSON.stringify(allowed)}, ${value})`,
    given: `jsonencode(${value})`,
    bad,
    ...subjectOf(value),
  };
}

/** A rule that holds as well while nothing is asked for; Terraform works its message out even then. */
export function ifGiven(name: string, rule: Rule): Rule {
  const given = rule.given.startsWith("jsonencode(") ? rule.given : `jsonencode(try(${rule.given}, null))`;
  return { ...rule, given, condition: `var.${name} == null || try(${rule.condition}, false)` };
}

/** `var.health_check.path` is about `health_check.path`. */
function subjectOf(value: string): { readonly subject?: string } {
  return /^var\.[a-z_]+\.[a-z_]+$/.test(value) ? { subject: value.slice("var.".length) } : {};
}
