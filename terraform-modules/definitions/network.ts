import { problems } from "../../modules/errors";
import { networkCases } from "./cases/network";
import { naming } from "../inputs/naming";
import { networking } from "../inputs/networking";
import { one, pick } from "../inputs/pick";
import { ANY_NAT } from "../template/dimensions";
import type { ModuleDefinition } from "./definition";

/** Locals of whatever has zones. */
export const ZONE_LOCALS = {
  zone_slots: `{ for zone in var.zones : zone => lookup({ a = 0, b = 1, c = 2, d = 3, e = 4, f = 5 }, substr(zone, -1, 1), 0) }`,
};

/** What is known of the zones only once the region is. */
export const ZONE_PRECONDITIONS: ModuleDefinition["preconditions"] = {
  "aws_vpc.vpc": [
    {
      kind: problems.zoneInOtherRegion,
      condition: "alltrue([for zone in var.zones : startswith(zone, data.aws_region.current.id)])",
      given: "jsonencode(var.zones)",
      subject: "zones",
      fix: "use zones of that region, or pass a provider for another region",
    },
  ],
};

export const NETWORK_OUTPUTS: ModuleDefinition["outputs"] = {
  vpc_id: { description: "The VPC." },
  cidr_block: { description: "IPv4 block of the VPC.", value: "aws_vpc.vpc.cidr_block" },
  zones: { description: "Its zones, in the order of the subnets.", value: "var.zones" },
  public_subnet_ids: { description: "A public subnet for each zone; known once they have their routes." },
  private_subnet_ids: { description: "A private subnet for each zone; known once they have their routes." },
  nat_public_ips: {
    description: "Addresses that tasks come from, as others see them.",
    value: "[for address in aws_eip.nat_address : address.public_ip]",
  },
};

export const network: ModuleDefinition = {
  name: "network",
  title: "Network",
  summary:
    "A VPC with a public and a private subnet in each zone, an internet gateway, NAT, and a free gateway endpoint for S3. Its default security group is emptied.",
  cost: "Nothing with nat = none; about 37 USD for each NAT gateway with its address, and 0.045 USD a GB through it.",
  parts: ["network"],
  dimensions: [ANY_NAT],
  fixed: {},
  inputs: {
    name: one(naming, "name", { description: "Name tag of the VPC: 1 to 32 letters, digits and hyphens." }),
    ...pick(networking, "zones", "cidr_block", "nat"),
    ...pick(naming, "tags"),
  },
  locals: ZONE_LOCALS,
  outputs: NETWORK_OUTPUTS,
  preconditions: ZONE_PRECONDITIONS,
  ...networkCases,
};
