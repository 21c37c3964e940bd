import { piecesOf } from "./expressions";
import type { Entry } from "./entries";
import { isObject, mapStrings, same, type Json, type JsonObject } from "./json";

/**
 * A list among a module's inputs that decides how many of something there are. The template is synthesized with sample
 * members; resources that stand once for each are folded into one with `for_each`.
 */
export interface Each {
  /** The list, such as `var.zones`. */
  readonly list: string;
  /** What one of it is called in an expression, such as `zone`. */
  readonly item: string;
  readonly samples: readonly string[];
  /** Which sample a construct stands for, and its path without it. */
  readonly member: (path: string) => { readonly sample: string; readonly path: string } | undefined;
  /** A number that a sample has, and the expression that gives it: the slot of a zone's addresses. */
  readonly fact?: { readonly of: (sample: string) => number; readonly expression: (key: string) => string };
}

const MARK = /<<[^<>]+>>/g;

/** Folds families, and what lists all of a family's members. */
export function fold(entries: readonly Entry[], each: readonly Each[]): Entry[] {
  const families = new Map<string, Entry[]>();
  for (const entry of entries) {
    const body = collapsed(entry.body, each) as JsonObject;
    const key = `${entry.kind}.${entry.type}.${entry.name}`;
    families.set(key, [...(families.get(key) ?? []), { ...entry, body }]);
  }
  return [...families.values()].map((members) => foldFamily(members, each));
}

function foldFamily(members: readonly Entry[], each: readonly Each[]): Entry {
  const [first] = members;
  if (first === undefined) throw new Error("a family without members");
  const samples = members.map(({ sample }) => sample);
  if (samples.length === 1 && samples[0] === undefined) {
    return { ...first, body: mapStrings(first.body, (text) => firstOnly(text, each)) as JsonObject };
  }
  const one = each.find((list) => samples.every((sample) => list.samples.includes(sample ?? "")));
  if (one === undefined) throw new Error(`${first.type}.${first.name}: two resources of one name`);
  const place = ({ sample = "" }: Entry): number => one.samples.indexOf(sample);
  const ordered = [...members].sort((a, b) => place(a) - place(b));
  const all = same(
    ordered.map(({ sample }) => sample),
    one.samples,
  );
  if (!all && !same(samples, one.samples.slice(0, 1)))
    throw new Error(`${first.name}: neither all nor the first`);
  const body = unified(
    ordered.map((entry) => ({ value: entry.body, sample: entry.sample ?? "" })),
    one,
  );
  const keys = all ? `toset(${one.list})` : `toset([${one.list}[0]])`;
  return { ...first, body: { for_each: `\${${keys}}`, ...(body as JsonObject) } };
}

/** Outside of families a single member is that of the first sample. */
function firstOnly(text: string, each: readonly Each[]): string {
  return text.replace(MARK, (mark) => {
    const one = each.find(({ samples }) => `<<${samples[0]}>>` === mark);
    if (one === undefined) throw new Error(`a single member that is not the first: ${text}`);
    return `[${one.list}[0]]`;
  });
}

/** Lists that hold every member of a family hold what an expression yields. */
function collapsed(value: Json, each: readonly Each[], key?: string): Json {
  if (Array.isArray(value)) {
    if (key === "depends_on") return [...new Set(value.map((one) => String(one).replace(MARK, "")))];
    return collapsedList(
      value.map((one) => collapsed(one, each)),
      each,
    );
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, collapsed(one, each, name)]));
}

function collapsedList(list: readonly Json[], each: readonly Each[]): Json {
  for (const one of each) {
    const [template] = one.samples.flatMap((sample) =>
      list.filter((item) => typeof item === "string" && item.includes(`<<${sample}>>`)),
    );
    const pattern = typeof template === "string" ? template.replace(MARK, "<<>>") : "";
    const members = one.samples.map((sample) => pattern.replace("<<>>", `<<${sample}>>`));
    if (pattern === "" || !members.every((member) => list.includes(member))) continue;
    const [piece] = piecesOf(pattern);
    if (piece === undefined || !("expression" in piece)) throw new Error(`not a plain reference: ${pattern}`);
    const loop = `[for ${one.item} in ${one.list} : ${piece.expression.replace("<<>>", `[${one.item}]`)}]`;
    const others = list.filter((item) => !members.includes(item as string));
    if (others.length > 0) throw new Error(`a list of members and others: ${JSON.stringify(list)}`);
    return `\${${loop}}`;
  }
  return [...list];
}

