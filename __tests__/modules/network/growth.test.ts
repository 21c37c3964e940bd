import fc from "fast-check";
import { growthAddresses, growthBlocks, growthFaults } from "../../../modules/network/growth-plan";
import { overlap } from "../../../modules/network/cidr";
import { Cluster, LoadBalancer, type NetworkProps } from "../../../modules";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";
import { network, service, ZONES } from "../../support/parts";

const made = (props: Partial<NetworkProps>): Synthesized =>
  synthesize((scope) => {
    const home = network(scope, props);
    service(scope, new Cluster(scope, "Cluster", { network: home }));
    new LoadBalancer(scope, "Door", { network: home, scheme: "internal" });
  });

describe("a block that is added to a VPC", () => {
  const stack = made({ additionalCidrBlocks: ["100.64.0.0/16"], nat: "instance" });
  const grown = stack.resources("aws_subnet").filter((one) => one.text("cidr_block").startsWith("100."));

  it("gives each zone another private subnet, in its own slot", () => {
    expect(
      grown.map((one) => [one.at("availability_zone"), one.at("cidr_block"), one.at("tags.Name")]),
    ).toEqual([
      ["us-east-1a", "100.64.0.0/19", "PrivateSubnet-1-100-64-0-0-16"],
      ["us-east-1b", "100.64.32.0/19", "PrivateSubnet-2-100-64-0-0-16"],
    ]);
  });

  it("is there before its subnets, which route like the zone's first", () => {
    const block = stack.only("aws_vpc_ipv4_cidr_block_association");
    expect(block.at("cidr_block")).toBe("100.64.0.0/16");
    grown.forEach((subnet, index) => {
      expect(subnet.list("depends_on")).toEqual([block.address]);
      const routes = stack
        .resources("aws_route_table_association")
        .filter((one) => one.at("subnet_id") === subnet.ref("id"));
      const table = stack.named("aws_route_table", `Network_${ZONES[index]}`);
      expect(routes.map((one) => one.at("route_table_id"))).toEqual([table.ref("id")]);
    });
  });

  it("is for tasks; a load balancer has one subnet a zone", () => {
    const subnets = stack.only("aws_ecs_service").list("network_configuration.subnets");
    expect(subnets).toHaveLength(4);
    expect(subnets).toEqual(expect.arrayContaining(grown.map((one) => one.ref("id"))));
    expect(stack.only("aws_lb").list("subnets")).toHaveLength(2);
  });

  it("is forwarded by a NAT instance", () => {
    const admitted = stack.resources("aws_vpc_security_group_ingress_rule").map((one) => one.at("cidr_ipv4"));
    expect(admitted).toEqual(expect.arrayContaining(["100.64.0.0/19", "100.64.32.0/19"]));
  });

  it("only adds", () => {
    const before = made({ nat: "instance" });
    expect(stack.addresses()).toEqual(expect.arrayContaining(before.addresses()));
    for (const type of ["aws_vpc", "aws_route_table", "aws_internet_gateway"])
      expect(stack.at(`resource.${type}`)).toEqual(before.at(`resource.${type}`));
  });

  it("makes room for more tasks", () => {
    const codes = (additionalCidrBlocks: string[]): string[] =>
      codesOf((scope) => {
        const home = network(scope, { cidrBlock: "10.0.0.0/23", additionalCidrBlocks });
        service(scope, new Cluster(scope, "Cluster", { network: home }), { desiredCount: 40 });
      });
    expect(codes([])).toEqual(["FY419"]);
    expect(codes(["10.1.0.0/20"])).toEqual([]);
  });

  it.each([
    [4, 3, 16],
    [5, 2, 15],
    [6, 1, 12],
    [5, 3, 20],
    [6, 2, 18],
    [6, 4, 30],
  ])(
    "makes, in %d zones with %d blocks, %d subnets, of which a service takes 16",
    (zones, blocks, subnets) => {
      const codes = codesOf((scope) => {
        const home = network(scope, {
          zones: [..."abcdef"].slice(0, zones).map((letter) => `us-east-1${letter}`),
          additionalCidrBlocks: [64, 65, 66, 67].slice(0, blocks).map((number) => `100.${number}.0.0/16`),
        });
        expect(home.taskSubnetIds).toHaveLength(subnets);
        service(scope, new Cluster(scope, "Cluster", { network: home }));
      });
      expect(codes).toEqual(subnets > 16 ? ["FY498"] : []);
    },
  );

  it("goes only after tasks have left its subnets", () => {
    for (const one of stack.resources("aws_subnet"))
      expect(one.at("lifecycle")).toEqual({ create_before_destroy: true });
  });
});

