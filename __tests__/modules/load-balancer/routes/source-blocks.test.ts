import fc from "fast-check";
import { includesBlock, isCanonicalBlock } from "../../../../modules/load-balancer/routes/source-blocks";

describe("a source block", () => {
  it.each([
    "0.0.0.0/0",
    "10.0.0.0/8",
    "203.0.113.7/32",
    "::/0",
    "2001:db8::/32",
    "::1/128",
    "2001:db8:0:1::/64",
  ])("passes as %s", (block) => {
    expect(isCanonicalBlock(block)).toBe(true);
  });

  it.each([
    ["without a prefix", "10.0.0.0"],
    ["with bits set behind its prefix", "10.0.0.1/8"],
    ["with a prefix too long", "10.0.0.0/33"],
    ["with a prefix that has a zero before it", "10.0.0.0/08"],
    ["with three numbers", "10.0.0/8"],
    ["with zeros before a number", "010.0.0.0/8"],
    ["that AWS refuses", "255.255.255.255/32"],
    ["with bits set behind an IPv6 prefix", "2001:db8::1/32"],
    ["with an IPv6 prefix too long", "::/129"],
    ["in upper case", "2001:DB8::/32"],
    ["with zeros before a group", "2001:0db8::/32"],
    ["with zeros written out", "2001:db8:0:0:0:0:0:0/32"],
    ["with IPv4 inside", "::ffff:10.0.0.0/128"],
    ["with two gaps", "2001::db8::/32"],
    ["that is nothing", ""],
    ["with a wildcard", "10.*/8"],
  ])("fails %s", (_, block) => {
    expect(isCanonicalBlock(block)).toBe(false);
  });

  it("includes what begins with its bits, in its own family", () => {
    expect(includesBlock("10.0.0.0/8", "10.1.0.0/16")).toBe(true);
    expect(includesBlock("10.0.0.0/8", "10.0.0.0/8")).toBe(true);
    expect(includesBlock("10.1.0.0/16", "10.0.0.0/8")).toBe(false);
    expect(includesBlock("10.0.0.0/8", "11.0.0.0/16")).toBe(false);
    expect(includesBlock("2001:db8::/32", "2001:db8:1::/48")).toBe(true);
    expect(includesBlock("::/0", "10.0.0.0/8")).toBe(false);
    expect(includesBlock("nonsense", "10.0.0.0/8")).toBe(false);
  });

  it("passes in exactly one form for each address and prefix", () => {
    const octets = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 255 })));
    fc.assert(
      fc.property(octets, fc.integer({ min: 0, max: 32 }), (parts, prefix) => {
        const number = parts.reduce((sum, part) => sum * 256 + part, 0);
        const isFirst = number % 2 ** (32 - prefix) === 0 && !(number === 2 ** 32 - 1 && prefix === 32);
        expect(isCanonicalBlock(`${parts.join(".")}/${prefix}`)).toBe(isFirst);
      }),
    );
  });
});
