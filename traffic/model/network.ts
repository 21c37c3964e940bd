import { UNKNOWN, type Resource } from "../terraform";
import { flag, number, text, written } from "./attributes";
import { blockOf, type Block } from "./cidr";
import type { NetworkAcl } from "./network-acls";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { RouteTable } from "./routes";
import type { Several } from "./several";
import type { Known } from "./truth";

export interface Vpc extends Part {
  readonly block: Known<Block>;
  readonly subnets: readonly Subnet[];
}

export interface Subnet extends Part {
  /** The Availability Zone's name or id, such as `us-east-1a`. */
  readonly zone: Known<string>;
  readonly block: Known<Block>;
  readonly vpc: Known<Vpc>;
  /** What routes its traffic: the table associated with it, otherwise the VPC's main table. */
  readonly routeTable: Known<RouteTable>;
  /** That table, or several of which nobody can say yet which it is. */
  readonly possibleRouteTables: Several<RouteTable>;
  /** What filters its traffic; undefined is the VPC's default, which lets everything pass. */
  readonly networkAcl: Known<NetworkAcl> | undefined;
  /** True if what starts here gets a public address, as far as it does not say otherwise. */
  readonly mapsPublicAddresses: Known<boolean>;
}

export interface InternetGateway extends Part {
  readonly vpc: Known<Vpc>;
}

export interface NatGateway extends Part {
  readonly subnet: Known<Subnet>;
  /** False for a gateway that leads to other private networks only. */
  readonly isPublic: Known<boolean>;
}

/** AWS made these, with routes and gateways of which Terraform knows nothing. */
const AWS_MADE = new Set(["aws_default_vpc", "aws_default_subnet"]);

function networkPart(resource: Resource): Part {
  const part = partOf(resource);
  return { ...part, open: part.open || AWS_MADE.has(resource.type) };
}

export function vpc(resource: Resource, parts: Parts): Vpc {
  return {
    ...networkPart(resource),
    block: blockIn(resource),
    get subnets() {
      return parts.routing.subnetsOf(this);
    },
  };
}

export function subnet(resource: Resource, parts: Parts): Subnet {
  const tables = once(() => parts.routing.tablesOf(self));
  const networkAcl = once(() => parts.filtering.aclOf(self));
  const self: Subnet = {
    ...networkPart(resource),
    zone:
      text(written(resource, "availability_zone")) ?? text(resource.values.availability_zone_id) ?? UNKNOWN,
    block: blockIn(resource),
    get vpc() {
      return parts.vpcs.one(resource.values.vpc_id) ?? UNKNOWN;
    },
    get routeTable() {
      const { all, among, open } = tables();
      return all[0] === undefined || among || open ? UNKNOWN : all[0];
    },
    get possibleRouteTables() {
      return tables();
    },
    get networkAcl() {
      return networkAcl();
    },
    mapsPublicAddresses: flag(written(resource, "map_public_ip_on_launch")) ?? false,
  };
  return self;
}

export function internetGateway(resource: Resource, parts: Parts): InternetGateway {
  return {
    ...partOf(resource),
    get vpc() {
      return parts.vpcs.one(written(resource, "vpc_id") ?? parts.routing.attachedTo(this)) ?? UNKNOWN;
    },
  };
}

export function natGateway(resource: Resource, parts: Parts): NatGateway {
  const connectivity = text(written(resource, "connectivity_type")) ?? "public";
  return {
    ...partOf(resource),
    get subnet() {
      return parts.subnets.one(resource.values.subnet_id) ?? UNKNOWN;
    },
    isPublic: connectivity === UNKNOWN ? UNKNOWN : connectivity === "public",
  };
}

/** IPAM chooses the block where a netmask length is given. */
function blockIn(resource: Resource): Known<Block> {
  const cidr = text(written(resource, "cidr_block"));
  if (cidr === undefined || cidr === UNKNOWN || number(resource.values.ipv4_netmask_length) !== undefined)
    return UNKNOWN;
  return blockOf(cidr) ?? UNKNOWN;
}
