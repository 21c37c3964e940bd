import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import type { ITerraformDependable } from "cdktf";
import { idPart, literal } from "../foundation";
import { growthBlocks } from "./growth-plan";
import type { Network } from "./network";
import type { Growth } from "./zone";

/** A block beside the VPC's own, and what makes it there. */
export interface AddedBlock {
  readonly block: string;
  readonly association: ITerraformDependable;
}

/** Gives a VPC more blocks. What is no text, or has nothing for an id, has been reported. */
export function addBlocks(network: Network, asked: readonly string[]): readonly AddedBlock[] {
  const known = [...new Set(literal(asked))].filter(
    (block) => typeof block === "string" && idPart(network, block) !== "",
  );
  return known.map((block) => ({
    block,
    association: new VpcIpv4CidrBlockAssociation(network, `Block-${idPart(network, block)}`, {
      vpcId: network.vpcId,
      cidrBlock: block,
    }),
  }));
}

/** A zone's part of each added block. */
export function growthIn(slot: number, added: readonly AddedBlock[]): readonly Growth[] {
  return added.map(({ block, association }) => ({
    vpcBlock: block,
    block: growthBlocks(block)[slot] ?? block,
    association,
  }));
}
