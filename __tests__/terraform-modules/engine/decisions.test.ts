import fc from "fast-check";
import {
  choice,
  condition,
  decide,
  variations,
  type Decision,
  type Dimension,
  type Variation,
} from "../../../terraform-modules/engine/decisions";
import { ANY_NAT, NAMED, SCALED, SCHEME, TLS } from "../../../terraform-modules/template/dimensions";

const casesOf = <T>(dimensions: readonly Dimension[], value: (at: Variation) => T) =>
  variations(dimensions).map((at) => ({ at, value: value(at) }));

const chosen = (dimensions: readonly Dimension[], value: (at: Variation) => unknown): string =>
  choice(decide(casesOf(dimensions, value), dimensions), (one) => JSON.stringify(one));

const holding = (dimensions: readonly Dimension[], value: (at: Variation) => boolean): string =>
  condition(decide(casesOf(dimensions, value), dimensions));

describe("variations", () => {
  it("are all combinations, one of nothing", () => {
    expect(variations([])).toEqual([{}]);
    expect(variations([SCHEME, SCALED])).toEqual([
      { scheme: "internet-facing", scaled: "no" },
      { scheme: "internet-facing", scaled: "yes" },
      { scheme: "internal", scaled: "no" },
      { scheme: "internal", scaled: "yes" },
    ]);
    expect(variations([ANY_NAT, TLS, NAMED])).toHaveLength(18);
  });
});

describe("a choice", () => {
  it("is the value, where nothing decides", () => {
    expect(chosen([ANY_NAT, TLS], () => 1)).toBe("1");
  });

  it("asks only what decides, and only where it does", () => {
    expect(chosen([ANY_NAT, TLS, SCALED], ({ scaled }) => scaled)).toBe('var.scaling == null ? "no" : "yes"');
    expect(chosen([SCHEME, SCALED], ({ scheme, scaled }) => (scheme === "internal" ? scaled : "any"))).toBe(
      'var.internal ? (var.scaling == null ? "no" : "yes") : "any"',
    );
  });

  it("puts values together that lead to one", () => {
    expect(chosen([ANY_NAT], ({ nat }) => (nat === "none" ? 0 : 1))).toBe('var.nat != "none" ? 1 : 0');
    expect(chosen([TLS], ({ tls }) => (tls === "off" ? 80 : 443))).toBe("var.https ? 443 : 80");
  });

  it("nests what three values lead to", () => {
    expect(chosen([ANY_NAT], ({ nat }) => nat)).toBe(
      'var.nat == "single" ? "single" : (var.nat == "none" ? "none" : "per-zone")',
    );
  });

  it("turns a test that says no round", () => {
    expect(chosen([SCHEME], ({ scheme }) => scheme)).toBe('var.internal ? "internal" : "internet-facing"');
    expect(chosen([TLS], ({ tls }) => tls === "made" && 1)).toBe(
      "var.https && var.create_certificate ? 1 : false",
    );
  });

  it("between yes and no is a condition", () => {
    expect(chosen([SCHEME], ({ scheme }) => scheme === "internal")).toBe("var.internal");
    expect(chosen([SCALED], ({ scaled }) => scaled === "no")).toBe("var.scaling == null");
  });

  it("is none of two values in one case, nor of nothing", () => {
    const twice = [1, 2].map((value) => ({ at: { scaled: "no" }, value }));
    expect(() => decide(twice, [SCALED])).toThrow("two values in one case");
    expect(() => decide([], [])).toThrow("nothing to decide");
  });
});

describe("a condition", () => {
  it.each<[string, readonly Dimension[], (at: Variation) => boolean]>([
    ["true", [TLS], () => true],
    ["false", [TLS], () => false],
    ["!var.https", [TLS], ({ tls }) => tls === "off"],
    ["var.https && !var.create_certificate", [TLS], ({ tls }) => tls === "given"],
    ["!(var.https && var.create_certificate)", [TLS], ({ tls }) => tls !== "made"],
    ["var.internal && var.https", [SCHEME, TLS], ({ scheme, tls }) => scheme === "internal" && tls !== "off"],
    [
      "!var.internal || (var.internal && var.scaling != null)",
      [SCHEME, SCALED],
      ({ scheme, scaled }) => scheme !== "internal" || scaled === "yes",
    ],
    ['var.nat != "per-zone"', [ANY_NAT], ({ nat }) => nat !== "per-zone"],
  ])("is %s", (expected, dimensions, value) => {
    expect(holding(dimensions, value)).toBe(expected);
  });
});

/** Dimensions whose tests are JavaScript as well, so that what is rendered can be worked out. */
const dimensions = fc
  .array(fc.constantFrom(["no", "yes"], ["a", "b", "c"], ["one", "two", "three", "four"]), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    all.map((values, place): Dimension => {
      const own = `at.d${place}`;
      const test = ([first, ...others]: readonly string[]): string => {
        if (values.length === 2) return `${first === "yes" ? "" : "!"}(${own} === "yes")`;
        return others.length === 0
          ? `${own} === "${first}"`
          : `${JSON.stringify([first, ...others])}.includes(${own})`;
      };
      return { name: `d${place}`, values, test };
    }),
  );

function workedOut(expression: string, at: Variation): unknown {
  return (new Function("at", `return ${expression}`) as (at: Variation) => unknown)(at);
}

function walked<T>(decision: Decision<T>, at: Variation): T {
  if ("value" in decision) return decision.value;
  const { dimension, branches } = decision;
  const branch = branches.find(({ values }) => values.includes(at[dimension.name] ?? ""));
  return walked(branch!.then, at);
}

describe("any decision", () => {
  it.each<[string, fc.Arbitrary<unknown>]>([
    ["numbers and texts", fc.constantFrom(1, 2, "x", null)],
    ["yes and no", fc.boolean()],
    ["both", fc.constantFrom(true, false, 0)],
  ])("between %s gives each case its value, as a tree and as an expression", (_, some) => {
    const both = dimensions.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.array(some, { minLength: variations(all).length, maxLength: variations(all).length }),
      ),
    );
    fc.assert(
      fc.property(both, ([all, values]) => {
        const cases = variations(all).map((at, place) => ({ at, value: values[place] }));
        const decision = decide(cases, all);
        const expression = choice(decision, (value) => JSON.stringify(value));
        for (const { at, value } of cases) {
          expect(walked(decision, at)).toBe(value);
          expect(workedOut(expression, at)).toBe(value);
        }
      }),
    );
  });
});
