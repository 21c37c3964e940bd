import { UNKNOWN, type Condition, type Listener, type ListenerRule } from "../model";
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

function faults({ rules }: Listener): Fault[] {
  const known = rules.filter(({ priority, many }) => typeof priority === "number" && !many);
  return known.flatMap((rule, position) => {
    const wider = known.slice(0, position).find((earlier) => takesAll(earlier, rule));
    return wider === undefined ? [] : [fault(rule, `all of them taken by ${wider.address}`)];
  });
}

/** An earlier rule takes all that a later one would if each of its conditions holds whenever the later one's do. */
function takesAll(earlier: ListenerRule, later: ListenerRule): boolean {
  const { conditions: wide } = earlier;
  const { conditions: narrow } = later;
  if (wide === UNKNOWN || narrow === UNKNOWN || earlier.priority === later.priority) return false;
  return wide.length > 0 && wide.every((condition) => narrow.some((other) => isImplied(condition, other)));
}

function isImplied(wide: Condition, narrow: Condition): boolean {
  if (wide.field !== narrow.field || wide.values === UNKNOWN || narrow.values === UNKNOWN) return false;
  const patterns = wide.values.map((value) => expressionOf(value, wide.field));
  return narrow.values.length > 0 && narrow.values.every((value) => patterns.some((one) => one.test(value)));
}

/** `*` fits any text, even another `*`; `?` fits one character, and no `*`. Host names have no case. */
function expressionOf(pattern: string, field: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const expression = escaped.replaceAll("*", "[^]*").replaceAll("?", "[^*]");
  return new RegExp(`^${expression}$`, field === "host-header" ? "i" : "");
}
