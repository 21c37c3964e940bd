import fc from "fast-check";
import { canonicalCidr6 } from "../../../modules/network/cidr6";
import { SecurityGroup } from "../../../modules";
import { codesOf, synthesize } from "../../support/synthesize";
import { network } from "../../support/parts";

describe("an IPv6 block", () => {
  it.each([
    ["::/0", "::/0"],
    ["2001:DB8::/32", "2001:db8::/32"],
    ["2001:db8:0:0:0:0:0:1/128", "2001:db8::1/128"],
    ["2001:db8:0:1:0:0:0:0/64", "2001:db8:0:1::/64"],
    ["2001:db8::ffff/32", "2001:db8::/32"],
    ["2001:0db8:0a00::/40", "2001:db8:a00::/40"],
    ["fe80::1/9", "fe80::/9"],
    ["1:0:0:2:0:0:0:3/128", "1:0:0:2::3/128"],
    ["0:0:0:0:0:0:0:1/128", "::1/128"],
    ["10:20:30:40:50:60:70:80/128", "10:20:30:40:50:60:70:80/128"],
  ])("%s is stored as %s", (text, stored) => expect(canonicalCidr6(text)).toBe(stored));

  it.each([
    "",
    "::",
    "::/129",
    "1::2::3/64",
    "12345::/16",
    "10.0.0.0/8",
    "g::/16",
    "1:2:3:4:5:6:7:8:9/64",
    "1:2/8",
  ])("%j is none", (text) => expect(canonicalCidr6(text)).toBeUndefined());

  it("that is stored once is stored so again", () => {
    const hextets = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(hextets, fc.integer({ min: 0, max: 128 }), (groups, prefix) => {
        const text = `${groups.map((group) => group.toString(16)).join(":")}/${prefix}`;
        const stored = canonicalCidr6(text);
        expect(stored).toBeDefined();
        expect(canonicalCidr6(stored!)).toBe(stored);
      }),
    );
  });
});

describe("a security group", () => {
  const made = (build: (group: SecurityGroup) => void) =>
    synthesize((scope) =>
      build(
        new SecurityGroup(scope, "Group", { network: network(scope), name: "group", description: "group" }),
      ),
    );

  it("admits and reaches IPv6 blocks where they are named, with an id for each", () => {
    const stack = made((group) => {
      group.admitIpv6Block("2001:db8::/32", 443);
      group.admitIpv6Block("2001:db8:32::/48", 443);
      group.reachIpv6Block("::/0", 443, "out");
    });
    expect(stack.resources("aws_vpc_security_group_ingress_rule").map((one) => one.at("cidr_ipv6"))).toEqual([
      "2001:db8:32::/48",
      "2001:db8::/32",
    ]);
    expect(stack.only("aws_vpc_security_group_egress_rule").values).toMatchObject({
      cidr_ipv6: "::/0",
      ip_protocol: "tcp",
      from_port: 443,
      description: "out",
    });
  });

  it("opens no IPv6 in a network without it", () => {
    const stack = made((group) => group.admitInternet(80));
    expect(stack.only("aws_vpc_security_group_ingress_rule").at("cidr_ipv6")).toBeUndefined();
  });

  it("has 60 rules for IPv4 and 60 for IPv6: AWS counts them apart", () => {
    const codes = (ports: number, ipv6: boolean): string[] =>
      codesOf((scope) => {
        const group = new SecurityGroup(scope, "Group", {
          network: network(scope, { ipv6 }),
          name: "group",
          description: "group",
        });
        Array.from({ length: ports }, (_, port) => group.admitInternet(port + 1));
      });
    expect(codes(60, true)).toEqual([]);
    expect(codes(61, true)).toEqual(["FY205", "FY205"]);
    expect(codes(61, false)).toEqual(["FY205"]);
  });
});
