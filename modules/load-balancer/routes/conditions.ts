import type { Fault } from "../../errors";
import { matching, problems, requireThat } from "../../errors";
import { includesPattern, wildcardsIn } from "./patterns";
import { includesBlock, isCanonicalBlock } from "./source-blocks";

/** What a request must have for a route to take it: one value of every condition that is given. At least one is. */
export interface RouteConditions {
  /**
   * Path patterns, such as `/health`, `/api/*` or `/users/?`; 1 to 128 characters each, upper and lower case differ.
   * @default any path
   */
  readonly paths?: readonly string[];

  /**
   * Host names, such as `api.example.com` or `*.example.com`; 1 to 128 characters each.
   * @default any host
   */
  readonly hosts?: readonly string[];

  /**
   * Methods in upper case. Whoever names GET should name HEAD as well.
   * @default any method
   */
  readonly methods?: readonly string[];

  /**
   * Patterns of header values by header name; every header that is named must fit one of its values.
   * @default any headers
   */
  readonly headers?: Readonly<Record<string, readonly string[]>>;

  /**
   * Patterns of query string values by key; every key that is named must fit one of its values.
   * @default any query string
   */
  readonly query?: Readonly<Record<string, readonly string[]>>;

  /**
   * IPv4 and IPv6 blocks of the sender, as the load balancer sees it: not what a proxy writes into a header.
   * @default any address
   */
  readonly sources?: readonly string[];
}

/** Values as far as they are known: undefined stands for a Terraform token. */
export type Values = readonly (string | undefined)[] | undefined;

/** Conditions as far as they are known. A name that is present with an undefined value is a token. */
export interface KnownConditions {
  readonly paths?: Values;
  readonly hosts?: Values;
  readonly methods?: Values;
  readonly headers?: Readonly<Record<string, Values>> | undefined;
  readonly query?: Readonly<Record<string, Values>> | undefined;
  readonly sources?: Values;
}

/** One condition: one of its values has to fit. Undefined is not known. */
export interface Condition {
  readonly kind: "path" | "host" | "method" | "source" | "header" | "query";
  /** Of a header or a key. */
  readonly name?: string;
  readonly values: Values;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const MOST_VALUES = 5;
const MOST_WILDCARDS = 6;

const PATH = /^(?=[/*?])[A-Za-z0-9_.$/~"'@:+&*?-]{1,128}$/;
const HOST = /^(?=.{1,128}$)[A-Za-z0-9.*?-]*\.[A-Za-z]+$/;
const METHOD = /^[A-Z][A-Z_-]{0,39}$/;
const HEADER = /^(?!host$)[A-Za-z0-9!#$%&'*+.^_`|~-]{1,40}$/i;
const TEXT = /^[\x20-\x7e]{1,128}$/;

export function conditionsOf(known: KnownConditions): Condition[] {
  const plain = (kind: Condition["kind"], name: "paths" | "hosts" | "methods" | "sources"): Condition[] =>
    Object.hasOwn(known, name) ? [{ kind, values: known[name] }] : [];
  const named = (kind: Condition["kind"], record: KnownConditions["headers"]): Condition[] =>
    Object.entries(record ?? {}).map(([name, values]) => ({ kind, name: name.toLowerCase(), values }));
  return [
    ...plain("path", "paths"),
    ...plain("host", "hosts"),
    ...plain("method", "methods"),
    ...named("header", known.headers),
    ...named("query", known.query),
    ...plain("source", "sources"),
  ];
}

/** What is wrong with a route's conditions, each by itself and all together. */
export function conditionFaults(known: KnownConditions): Fault[] {
  const conditions = conditionsOf(known);
  const values = conditions.flatMap(valuesOf);
  const wildcards = values.reduce((sum, { value }) => sum + wildcardsIn(value), 0);
  const count = conditions.reduce((sum, one) => sum + (one.values?.length ?? 1), 0);
  const isEmpty = conditions.length === 0 || conditions.some((one) => one.values?.length === 0);
  return [
    ...requireThat(
      !isEmpty,
      problems.routeWithoutCondition,
      conditions.length === 0 ? "none" : "one without a value",
    ),
    ...values.flatMap(valueFaults),
    ...Object.keys(known.headers ?? {}).flatMap((name) =>
      matching(problems.headerPattern, name, HEADER, "a header's name"),
    ),
    ...Object.keys(known.query ?? {}).flatMap((key) =>
      matching(problems.queryStringPattern, key, TEXT, "a query string's key"),
    ),
    ...requireThat(count <= MOST_VALUES, problems.tooManyConditionValues, count),
    ...requireThat(wildcards <= MOST_WILDCARDS, problems.tooManyWildcards, wildcards),
  ];
}

/** True if all that fits `narrow` fits `wide` too, as far as that is certain. */
export function isWithin(narrow: readonly Condition[], wide: readonly Condition[]): boolean {
  return wide.every((outer) =>
    narrow.some((inner) => inner.kind === outer.kind && inner.name === outer.name && includes(outer, inner)),
  );
}

function includes(outer: Condition, inner: Condition): boolean {
  const [wide, narrow] = [outer.values ?? [], inner.values];
  if (narrow === undefined || narrow.length === 0) return false;
  return narrow.every((value) => value !== undefined && wide.some((one) => covers(outer.kind, one, value)));
}

/** Paths and methods alone have upper and lower case. */
function covers(kind: Condition["kind"], wide: string | undefined, narrow: string): boolean {
  if (wide === undefined) return false;
  if (kind === "source") return includesBlock(wide, narrow);
  if (kind === "method") return wide === narrow;
  return kind === "path"
    ? includesPattern(wide, narrow)
    : includesPattern(wide.toLowerCase(), narrow.toLowerCase());
}

interface KnownValue {
  readonly kind: Condition["kind"];
  readonly value: string;
}

function valuesOf({ kind, values = [] }: Condition): KnownValue[] {
  return values.flatMap((value) => (value === undefined ? [] : [{ kind, value }]));
}

function valueFaults({ kind, value }: KnownValue): Fault[] {
  switch (kind) {
    case "path":
      return matching(problems.pathPattern, value, PATH);
    case "host":
      return matching(problems.hostPattern, value, HOST);
    case "method":
      return matching(problems.requestMethod, value, METHOD);
    case "header":
      return matching(problems.headerPattern, value, TEXT);
    case "query":
      return matching(problems.queryStringPattern, value, TEXT);
    case "source":
      return requireThat(isCanonicalBlock(value), problems.sourceBlock, JSON.stringify(value));
  }
}