interface Sampled {
  readonly value: Json;
  readonly sample: string;
}

/** What the values of all members have in common, with `each.key` where they differ by their sample. */
function unified(members: readonly Sampled[], each: Each): Json {
  const [first] = members;
  if (first === undefined) throw new Error("nothing to unify");
  const { value } = first;
  if (!members.every((one) => shapeOf(one.value) === shapeOf(value)))
    throw new Error(`values differ: ${JSON.stringify(members)}`);
  if (typeof value === "string") return unifiedText(members, each);
  if (Array.isArray(value)) {
    return value.map((_, at) =>
      unified(
        members.map(({ value: list, sample }) => ({ value: (list as Json[])[at] ?? null, sample })),
        each,
      ),
    );
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.keys(value).map((key) => [
        key,
        unified(
          members.map(({ value: one, sample }) => ({ value: (one as JsonObject)[key] ?? null, sample })),
          each,
        ),
      ]),
    );
  }
  if (!members.every((one) => same(one.value, value)))
    throw new Error(`values differ: ${JSON.stringify(members)}`);
  return value;
}

/** What two values have in common that can be laid over each other: kind, length of a list, names of an object. */
function shapeOf(value: Json): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  return isObject(value) ? `object of ${Object.keys(value).sort().join(", ")}` : typeof value;
}

function unifiedText(members: readonly Sampled[], each: Each): string {
  const texts = members.map(({ value, sample }) => ({ pieces: piecesOf(String(value)), sample }));
  const [first] = texts;
  const differ = (): never => {
    throw new Error(`texts differ: ${JSON.stringify(members)}`);
  };
  if (texts.some(({ pieces }) => pieces.length !== first?.pieces.length)) differ();
  return (first?.pieces ?? [])
    .map((piece, at) => {
      const isText = "text" in piece;
      const column = texts.map(({ pieces, sample }) => {
        const other = pieces[at];
        if (other === undefined || "text" in other !== isText) return differ();
        return { atoms: atomsOf("text" in other ? other.text : other.expression, each), sample };
      });
      if (column.some(({ atoms }) => atoms.length !== column[0]?.atoms.length)) differ();
      const wrap = (expression: string): string => (isText ? `\${${expression}}` : expression);
      const inside = (column[0]?.atoms ?? []).map((_, position) =>
        unifiedAtom(
          column.map(({ atoms, sample }) => ({ atom: atoms[position] ?? "", sample })),
          each,
          wrap,
        ),
      );
      return isText ? inside.join("") : `\${${inside.join("")}}`;
    })
    .join("");
}

function atomsOf(text: string, { samples }: Each): string[] {
  const literals = samples.map((sample) => sample.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text.split(new RegExp(`(<<[^<>]+>>|${literals.join("|")}|\\d+)`)).filter((atom) => atom !== "");
}

function unifiedAtom(
  members: readonly { readonly atom: string; readonly sample: string }[],
  each: Each,
  wrap: (expression: string) => string,
): string {
  const all = (of: (sample: string) => string): boolean =>
    members.every(({ atom, sample }) => atom === of(sample));
  const [first] = each.samples;
  const { atom, sample } = members[0] ?? { atom: "", sample: "" };
  if (all((one) => `<<${one}>>`)) return "[each.key]";
  if (all(() => `<<${first}>>`)) return `[${each.list}[0]]`;
  if (all((one) => one)) return wrap("each.key");
  if (all(() => first ?? "")) return wrap(`${each.list}[0]`);
  if (all(() => atom)) return atom;
  const { fact } = each;
  const offset = fact === undefined ? NaN : Number(atom) - fact.of(sample);
  if (fact === undefined || !all((one) => String(fact.of(one) + offset))) {
    throw new Error(`no rule for what differs: ${JSON.stringify(members)}`);
  }
  return wrap(fact.expression("each.key") + (offset === 0 ? "" : ` + ${offset}`));
}
