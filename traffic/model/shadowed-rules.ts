import { UNKNOWN } from "../terraform";
import { fitsGlob } from "./glob";
import type { ListenerRule } from "./listeners";

/** Rules, in order, all of whose requests an earlier one takes. */
export function shadowedRules(rules: readonly ListenerRule[]): { rule: ListenerRule; by: ListenerRule }[] {
  const known = rules.filter(({ priority, many }) => typeof priority === "number" && !many).flatMap(read);
  const earlier = new EarlierRules();
  return known.flatMap((one) => {
    const wider = earlier.thatTakes(one);
    earlier.add(one);
    return wider === undefined ? [] : [{ rule: one.rule, by: wider.rule }];
  });
}

type Readable = { readonly rule: ListenerRule; readonly conditions: readonly Pattern[] };

interface Pattern {
  readonly field: string;
  readonly values: readonly string[];
}

/** What AWS takes of a value; comparing longer ones would take time for nothing. */
const LONGEST_VALUE = 128;

/** By how the values of their first condition begin: a rule is compared with those alone that its own values begin as. */
class EarlierRules {
  private readonly byStart = new Map<string, { readonly position: number; readonly one: Readable }[]>();
  private readonly known = new Set<string>();

  /** What is equal to another one but for its address takes nothing that the other doesn't. */
  public add(one: Readable): void {
    const content = JSON.stringify([one.rule.priority, one.conditions]);
    if (this.known.has(content)) return;
    const entry = { position: this.known.add(content).size, one };
    const { field = "", values = [] } = one.conditions[0] ?? {};
    for (const start of new Set(values.map((value) => `${field}\n${value.split(/[*?]/, 1)[0] ?? ""}`))) {
      const same = this.byStart.get(start);
      if (same === undefined) this.byStart.set(start, [entry]);
      else same.push(entry);
    }
  }

  /** The first of them that takes all that a rule would. */
  public thatTakes(later: Readable): Readable | undefined {
    const starts = later.conditions.flatMap(({ field, values: [value = ""] }) =>
      Array.from({ length: value.length + 1 }, (_, length) => `${field}\n${value.slice(0, length)}`),
    );
    const found = starts.flatMap((start) => {
      const first = this.byStart.get(start)?.find(({ one }) => takesAll(one, later));
      return first === undefined ? [] : [first];
    });
    return found.sort((one, other) => one.position - other.position)[0]?.one;
  }
}

/** Rules with a condition that isn't known take nobody knows what. */
function read(rule: ListenerRule): Readable[] {
  const { conditions } = rule;
  if (conditions === UNKNOWN || conditions.length === 0) return [];
  const patterns: Pattern[] = conditions.flatMap(({ field, values }) =>
    values === UNKNOWN
      ? []
      : [{ field, values: field === "host-header" ? values.map((value) => value.toLowerCase()) : values }],
  );
  const isLong = patterns.some(({ values }) => values.some(({ length }) => length > LONGEST_VALUE));
  return isLong || patterns.length < conditions.length ? [] : [{ rule, conditions: patterns }];
}

/** An earlier rule takes all that a later one would if each of its conditions holds whenever the later one's do. */
function takesAll(earlier: Readable, later: Readable): boolean {
  if (earlier.rule.priority === later.rule.priority) return false;
  return earlier.conditions.every((wide) => later.conditions.some((narrow) => isImplied(wide, narrow)));
}

function isImplied(wide: Pattern, narrow: Pattern): boolean {
  if (wide.field !== narrow.field || narrow.values.length === 0) return false;
  return narrow.values.every((value) => wide.values.some((one) => fitsGlob(one, value, fitsCharacter)));
}

/** `*` fits any text, even another `*`; `?` fits one character, and no `*`. Host names have no case. */
function fitsCharacter(wide: string | undefined, narrow: string | undefined): boolean {
  return wide === "?" ? narrow !== "*" : wide === narrow;
}
