import type { Fault } from "../errors";
import { fault, problems, requireThat } from "../errors";
import { formatCidr, overlap, parseCidr } from "./cidr";

/**
 * How a VPC is divided, for ever: each zone letter from a to f owns one private and one public slot, whether it is in
 * use or not, so that another zone never moves a subnet.
 *
 * | VPC        | private, a zone | public, a zone | kept free  |
 * | ---------- | --------------- | -------------- | ---------- |
 * | /16 to /21 | VPC + 3         | VPC + 6        | 1/8 or more |
 * | /22        | /25             | /27            | 2 slots of /27 |
 * | /23        | /27             | /27            | 2 slots of each |
 *
 * A load balancer needs subnets of /27 or more, which is what makes /23 the smallest VPC with room for six zones.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export interface AddressPlan {
  /** CIDR block of the private subnet of each slot from 0 to 5. */
  readonly privateBlocks: readonly string[];
  /** CIDR block of the public subnet of each slot from 0 to 5. */
  readonly publicBlocks: readonly string[];
  /** Addresses that tasks can have in one private subnet: AWS keeps 5 of each subnet. */
  readonly usablePrivateAddresses: number;
}

export const SLOTS = 6;
const SLOTS_WITH_SPARE = 8;
const SMALLEST_PUBLIC = 27;
const WIDEST_VPC = 16;
const NARROWEST_VPC = 23;
const KEPT_BY_AWS = 5;

/**
 * This network, loopback, link local, multicast and reserved: no addresses for hosts.
 * https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
const RESERVED = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4"];

/** Everything that is wrong with a VPC's CIDR block. */
export function cidrFaults(cidrBlock: string): Fault[] {
  const cidr = parseCidr(cidrBlock);
  if (cidr === undefined) return [fault(problems.cidrBlockSyntax, cidrBlock)];
  const canonical = formatCidr(cidr);
  return [
    ...(cidr.prefix < WIDEST_VPC || cidr.prefix > NARROWEST_VPC
      ? [fault(problems.cidrBlockSize, cidrBlock)]
      : []),
    ...(canonical === cidrBlock
      ? []
      : [fault(problems.cidrBlockHostBits, `${cidrBlock} (did you mean ${canonical}?)`)]),
  ];
}

/** A block in a range that no VPC can have. */
export function reservedFaults(cidrBlock: string): Fault[] {
  const range = RESERVED.find((one) => overlap(one, cidrBlock));
  return requireThat(range === undefined, problems.reservedCidrBlock, `${cidrBlock} in ${range ?? ""}`);
}

/** The plan of a sound CIDR block. */
export function addressPlan(cidrBlock: string): AddressPlan {
  const { address, prefix } = parseCidr(cidrBlock) ?? { address: 0, prefix: WIDEST_VPC };
  const total = 2 ** (32 - prefix);
  const publicPrefix = Math.min(prefix + 6, SMALLEST_PUBLIC);
  const publicArea = SLOTS_WITH_SPARE * 2 ** (32 - publicPrefix);
  const publicFirst = address + total - Math.max(total / 4, publicArea);
  const eighth = 2 ** (32 - prefix - 3);
  const privatePrefix = address + SLOTS * eighth <= publicFirst ? prefix + 3 : prefix + 4;
  return {
    privateBlocks: slots(address, privatePrefix),
    publicBlocks: slots(publicFirst, publicPrefix),
    usablePrivateAddresses: 2 ** (32 - privatePrefix) - KEPT_BY_AWS,
  };
}

/** The blocks of the slots from 0 to 5, one after the other. */
export function slots(address: number, prefix: number): string[] {
  return Array.from({ length: SLOTS }, (_, slot) =>
    formatCidr({ address: address + slot * 2 ** (32 - prefix), prefix }),
  );
}
