import { problems } from "../../modules/errors";
import { oneOf, text, type Input } from "./input";

/** A network of a module's own, or the parts of one that stands. */
export const networking: Record<string, Input> = {
  cidr_block: {
    type: "string",
    description: "IPv4 block of the VPC, /16 to /23. A change replaces everything.",
    default: "10.0.0.0/16",
    rules: [
      {
        kind: problems.cidrBlockSyntax,
        condition: 'can(cidrhost(var.cidr_block, 0)) && can(regex("^[0-9.]+/[0-9]+$", var.cidr_block))',
        given: "jsonencode(var.cidr_block)",
        bad: { cidr_block: "10.0.0/16" },
      },
      {
        kind: problems.cidrBlockSize,
        condition:
          'try(tonumber(split("/", var.cidr_block)[1]) >= 16 && tonumber(split("/", var.cidr_block)[1]) <= 23, true)',
        given: "var.cidr_block",
        bad: { cidr_block: "10.0.0.0/24" },
      },
      {
        kind: problems.cidrBlockHostBits,
        condition: "try(cidrsubnet(var.cidr_block, 0, 0) == var.cidr_block, true)",
        given: "var.cidr_block",
        bad: { cidr_block: "10.0.7.0/16" },
      },
      {
        ...text(problems.reservedCidrBlock, "var.cidr_block", "", { cidr_block: "127.0.0.0/16" }),
        condition: '!can(regex("^(0|127|22[4-9]|2[345][0-9])[.]|^169[.]254[.]", var.cidr_block))',
      },
    ],
  },
  zones: {
    type: "list(string)",
    description:
      "Availability Zones, such as us-east-1a: a public and a private subnet in each. Each letter from a to f owns its addresses, so zones can be added and removed at any time; keep the first one first, as a single NAT gateway stands there.",
    rules: [
      {
        kind: problems.zonesMissing,
        condition: "length(var.zones) > 0",
        given: "length(var.zones)",
        bad: { zones: [] },
      },
      {
        kind: problems.zoneName,
        condition: 'alltrue([for zone in var.zones : can(regex("^[a-z]{2}(-[a-z]+)+-[0-9][a-f]$", zone))])',
        given: "jsonencode(var.zones)",
        subject: "each of zones",
        bad: { zones: ["use1-az1", "us-east-1b"] },
      },
      {
        kind: problems.zoneTwice,
        condition: "length(distinct(var.zones)) == length(var.zones)",
        given: "jsonencode(var.zones)",
        bad: { zones: ["us-east-1a", "us-east-1a", "us-east-1b"] },
      },
      {
        kind: problems.zoneInOtherRegion,
        condition: 'length(distinct([for zone in var.zones : try(replace(zone, "/[a-z]$/", ""), "")])) <= 1',
        given: "jsonencode(var.zones)",
        subject: "zones",
        bad: { zones: ["us-east-1a", "us-west-2b"] },
      },
    ],
  },
  nat: {
    type: "string",
    description:
      "NAT gateways, by which private subnets reach the internet: none; single, in the first zone and for all; per-zone, which goes on when a zone is lost. A gateway costs about 37 USD a month with its address (us-east-1), and 0.045 USD a GB. A change moves routes, and replaces nothing else.",
    default: "single",
    rules: [
      {
        ...oneOf(problems.natMode, "var.nat", ["none", "single", "per-zone"], { nat: "two" }),
        allowed: "is none, single or per-zone",
        fix: "choose one of the three",
      },
    ],
  },
  vpc_id: {
    type: "string",
    description: "VPC, such as the vpc_id of module network.",
    rules: [
      {
        ...text(problems.vpcId, "var.vpc_id", "^vpc-([0-9a-f]{8}|[0-9a-f]{17})$", { vpc_id: "shop" }),
        fix: "pass the id of a VPC",
      },
    ],
  },
  subnet_ids: {
    type: "list(string)",
    description: "Subnets of the VPC, each in a zone of its own.",
    rules: [
      {
        kind: problems.existingSubnetTwice,
        condition: "length(distinct(var.subnet_ids)) == length(var.subnet_ids)",
        given: "jsonencode(var.subnet_ids)",
        subject: "subnet_ids",
        bad: {
          subnet_ids: ["subnet-00000000000000001", "subnet-00000000000000001", "subnet-00000000000000002"],
        },
      },
      {
        kind: problems.subnetId,
        condition:
          'alltrue([for id in var.subnet_ids : can(regex("^subnet-([0-9a-f]{8}|[0-9a-f]{17})$", id))])',
        given: "jsonencode(var.subnet_ids)",
        subject: "each of subnet_ids",
        fix: "pass the ids of subnets",
        bad: { subnet_ids: ["public-a", "public-b"] },
      },
    ],
  },
};
