import { table } from "./row";

const SUBNETS = "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html";
const ZONES = "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html";

/** FY1: VPC, zones, NAT. */
export const network = table({
  FY101: {
    subject: "cidrBlock",
    allowed: "is an IPv4 block written a.b.c.d/n",
    fix: "write four numbers from 0 to 255 and a prefix length, such as 10.0.0.0/16",
    page: SUBNETS,
  },
  FY102: {
    subject: "cidrBlock",
    allowed:
      "is /16 to /23: AWS takes no VPC above /16, and below /23 six zones don't fit (a load balancer needs /27 subnets)",
    fix: "choose a prefix length from 16 to 23",
    page: SUBNETS,
  },
  FY103: {
    subject: "cidrBlock",
    allowed: "has no address bits set behind its prefix",
    fix: "use the block's first address, or AWS stores another value than yours and every plan shows a change",
    page: SUBNETS,
  },
  FY104: {
    subject: "zones",
    allowed: "names at least 1 Availability Zone",
    fix: "list the zones, such as us-east-1a and us-east-1b",
    page: ZONES,
  },
  FY105: {
    subject: "a zone",
    allowed: "is an Availability Zone from a to f, such as us-east-1a",
    fix: "write region and letter; Local Zones, Wavelength Zones and zone ids (use1-az1) have no address slot",
    page: ZONES,
  },
  FY106: {
    subject: "zones",
    allowed: "names each zone once",
    fix: "remove the repeated zone",
    page: ZONES,
  },
  FY107: {
    subject: "zones",
    allowed: "lie in the region of the stack's AWS provider",
    fix: "use zones of that region, or change the region",
    page: ZONES,
  },
  FY108: {
    subject: "zones",
    allowed: "are literal: they decide which resources exist",
    fix: "write the zones in code; a Terraform variable is not known until the plan",
    page: "https://developer.hashicorp.com/terraform/cdktf/concepts/tokens",
  },
  FY109: {
    subject: "nat",
    allowed: "is none, single or per-zone",
    fix: "choose one of the three",
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
  },
  FY110: {
    subject: "NAT gateways",
    allowed: "take one Elastic IP address each, and a region has 5 by default",
    fix: 'use nat "single", or fewer zones, or raise quota elasticIpsPerRegion once AWS has raised it',
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  },
  FY111: {
    subject: "VPCs",
    allowed: "are 5 in a region by default",
    fix: "share one Network between services, or raise quota vpcsPerRegion once AWS has raised it",
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  },
});
