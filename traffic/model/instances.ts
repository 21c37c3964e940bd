import { UNKNOWN, type Resource, type Value } from "../terraform";
import { flag, written } from "./attributes";
import type { Subnet } from "./network";
import { partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { SecurityGroup } from "./security-groups";
import { ANYTHING, type Several } from "./several";
import type { Known, Truth } from "./truth";

/** A virtual machine, as far as routes that lead to it care: a NAT instance. */
export interface Instance extends Part {
  readonly subnet: Known<Subnet>;
  readonly securityGroups: Several<SecurityGroup>;
  /** True if it may pass on what is not meant for itself: its source/destination check is off. */
  readonly mayForward: Truth;
  readonly hasPublicAddress: Truth;
}

export function instance(resource: Resource, parts: Parts): Instance {
  const { values } = resource;
  const checks = flag(written(resource, "source_dest_check")) ?? true;
  return {
    ...partOf(resource),
    get subnet() {
      return parts.subnets.one(written(resource, "subnet_id")) ?? UNKNOWN;
    },
    get securityGroups() {
      return groupsOf(written(resource, "vpc_security_group_ids"), parts);
    },
    mayForward: checks === UNKNOWN || hasOwnInterface(values.network_interface) ? UNKNOWN : !checks,
    get hasPublicAddress() {
      return addressOf(resource, this, parts);
    },
  };
}

/** An instance without a group gets the VPC's default one. */
function groupsOf(value: Value, parts: Parts): Several<SecurityGroup> {
  const found = parts.securityGroups.several(value);
  return found.all.length === 0 ? ANYTHING : found;
}

/** An interface that is made apart has a check, and addresses, of its own. */
function hasOwnInterface(block: Value): boolean {
  return block !== undefined && block !== null && !(Array.isArray(block) && block.length === 0);
}

function addressOf(resource: Resource, self: Instance, parts: Parts): Truth {
  const associates = flag(written(resource, "associate_public_ip_address"));
  if (parts.owned.addresses.of(self).length > 0 || associates === true) return true;
  const maybe =
    parts.owned.addresses.maybeOf(self).length > 0 || hasOwnInterface(resource.values.network_interface);
  if (maybe || associates === UNKNOWN || self.subnet === UNKNOWN) return UNKNOWN;
  return associates ?? self.subnet.mapsPublicAddresses;
}
