import { blockOf, overlap as shareAddresses, type Cidr } from "../../traffic";

export { parseCidr, type Cidr } from "../../traffic";

/** The block in the form that AWS stores: its first address and prefix length. */
export function formatCidr({ address, prefix }: Cidr): string {
  const start = address - (address % 2 ** (32 - prefix));
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${parts.join(".")}/${prefix}`;
}

/** Whether two blocks, each given as text, share an address; false if one of them is not a block. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [blockOf(one), blockOf(other)];
  return a !== undefined && b !== undefined && shareAddresses(a, b);
}
