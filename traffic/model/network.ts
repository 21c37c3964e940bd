import { UNKNOWN, type Resource } from "../terraform";
import { flag, number, text, written } from "./attributes";
import { blockOf, type Block } from "./cidr";
import type { NetworkAcl } from "./network-acls";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { RouteTable } from "./routes";
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

export function vpc(resource: Resource, parts: Parts): Vpc {
  return {
    ...partOf(resource),
    block: blockIn(resource),
    get subnets() {
      return parts.routing.subnetsOf(this);
    },
  };
}

export function subnet(resource: Resource, parts: Parts): Subnet {
  const routeTable = once(() => parts.routing.tableOf(self));
  const networkAcl = once(() => parts.filtering.aclOf(self));
  const self: Subnet = {
    ...partOf(resource),
    zone:
      text(written(resource, "availability_zone")) ?? text(resource.values.availability_zone_id) ?? UNKNOWN,
    block: blockIn(resource),
    get vpc() {
      return parts.vpcs.one(resource.values.vpc_id) ?? UNKNOWN;
    },
    get routeTable() {
      return routeTable();
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
