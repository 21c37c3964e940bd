import { Fn, Token } from "cdktf";
import { addressPlan } from "./address-plan";

/** The blocks of a slot's two subnets. */
export interface SlotBlocks {
  readonly privateBlock: string;
  readonly publicBlock: string;
}

/** From a VPC's block that is known now. */
export function planned(cidrBlock: string): (slot: number) => SlotBlocks {
  const { privateBlocks, publicBlocks } = addressPlan(cidrBlock);
  return (slot) => ({ privateBlock: privateBlocks[slot] ?? "", publicBlock: publicBlocks[slot] ?? "" });
}

/** The same plan worked out by Terraform, for a block that it alone knows: /22 and /23 are divided otherwise. */
export function computed(cidrBlock: string): (slot: number) => SlotBlocks {
  const length = Fn.element(Fn.split("/", cidrBlock), 1) as string;
  const by = (known: Record<string, number>, otherwise: number): number =>
    Token.asNumber(Fn.lookup(known, length, otherwise));
  return (slot) => ({
    privateBlock: Fn.cidrsubnet(cidrBlock, by({ 23: 4 }, 3), slot),
    publicBlock: Fn.cidrsubnet(
      cidrBlock,
      by({ 22: 5, 23: 4 }, 6),
      by({ 22: 24 + slot, 23: 8 + slot }, 48 + slot),
    ),
  });
}