describe("added blocks", () => {
  const codes = (own: string | undefined, ...added: string[]): string[] =>
    growthFaults(added, own, 5).map(({ code }) => code);

  it.each<[string, string, string[]]>([
    ["10.0.0.0/16", "100.64.0.0/16", []],
    ["10.0.0.0/16", "10.2.0.0/16", []],
    ["10.1.0.0/16", "10.0.0.0/16", ["FY128"]],
    ["10.0.0.0/16", "172.16.0.0/16", ["FY128"]],
    ["172.16.0.0/16", "172.20.0.0/16", []],
    ["192.168.0.0/16", "198.19.0.0/16", ["FY128"]],
    ["100.64.0.0/16", "10.0.0.0/16", ["FY128"]],
    ["10.0.0.0/16", "10.0.16.0/20", ["FY127"]],
    ["10.0.0.0/16", "10.2.0.1/16", ["FY126"]],
    ["10.0.0.0/16", "10.2.0.0/15", ["FY126"]],
    ["10.0.0.0/16", "ten", ["FY126"]],
    ["10.0.0.0/16", "127.0.0.0/16", ["FY112"]],
    ["10.0.0.0/16", "240.0.0.0/16", ["FY112"]],
  ])("beside %s: %s leads to %j", (own, block, expected) => expect(codes(own, block)).toEqual(expected));

  it("fail when two share addresses", () => {
    expect(codes("10.0.0.0/16", "100.64.0.0/16", "100.64.128.0/20")).toEqual(["FY127"]);
  });

  it("are not compared with a VPC block that nobody knows yet", () => {
    expect(codes(undefined, "192.168.0.0/16")).toEqual([]);
  });

  it("are divided into six parts that don't overlap, each with room for tasks", () => {
    const blocks = fc
      .tuple(fc.integer({ min: 64, max: 127 }), fc.integer({ min: 16, max: 25 }))
      .map(([second, prefix]) => `100.${second}.0.0/${prefix}`);
    fc.assert(
      fc.property(blocks, (block) => {
        const parts = growthBlocks(block);
        expect(new Set(parts).size).toBe(6);
        for (const part of parts) expect(overlap(part, block)).toBe(true);
        parts.forEach((part, index) =>
          parts.slice(index + 1).forEach((other) => expect(overlap(part, other)).toBe(false)),
        );
        expect(growthAddresses(block)).toBeGreaterThanOrEqual(11);
      }),
    );
  });
});

describe("a VPC's own block", () => {
  it.each(["0.0.0.0/16", "127.0.0.0/16", "169.254.0.0/16", "224.0.0.0/16", "239.255.0.0/16", "240.0.0.0/20"])(
    "fails when it is %s, where no host has an address",
    (cidrBlock) => expect(codesOf((scope) => network(scope, { cidrBlock }))).toEqual(["FY112"]),
  );

  it.each(["10.0.0.0/16", "100.64.0.0/20", "172.31.0.0/16", "192.168.0.0/20", "52.0.0.0/16"])(
    "may be %s",
    (cidrBlock) => expect(codesOf((scope) => network(scope, { cidrBlock }))).toEqual([]),
  );
});
