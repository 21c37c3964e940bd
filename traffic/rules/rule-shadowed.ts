import { UNKNOWN, type Listener, type ListenerRule } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const ruleShadowed: Rule = {
  code: "FY544",
  severity: "warning",
  subject: "a rule",
  allowed: "takes requests that no earlier rule takes",
  fix: "move it before the wider rule, or narrow that one",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html",
  judge: ({ listeners }) => listeners.flatMap(faults),
};

type Readable = { readonly rule: ListenerRule; readonly conditions: readonly Pattern[] };

interface Pattern {
  readonly field: string;
  readonly values: readonly string[];
  readonly expressions: readonly RegExp[];
}

function faults({ rules }: Listener): Fault[] {
  const known = rules.filter(({ priority, many }) => typeof priority === "number" && !many).flatMap(read);
  return known.flatMap((one, position) => {
    const wider = known.slice(0, position).find((earlier) => takesAll(earlier, one));
    return wider === undefined ? [] : [fault(one.rule, `all of them taken by ${wider.rule.address}`)];
  });
}

/** Rules with a condition that isn't known take nobody knows what. */
function read(rule: ListenerRule): Readable[] {
  const { conditions } = rule;
  if (conditions === UNKNOWN || conditions.length === 0) return [];
  const patterns = conditions.flatMap(({ field, values }) =>
    values === UNKNOWN
      ? []
      : [{ field, values, expressions: values.map((value) => expressionOf(value, field)) }],
  );
  return patterns.length < conditions.length ? [] : [{ rule, conditions: patterns }];
}

/** An earlier rule takes all that a later one would if each of its conditions holds whenever the later one's do. */
function takesAll(earlier: Readable, later: Readable): boolean {
  if (earlier.rule.priority === later.rule.priority) return false;
  return earlier.conditions.every((wide) => later.conditions.some((narrow) => isImplied(wide, narrow)));
}

function isImplied(wide: Pattern, narrow: Pattern): boolean {
  if (wide.field !== narrow.field || narrow.values.length === 0) return false;
  return narrow.values.every((value) => wide.expressions.some((one) => one.test(value)));
}

/** `*` fits any text, even another `*`; `?` fits one character, and no `*`. Host names have no case. */
function expressionOf(pattern: string, field: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const expression = escaped.replaceAll("*", "[^]*").replaceAll("?", "[^*]");
  return new RegExp(`^${expression}$`, field === "host-header" ? "i" : "");
}
