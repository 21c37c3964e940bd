import type { Fault } from "../errors";
import { fault, problems, requireThat } from "../errors";
import { reservedFaults, slots } from "./address-plan";
import { formatCidr, overlap, parseCidr } from "./cidr";

/** A subnet has to be /28 or larger, and each zone owns an eighth of the block. */
const NARROWEST_BLOCK = 25;
const WIDEST_BLOCK = 16;
const KEPT_BY_AWS = 5;

/**
 * Which ranges AWS joins in one VPC. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 *
 * | Range               | Joins                                                 |
 * | ------------------- | ----------------------------------------------------- |
 * | each of RFC 1918    | itself, 100.64.0.0/10, publicly routable              |
 * | 198.19.0.0/16       | itself, 100.64.0.0/10, publicly routable              |
 * | 100.64.0.0/10, else | 100.64.0.0/10, publicly routable                      |
 */
const CLOSED_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16"];

/** The private subnets' blocks of each zone slot from 0 to 5 in a block that was added to a VPC. */
export function growthBlocks(cidrBlock: string): readonly string[] {
  const { address, prefix } = parseCidr(cidrBlock) ?? { address: 0, prefix: WIDEST_BLOCK };
  return slots(address, prefix + 3);
}

/** Addresses that tasks can have in one zone's part of a block that was added. */
export function growthAddresses(cidrBlock: string): number {
  return 2 ** (32 - (parseCidr(cidrBlock)?.prefix ?? WIDEST_BLOCK) - 3) - KEPT_BY_AWS;
}

/**
 * What is wrong with blocks that are added to a VPC. The VPC's own block is undefined if it is a Terraform token; an
 * added block that is one is not known, and it decides which resources exist.
 */
export function growthFaults(
  added: readonly (string | undefined)[],
  own: string | undefined,
  most: number,
): Fault[] {
  const known = added.filter((block) => block !== undefined);
  return [
    ...requireThat(known.length === added.length, problems.additionalCidrBlocksUnknown, "a Terraform token"),
    ...requireThat(added.length < most, problems.additionalCidrBlockQuota, `${added.length} beside its own`),
    ...known.flatMap((block, position) => {
      const others = [...(own === undefined ? [] : [own]), ...known.slice(0, position)];
      return isBlock(block)
        ? neighbourFaults(block, others, own)
        : [fault(problems.additionalCidrBlock, block)];
    }),
  ];
}

function isBlock(block: string): boolean {
  const cidr = parseCidr(block);
  if (cidr === undefined || formatCidr(cidr) !== block) return false;
  return cidr.prefix >= WIDEST_BLOCK && cidr.prefix <= NARROWEST_BLOCK;
}

function neighbourFaults(block: string, others: readonly string[], own: string | undefined): Fault[] {
  const reserved = reservedFaults(block);
  if (reserved.length > 0) return reserved;
  const other = others.find((one) => overlap(block, one));
  if (other !== undefined)
    return [fault(problems.additionalCidrBlockOverlaps, `${block} in or around ${other}`)];
  return requireThat(
    own === undefined || joins(own, block),
    problems.additionalCidrBlockRange,
    `${block} beside ${own ?? ""}`,
  );
}

function joins(own: string, block: string): boolean {
  const isLow = overlap(own, "10.0.0.0/15") && overlap(block, "10.0.0.0/16");
  const range = CLOSED_RANGES.find((one) => overlap(one, block));
  return !isLow && (range === undefined || overlap(range, own));
}
