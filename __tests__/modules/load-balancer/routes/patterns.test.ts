import fc from "fast-check";
import {
  hasWildcard,
  includesPattern,
  shortestFit,
  wildcardsIn,
} from "../../../../modules/load-balancer/routes/patterns";

const patterns = fc
  .array(fc.constantFrom("a", "b", "/", "*", "?"), { maxLength: 8 })
  .map((all) => all.join(""));
const texts = fc.array(fc.constantFrom("a", "b", "/"), { maxLength: 8 }).map((all) => all.join(""));

/** As AWS reads a pattern. */
const fits = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`).test(text);

describe("a pattern includes another", () => {
  it.each([
    ["/api/*", "/api/v1/*"],
    ["/api/*", "/api/"],
    ["*", "?"],
    ["*", ""],
    ["/a?c", "/abc"],
    ["/a?c", "/a?c"],
    ["*.example.com", "*.a.example.com"],
    ["**", "*"],
    ["*a*b", "*ab"],
    ["*ab", "*aab"],
  ])("%s includes %s", (wide, narrow) => {
    expect(includesPattern(wide, narrow)).toBe(true);
  });

  it.each([
    ["/api/v1/*", "/api/*"],
    ["/api/*", "/api"],
    ["?", "*"],
    ["/a?c", "/a*c"],
    ["/a", "/A"],
    ["a*", "*a"],
    ["", "*"],
  ])("%s does not include %s", (wide, narrow) => {
    expect(includesPattern(wide, narrow)).toBe(false);
  });

  it("only if it fits whatever the other fits", () => {
    fc.assert(
      fc.property(patterns, patterns, texts, (wide, narrow, text) => {
        if (includesPattern(wide, narrow) && fits(narrow, text)) expect(fits(wide, text)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("always if the other is plain text that it fits", () => {
    fc.assert(
      fc.property(patterns, texts, (wide, text) => {
        expect(includesPattern(wide, text)).toBe(fits(wide, text));
      }),
      { numRuns: 3000 },
    );
  });

  it("only if its shortest text is no longer than the other's", () => {
    fc.assert(
      fc.property(patterns, patterns, (wide, narrow) => {
        if (includesPattern(wide, narrow)) expect(shortestFit(wide)).toBeLessThanOrEqual(shortestFit(narrow));
      }),
      { numRuns: 3000 },
    );
  });

  it("takes no time even for patterns that invite guessing", () => {
    const started = performance.now();
    expect(includesPattern(`${"*a".repeat(6)}b`, "a".repeat(128))).toBe(false);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

it("wildcards are counted, and everything else is the shortest text that fits", () => {
  expect([wildcardsIn("/a*/?"), wildcardsIn("/a")]).toEqual([2, 0]);
  expect([hasWildcard("/?"), hasWildcard("/a")]).toEqual([true, false]);
  expect([shortestFit("/a*/?"), shortestFit("*")]).toEqual([4, 0]);
});
