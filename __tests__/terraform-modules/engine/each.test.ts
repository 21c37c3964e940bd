import { fold, type Each } from "../../../terraform-modules/engine/each";
import type { Entry } from "../../../terraform-modules/engine/entries";
import type { Json, JsonObject } from "../../../terraform-modules/engine/json";

const SAMPLES = ["us-east-1a", "us-east-1c", "us-east-1d"];
const ZONES: Each = {
  list: "var.zones",
  item: "zone",
  samples: SAMPLES,
  member: () => undefined,
  fact: { of: (zone) => "abcdef".indexOf(zone.slice(-1)), expression: (key) => `slots[${key}]` },
};
const BLOCKS: Each = { ...ZONES, list: "var.blocks", item: "block", samples: ["10/8", "11/8"] };

const one = (name: string, body: JsonObject, sample?: string): Entry => ({
  kind: "resource",
  type: "aws_thing",
  name,
  path: name,
  body,
  ...(sample !== undefined && { sample }),
});
/** A family with a member for each sample. */
const family = (body: (sample: string, slot: number) => JsonObject, samples = SAMPLES): Entry[] =>
  samples.map((sample) => one("it", body(sample, "abcdef".indexOf(sample.slice(-1))), sample));
const folded = (entries: readonly Entry[]): JsonObject[] =>
  fold(entries, [ZONES, BLOCKS]).map(({ body }) => body);
const value = (of: (sample: string, slot: number) => Json): Json | undefined =>
  folded(family((sample, slot) => ({ value: of(sample, slot) })))[0]?.value;

describe("a family", () => {
  it("of all members is one resource for each of the list", () => {
    expect(folded(family(() => ({ same: 1 })))).toEqual([{ for_each: "${toset(var.zones)}", same: 1 }]);
  });

  it("of the first alone is one for the list's first", () => {
    expect(folded(family((zone) => ({ zone }), SAMPLES.slice(0, 1)))).toEqual([
      { for_each: "${toset([var.zones[0]])}", zone: "${each.key}" },
    ]);
  });

  it("belongs to the list that has its samples", () => {
    expect(folded(family((block) => ({ block }), [...BLOCKS.samples]))).toEqual([
      { for_each: "${toset(var.blocks)}", block: "${each.key}" },
    ]);
  });

  it.each<[string, (sample: string, slot: number) => Json, Json]>([
    ["the sample", (zone) => zone, "${each.key}"],
    ["the sample within a text", (zone) => `Nat-${zone}.`, "Nat-${each.key}."],
    ["the first sample", () => "us-east-1a", "${var.zones[0]}"],
    ["a reference to a neighbour", (zone) => `\${aws_it.it<<${zone}>>.id}`, "${aws_it.it[each.key].id}"],
    ["a reference to the first", () => "${aws_it.it<<us-east-1a>>.id}", "${aws_it.it[var.zones[0]].id}"],
    ["its number", (_, slot) => `${slot}`, "${slots[each.key]}"],
    ["its number and some", (_, slot) => `Subnet-${slot + 1}`, "Subnet-${slots[each.key] + 1}"],
    [
      "its number within an expression",
      (_, slot) => `\${cidrsubnet(var.cidr, 6, ${slot + 48})}`,
      "${cidrsubnet(var.cidr, 6, slots[each.key] + 48)}",
    ],
    ["what is the same", () => "10.0.0.0/8 of us-east-1", "10.0.0.0/8 of us-east-1"],
    ["lists and blocks", (zone) => [{ a: [zone] }], [{ a: ["${each.key}"] }]],
  ])("has %s", (_, of, expected) => {
    expect(value(of)).toEqual(expected);
  });

  it.each<[string, string, (sample: string, slot: number) => Json]>([
    ["another number", "no rule for what differs", (_, slot) => `${slot * 2}`],
    ["its place in place of its number", "no rule for what differs", (zone) => `${SAMPLES.indexOf(zone)}`],
    ["a number with zeros before it", "no rule for what differs", (_, slot) => `0${slot}`],
    ["other texts", "no rule for what differs", (zone) => (zone === "us-east-1d" ? "x" : "y")],
    ["other numbers", "values differ", (_, slot) => slot],
    ["yes and no", "values differ", (_, slot) => slot === 0],
    ["a text and an expression", "texts differ", (_, slot) => (slot === 0 ? "a" : "${a}")],
    ["more at the end of a text", "texts differ", (_, slot) => (slot === 0 ? "a1" : "a1b")],
    ["a further piece", "texts differ", (_, slot) => (slot === 0 ? "a" : "a${b}")],
    ["a longer list", "values differ", (_, slot) => (slot === 0 ? [1] : [1, 2])],
    ["a further argument", "values differ", (_, slot): Json => (slot === 0 ? { a: 1 } : { a: 1, b: 2 })],
    ["an argument less", "values differ", (_, slot): Json => (slot === 0 ? { a: 1, b: 2 } : { a: 1 })],
    ["values of two kinds", "values differ", (_, slot) => (slot === 0 ? "5" : 5)],
  ])("that differs by %s is refused", (_, problem, of) => {
    expect(() => value(of)).toThrow(problem);
  });

  it("without one of its members is refused", () => {
    expect(() => folded(family(() => ({}), SAMPLES.slice(0, 2)))).toThrow("neither all nor the first");
    expect(() => folded(family(() => ({}), SAMPLES.slice(1)))).toThrow("neither all nor the first");
  });

  it("of two resources of one name is refused", () => {
    expect(() => folded([one("it", {}), one("it", {})])).toThrow("aws_thing.it: two resources of one name");
    expect(() => folded([one("it", {}), ...family(() => ({}))])).toThrow("two resources of one name");
  });
});

describe("what refers to a family", () => {
  const ids = SAMPLES.map((zone) => `\${aws_it.it<<${zone}>>.id}`);
  const list = (items: Json[]): Json | undefined => folded([one("other", { items })])[0]?.items;

  it("by all of its members loops over the list, in its order", () => {
    expect(list(ids)).toBe("${[for zone in var.zones : aws_it.it[zone].id]}");
  });

  it("by the first refers to the list's first", () => {
    expect(list([ids[0]!, "x"])).toEqual(["${aws_it.it[var.zones[0]].id}", "x"]);
  });

  it.each([
    ["members and others", [...ids, "x"], "a list of members and others"],
    ["two families", [...ids, ...ids.map((id) => id.replace("aws_it", "aws_its"))], "members and others"],
    ["some members", ids.slice(0, 2), "a single member that is not the first"],
    ["texts around members", ids.map((id) => `a-${id}`), "not a plain reference"],
  ])("by a list of %s is refused", (_, items, problem) => {
    expect(() => list(items)).toThrow(problem);
  });

  it("by another than the first is refused", () => {
    expect(() => folded([one("other", { id: ids[1]! })])).toThrow("a single member that is not the first");
  });

  it("waits for all of it", () => {
    const order = [...SAMPLES.map((zone) => `aws_it.it<<${zone}>>`), "aws_one.one"];
    expect(folded([one("other", { depends_on: order })])).toEqual([
      { depends_on: ["aws_it.it", "aws_one.one"] },
    ]);
  });
});
