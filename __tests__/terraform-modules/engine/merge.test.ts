import type { Dimension } from "../../../terraform-modules/engine/decisions";
import type { JsonObject } from "../../../terraform-modules/engine/json";
import { mergeBodies, presence } from "../../../terraform-modules/engine/merge";
import { ANY_NAT, SCALED } from "../../../terraform-modules/template/dimensions";

/** Bodies by the value of the one dimension, merged. */
const merged = (bodies: Record<string, JsonObject>, by: Dimension = SCALED): JsonObject =>
  mergeBodies(
    Object.entries(bodies).map(([value, body]) => ({ at: { [by.name]: value }, value: body })),
    [by],
  );

describe("attributes", () => {
  it("that are the same stay as they are, by name", () => {
    expect(merged({ no: { b: [1], a: "${x}" }, yes: { a: "${x}", b: [1] } })).toEqual({ a: "${x}", b: [1] });
  });

  it.each<[string, JsonObject, JsonObject, string]>([
    ["texts", { a: "one" }, { a: "${two}" }, '${var.scaling == null ? "one" : two}'],
    ["numbers", { a: 1 }, { a: 2 }, "${var.scaling == null ? 1 : 2}"],
    ["yes and no", { a: false }, { a: true }, "${var.scaling != null}"],
    ["one that is left out", {}, { a: "x" }, '${var.scaling == null ? null : "x"}'],
    ["lists", { a: ["x"] }, { a: [] }, '${var.scaling == null ? ["x"] : []}'],
    ["choices", { a: "${b ? c : d}" }, { a: 1 }, "${var.scaling == null ? (b ? c : d) : 1}"],
  ])("that differ are a choice: %s", (_, no, yes, expected) => {
    expect(merged({ no, yes })).toEqual({ a: expected });
  });

  it("that hold maps are values", () => {
    expect(merged({ no: { tags: { Name: "a" } }, yes: { tags: {} } })).toEqual({
      tags: '${var.scaling == null ? { "Name" = "a" } : {}}',
    });
  });

  it("leave out what Terraform takes no expression for", () => {
    const meta = { lifecycle: {}, depends_on: [], for_each: "x", count: 1 };
    expect(merged({ no: { a: 1, ...meta }, yes: { a: 1 } })).toEqual({ a: 1 });
  });
});

describe("blocks", () => {
  it("that always stand have attributes that differ", () => {
    expect(
      merged({ no: { check: { path: "/", port: 1 } }, yes: { check: { path: "/a", port: 1 } } }),
    ).toEqual({
      check: { path: '${var.scaling == null ? "/" : "/a"}', port: 1 },
    });
  });

  it("that come and go are dynamic", () => {
    expect(merged({ no: {}, yes: { redirect: { port: "443" } } })).toEqual({
      dynamic: { redirect: [{ for_each: "${var.scaling != null ? [true] : []}", content: { port: "443" } }] },
    });
  });

  it("of which there are more or fewer are dynamic from there on", () => {
    expect(merged({ no: { set: [{ a: 1 }, { a: 2 }] }, yes: { set: [{ a: 1 }] } })).toEqual({
      set: { a: 1 },
      dynamic: { set: [{ for_each: "${var.scaling == null ? [true] : []}", content: { a: 2 } }] },
    });
  });

  it("are one list where always several stand", () => {
    expect(merged({ no: { set: [{ a: 1 }, { a: 2 }] }, yes: { set: [{ a: 1 }, { a: 3 }] } })).toEqual({
      set: [{ a: 1 }, { a: "${var.scaling == null ? 2 : 3}" }],
    });
  });

  it("within blocks come and go as well", () => {
    expect(merged({ no: { a: { b: { c: 1 } } }, yes: { a: {} } })).toEqual({
      a: { dynamic: { b: [{ for_each: "${var.scaling == null ? [true] : []}", content: { c: 1 } }] } },
    });
  });
});

describe("presence", () => {
  const there = (...values: string[]) =>
    presence(
      ANY_NAT.values.map((nat) => ({ at: { nat }, value: values.includes(nat) ? {} : undefined })),
      [ANY_NAT],
    );

  it("needs no condition where something always stands", () => {
    expect(there("single", "none", "per-zone")).toBeUndefined();
  });

  it("is a condition where it does not", () => {
    expect(there("none")).toBe('var.nat == "none"');
    expect(there("single", "per-zone")).toBe('var.nat != "none"');
    expect(there()).toBe("false");
  });
});
