import { isTooDeep, MOST_LEVELS } from "../../../../modules/foundation/shapes/too-deep";

const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: levels }).reduce<unknown>(wrap, {});

describe("a value that is nested too deep", () => {
  it.each([
    ["lists", (inner: unknown) => [inner]],
    ["objects", (inner: unknown) => ({ a: inner })],
  ])("is told of %s", (_, wrap) => {
    expect(isTooDeep(nested(MOST_LEVELS - 1, wrap))).toBe(false);
    expect(isTooDeep(nested(MOST_LEVELS, wrap))).toBe(true);
    expect(isTooDeep(nested(100_000, wrap))).toBe(true);
  });

  it("is told of one that holds itself", () => {
    const own: Record<string, unknown> = {};
    own["own"] = own;
    expect(isTooDeep(own)).toBe(true);
  });

  it("takes no time for one that shares its parts", () => {
    expect(isTooDeep(nested(MOST_LEVELS - 1, (inner) => [inner, inner]))).toBe(false);
  });

  it("looks at plain data alone", () => {
    const part = new (class Part {
      public readonly own = this;
    })();
    expect(isTooDeep([part])).toBe(false);
  });
});
