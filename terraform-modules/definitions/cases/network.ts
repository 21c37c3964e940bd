import type { ModuleDefinition } from "../definition";

type Cases = Pick<ModuleDefinition, "least" | "examples" | "shapes">;

const least = { name: "shop", zones: ["us-east-1a", "us-east-1b"] };

export const networkCases: Cases = {
  least,
  examples: [
    {
      name: "two-zones",
      title: "A network in two zones with one NAT gateway.",
      inputs: least,
      outputs: ["vpc_id", "public_subnet_ids", "private_subnet_ids"],
    },
    {
      name: "three-zones",
      title: "A network in three zones that goes on when one of them is lost.",
      inputs: {
        name: "shop",
        zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
        cidr_block: "10.20.0.0/16",
        nat: "per-zone",
        tags: { team: "shop" },
      },
      outputs: ["vpc_id", "nat_public_ips"],
    },
  ],
  shapes: [
    {
      name: "two_zones",
      holds: {
        "a public subnet in each zone": "length(aws_subnet.public_subnet) == 2",
        "a private subnet in each zone": "length(aws_subnet.private_subnet) == 2",
        "one NAT gateway, in the first zone": 'keys(aws_nat_gateway.nat_gateway) == ["us-east-1a"]',
        "a route to it from every zone": "length(aws_route.nat_route) == 2",
      },
    },
    {
      name: "six_zones",
      inputs: {
        zones: ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`),
        nat: "per-zone",
      },
      holds: {
        "a NAT gateway in each zone": "length(aws_nat_gateway.nat_gateway) == 6",
        "no address twice":
          "length(distinct(concat([for subnet in aws_subnet.public_subnet : subnet.cidr_block], [for subnet in aws_subnet.private_subnet : subnet.cidr_block]))) == 12",
      },
    },
    {
      name: "a_zone_owns_its_addresses",
      inputs: { zones: ["us-east-1c", "us-east-1a"], cidr_block: "10.20.0.0/16" },
      holds: {
        "slot 2 of zone c": 'aws_subnet.private_subnet["us-east-1c"].cidr_block == "10.20.64.0/19"',
        "slot 0 of zone a": 'aws_subnet.public_subnet["us-east-1a"].cidr_block == "10.20.192.0/22"',
        "a single NAT gateway in the first zone": 'keys(aws_nat_gateway.nat_gateway) == ["us-east-1c"]',
      },
    },
    {
      name: "the_smallest_block",
      inputs: { cidr_block: "10.20.4.0/23" },
      holds: {
        "public subnets that a load balancer may stand in":
          'aws_subnet.public_subnet["us-east-1b"].cidr_block == "10.20.5.32/27"',
        "private ones of the same size":
          'aws_subnet.private_subnet["us-east-1b"].cidr_block == "10.20.4.32/27"',
      },
    },
    {
      name: "tags_beside_names",
      inputs: { tags: { team: "shop", Name: "other" } },
      holds: {
        "everything has them": 'aws_internet_gateway.internet_gateway.tags["team"] == "shop"',
        "the name stays": 'aws_vpc.vpc.tags["Name"] == "shop"',
      },
    },
    {
      name: "no_nat",
      inputs: { nat: "none" },
      holds: {
        "no NAT gateway": "length(aws_nat_gateway.nat_gateway) == 0",
        "no address for it": "length(aws_eip.nat_address) == 0",
        "no route to it": "length(aws_route.nat_route) == 0",
      },
    },
  ],
};
