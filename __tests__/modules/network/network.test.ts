import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Network } from "../../../modules";
import { newApp, synthesize, type Synthesized } from "../../support/synthesize";
import { network, ZONES } from "../../support/parts";

const THREE = [...ZONES, "us-east-1c"];
const route = (stack: Synthesized, name: string) => stack.named("aws_route", `Network_${name}`);

describe("a network in two zones", () => {
  const stack = synthesize((scope) => network(scope));
  const vpc = stack.only("aws_vpc");
  const internetRoute = route(stack, "InternetRoute");

  it("has one VPC with DNS, named after the stack", () => {
    expect(vpc.values).toEqual({
      cidr_block: "10.0.0.0/16",
      enable_dns_hostnames: true,
      enable_dns_support: true,
      tags: { Name: "test" },
    });
  });

  it("has a public and a private subnet a zone, none of which gives public addresses away", () => {
    const subnets = stack.resources("aws_subnet");
    expect(
      subnets.map((subnet) => [
        subnet.at("availability_zone"),
        subnet.at("tags.Name"),
        subnet.at("cidr_block"),
      ]),
    ).toEqual([
      ["us-east-1a", "PrivateSubnet-1", "10.0.0.0/19"],
      ["us-east-1a", "PublicSubnet-1", "10.0.192.0/22"],
      ["us-east-1b", "PrivateSubnet-2", "10.0.32.0/19"],
      ["us-east-1b", "PublicSubnet-2", "10.0.196.0/22"],
    ]);
    expect(subnets.map((subnet) => subnet.at("map_public_ip_on_launch"))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(subnets.every((subnet) => subnet.at("vpc_id") === vpc.ref("id"))).toBe(true);
  });

  it("empties the default security group", () => {
    const { values } = stack.only("aws_default_security_group");
    expect(values).toEqual({ vpc_id: vpc.ref("id"), ingress: [], egress: [] });
  });

  it("sends the public subnets to the internet gateway, and only them", () => {
    const table = stack.named("aws_route_table", "Network_PublicRouteTable");
    expect(internetRoute.values).toEqual({
      route_table_id: table.ref("id"),
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: stack.only("aws_internet_gateway").ref("id"),
    });
    const users = stack
      .resources("aws_route_table_association")
      .filter((association) => association.at("route_table_id") === table.ref("id"));
    expect(users.map(({ id }) => id)).toEqual([
      expect.stringContaining("us-east-1a_PublicRoutes"),
      expect.stringContaining("us-east-1b_PublicRoutes"),
    ]);
  });

  it("gives each private subnet a route table of its own", () => {
    for (const zone of ZONES) {
      const table = stack.named("aws_route_table", `Network_${zone}`);
      const subnet = stack.named("aws_subnet", `Network_${zone}_PrivateSubnet`);
      const association = stack.named("aws_route_table_association", `Network_${zone}_PrivateRoutes`);
      expect(association.values).toMatchObject({
        subnet_id: subnet.ref("id"),
        route_table_id: table.ref("id"),
      });
    }
    expect(stack.resources("aws_route_table")).toHaveLength(3);
  });

  it.each(["aws_subnet", "aws_route_table", "aws_eip", "aws_nat_gateway"])(
    "lets go of each %s only after those that use it have changed",
    (type) => {
      for (const resource of stack
        .resources(type)
        .filter(({ address }) => !address.includes("_PublicRouteTable")))
        expect(resource.at("lifecycle")).toEqual({ create_before_destroy: true });
    },
  );

  it("reaches S3 by a gateway endpoint from the private tables, which costs nothing", () => {
    const endpoint = stack.only("aws_vpc_endpoint");
    expect(endpoint.at("service_name")).toBe("com.amazonaws.us-east-1.s3");
    expect(endpoint.at("vpc_endpoint_type")).toBe("Gateway");
    const tables = stack
      .resources("aws_vpc_endpoint_route_table_association")
      .map((each) => each.at("route_table_id"));
    expect(tables).toEqual(ZONES.map((zone) => stack.named("aws_route_table", `Network_${zone}`).ref("id")));
  });

  it("makes the NAT gateway and its address only once the VPC has its internet gateway", () => {
    const gateway = [stack.only("aws_internet_gateway").address];
    expect(stack.only("aws_nat_gateway").list("depends_on")).toEqual(gateway);
    expect(stack.only("aws_eip").list("depends_on")).toEqual(gateway);
  });

  it("routes private subnets to NAT only once the public subnets reach the internet", () => {
    const ready = [
      internetRoute.address,
      ...ZONES.map(
        (zone) => stack.named("aws_route_table_association", `Network_${zone}_PublicRoutes`).address,
      ),
    ];
    for (const zone of ZONES) expect(route(stack, `${zone}_NatRoute`).list("depends_on")).toEqual(ready);
  });
});

describe("NAT", () => {
  const withNat = (nat: "none" | "single" | "per-zone"): Synthesized =>
    synthesize((scope) => network(scope, { zones: THREE, nat }));
  const gatewayOf = (stack: Synthesized, zone: string) => stack.named("aws_nat_gateway", `Network_${zone}`);

  it("none makes no gateway, no address and no way out of the private subnets", () => {
    const stack = withNat("none");
    expect(stack.resources("aws_nat_gateway")).toEqual([]);
    expect(stack.resources("aws_eip")).toEqual([]);
    expect(stack.resources("aws_route")).toHaveLength(1);
  });

  it("single makes one gateway in the first zone, and every zone goes through it", () => {
    const stack = withNat("single");
    const gateway = stack.only("aws_nat_gateway");
    expect(gateway.at("subnet_id")).toBe(
      stack.named("aws_subnet", "Network_us-east-1a_PublicSubnet").ref("id"),
    );
    expect(gateway.at("allocation_id")).toBe(stack.only("aws_eip").ref("id"));
    for (const zone of THREE)
      expect(route(stack, `${zone}_NatRoute`).at("nat_gateway_id")).toBe(gateway.ref("id"));
  });

  it("per-zone makes a gateway and an address a zone, and no zone needs another", () => {
    const stack = withNat("per-zone");
    expect(stack.resources("aws_eip")).toHaveLength(3);
    for (const zone of THREE) {
      const gateway = gatewayOf(stack, zone);
      expect(gateway.at("subnet_id")).toBe(
        stack.named("aws_subnet", `Network_${zone}_PublicSubnet`).ref("id"),
      );
      expect({ ...route(stack, `${zone}_NatRoute`).values, depends_on: undefined }).toEqual({
        route_table_id: stack.named("aws_route_table", `Network_${zone}`).ref("id"),
        destination_cidr_block: "0.0.0.0/0",
        nat_gateway_id: gateway.ref("id"),
      });
    }
  });
});

describe("a zone that is added", () => {
  const subnets = (zones: string[]): Map<string, unknown> =>
    new Map(
      synthesize((scope) => network(scope, { zones }))
        .resources("aws_subnet")
        .map(({ address, values }) => [address, values]),
    );

  it.each([[["us-east-1f", "us-east-1a"]], [["us-east-1b", "us-east-1d"]], [THREE]])(
    "never changes the subnets of the others: %j",
    (zones) => {
      const all = subnets([
        "us-east-1a",
        "us-east-1b",
        "us-east-1c",
        "us-east-1d",
        "us-east-1e",
        "us-east-1f",
      ]);
      expect(all.size).toBe(12);
      for (const [address, values] of subnets(zones)) expect(all.get(address)).toEqual(values);
    },
  );
});

describe("a VPC whose block is set at deploy time", () => {
  const stack = synthesize((scope) => {
    const block = new TerraformVariable(scope, "block", { type: "string" }).stringValue;
    expect(network(scope, { cidrBlock: block }).usablePrivateAddresses).toBeUndefined();
  });

  it("is divided by Terraform into the very same slots", () => {
    expect(stack.only("aws_vpc").at("cidr_block")).toBe("${var.block}");
    const length = 'element(split("/", var.block), 1)';
    const bits = {
      private: `lookup({"23" = 4}, ${length}, 3)`,
      public: `lookup({"22" = 5, "23" = 4}, ${length}, 6)`,
    };
    const numbers = (slot: number) =>
      `lookup({"22" = ${24 + slot}, "23" = ${8 + slot}}, ${length}, ${48 + slot})`;
    expect(stack.resources("aws_subnet").map((subnet) => subnet.at("cidr_block"))).toEqual([
      `\${cidrsubnet(var.block, ${bits.private}, 0)}`,
      `\${cidrsubnet(var.block, ${bits.public}, ${numbers(0)})}`,
      `\${cidrsubnet(var.block, ${bits.private}, 1)}`,
      `\${cidrsubnet(var.block, ${bits.public}, ${numbers(1)})}`,
    ]);
  });
});

describe("a network in a stack that is not ours", () => {
  it("takes its region from its zones", () => {
    const stack = new TerraformStack(newApp(), "plain");
    new Network(stack, "Network", { zones: ["eu-west-1a"] });
    expect(Testing.synth(stack)).toContain("com.amazonaws.eu-west-1.s3");
  });
});
