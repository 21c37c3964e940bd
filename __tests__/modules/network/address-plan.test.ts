import fc from "fast-check";
import { addressPlan, cidrFaults, SLOTS } from "../../../modules/network/address-plan";
import { formatCidr, parseCidr, type Cidr } from "../../../modules/network/cidr";

const prefix = fc.integer({ min: 16, max: 23 });
const base = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const sound = fc.tuple(base, prefix).map(([address, bits]) => formatCidr({ address, prefix: bits }));

const blocksOf = (vpc: string): string[] => {
  const { privateBlocks, publicBlocks } = addressPlan(vpc);
  return [...privateBlocks, ...publicBlocks];
};
const read = (block: string): Cidr => parseCidr(block)!;
const end = ({ address, prefix: bits }: Cidr): number => address + 2 ** (32 - bits);

describe("the address plan of any VPC from /16 to /23", () => {
  it("has a private and a public block for each zone from a to f", () => {
    fc.assert(
      fc.property(sound, (vpc) => {
        expect(addressPlan(vpc).privateBlocks).toHaveLength(SLOTS);
        expect(addressPlan(vpc).publicBlocks).toHaveLength(SLOTS);
      }),
    );
    expect(SLOTS).toBe("abcdef".length);
  });

  it("keeps every block inside the VPC", () => {
    fc.assert(
      fc.property(sound, (vpc) => {
        const whole = read(vpc);
        for (const block of blocksOf(vpc).map(read)) {
          expect(block.address).toBeGreaterThanOrEqual(whole.address);
          expect(end(block)).toBeLessThanOrEqual(end(whole));
        }
      }),
    );
  });

  it("lets no two blocks overlap", () => {
    fc.assert(
      fc.property(sound, (vpc) => {
        const sorted = blocksOf(vpc)
          .map(read)
          .sort((one, other) => one.address - other.address);
        sorted.slice(1).forEach((block, position) => {
          expect(block.address).toBeGreaterThanOrEqual(end(sorted[position]!));
        });
      }),
    );
  });

  it("writes every block as AWS stores it, and none smaller than AWS and load balancers take", () => {
    fc.assert(
      fc.property(sound, (vpc) => {
        const { privateBlocks, publicBlocks } = addressPlan(vpc);
        for (const block of [...privateBlocks, ...publicBlocks]) expect(formatCidr(read(block))).toBe(block);
        for (const block of publicBlocks) expect(read(block).prefix).toBeLessThanOrEqual(27);
        for (const block of privateBlocks) expect(read(block).prefix).toBeLessThanOrEqual(28);
      }),
    );
  });

  it("counts the private addresses without the five that AWS keeps", () => {
    fc.assert(
      fc.property(sound, (vpc) => {
        const { privateBlocks, usablePrivateAddresses } = addressPlan(vpc);
        expect(usablePrivateAddresses).toBe(2 ** (32 - read(privateBlocks[0]!).prefix) - 5);
      }),
    );
  });

  it("accepts the block", () => {
    fc.assert(fc.property(sound, (vpc) => expect(cidrFaults(vpc)).toEqual([])));
  });
});

describe("the address plan that is a contract", () => {
  it("never moves the subnets of the default VPC", () => {
    expect(addressPlan("10.0.0.0/16")).toEqual({
      privateBlocks: [0, 32, 64, 96, 128, 160].map((third) => `10.0.${third}.0/19`),
      publicBlocks: [192, 196, 200, 204, 208, 212].map((third) => `10.0.${third}.0/22`),
      usablePrivateAddresses: 8187,
    });
  });

  it("never moves the subnets of the smallest VPC", () => {
    expect(addressPlan("10.0.0.0/23")).toEqual({
      privateBlocks: [0, 32, 64, 96, 128, 160].map((last) => `10.0.0.${last}/27`),
      publicBlocks: [0, 32, 64, 96, 128, 160].map((last) => `10.0.1.${last}/27`),
      usablePrivateAddresses: 27,
    });
  });

  it("is the plan that a token is given, up to /21", () => {
    const subnet = ({ address, prefix: bits }: Cidr, more: number, number: number): string =>
      formatCidr({ address: address + number * 2 ** (32 - bits - more), prefix: bits + more });
    fc.assert(
      fc.property(base, fc.integer({ min: 16, max: 21 }), (address, bits) => {
        const vpc = formatCidr({ address, prefix: bits });
        const slots = [0, 1, 2, 3, 4, 5];
        expect(addressPlan(vpc).privateBlocks).toEqual(slots.map((slot) => subnet(read(vpc), 3, slot)));
        expect(addressPlan(vpc).publicBlocks).toEqual(slots.map((slot) => subnet(read(vpc), 6, 48 + slot)));
      }),
    );
  });
});

describe("a VPC's block", () => {
  const codesOf = (vpc: string): string[] => cidrFaults(vpc).map(({ code }) => code);

  it("fails when it is wider than /16 or narrower than /23", () => {
    fc.assert(
      fc.property(base, fc.integer({ min: 0, max: 32 }), (address, bits) => {
        const fits = bits >= 16 && bits <= 23;
        expect(codesOf(formatCidr({ address, prefix: bits }))).toEqual(fits ? [] : ["FY102"]);
      }),
    );
  });

  it("could not be narrower: six public subnets of /27 and six private ones don't fit a /24", () => {
    expect(12 * 2 ** (32 - 27)).toBeGreaterThan(2 ** (32 - 24));
  });

  it("fails when bits are set behind its prefix, and names the block that was meant", () => {
    expect(cidrFaults("10.0.0.1/16")).toEqual([
      expect.objectContaining({
        ...{ code: "FY103", subject: "cidrBlock", given: "10.0.0.1/16 (did you mean 10.0.0.0/16?)" },
      }),
    ]);
    expect(codesOf("010.0.0.0/16")).toEqual(["FY103"]);
    expect(codesOf("10.0.0.1/8")).toEqual(["FY102", "FY103"]);
  });

  it("fails when it is any other text", () => {
    const isBlock = (text: string): boolean => parseCidr(text) !== undefined;
    fc.assert(
      fc.property(
        fc.string().filter((text) => !isBlock(text)),
        (text) => {
          expect(codesOf(text)).toEqual(["FY101"]);
        },
      ),
    );
  });

  it("still gets a plan when it is refused, so that its network is complete enough to be judged", () => {
    fc.assert(fc.property(fc.string(), (text) => expect(blocksOf(text)).toHaveLength(12)));
    for (const odd of ["0.0.0.0/0", "0.0.0.0/32", "255.255.255.255/32"])
      expect(blocksOf(odd)).toHaveLength(12);
  });
});
