import fc from "fast-check";
import { formatCidr, parseCidr } from "../../../modules/network/cidr";

const octet = fc.integer({ min: 0, max: 255 });
const prefix = fc.integer({ min: 0, max: 32 });

describe("an IPv4 block", () => {
  it("comes back as it was written, if no bit is set behind its prefix", () => {
    fc.assert(
      fc.property(octet, octet, octet, octet, prefix, (a, b, c, d, bits) => {
        const any = ((a * 256 + b) * 256 + c) * 256 + d;
        const address = any - (any % 2 ** (32 - bits));
        const text = formatCidr({ address, prefix: bits });
        expect(parseCidr(text)).toEqual({ address, prefix: bits });
      }),
    );
  });

  it("is formatted by its first address, whatever address of it is given", () => {
    fc.assert(
      fc.property(octet, octet, octet, octet, prefix, (a, b, c, d, bits) => {
        const cidr = parseCidr(`${a}.${b}.${c}.${d}/${bits}`);
        const first = parseCidr(formatCidr(cidr!));
        expect(first!.prefix).toBe(bits);
        expect(first!.address % 2 ** (32 - bits)).toBe(0);
        expect(cidr!.address - first!.address).toBeLessThan(2 ** (32 - bits));
      }),
    );
  });

  it("keeps the highest address apart from the sign of a 32-bit number", () => {
    expect(formatCidr({ address: 2 ** 32 - 1, prefix: 32 })).toBe("255.255.255.255/32");
  });

  it.each([
    "",
    "10.0.0.0",
    "10.0.0/16",
    "10.0.0.0/33",
    "256.0.0.0/16",
    "10.0.0.0/-1",
    "10.0.0.0/1e1",
    " 10.0.0.0/16",
    "10.0.0.0/16\n",
    "10.0.0.0/016",
    "::/64",
    "１０.0.0.0/16",
  ])("is not read from %j", (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});
