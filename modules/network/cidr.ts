/** An IPv4 block in numbers. */
export interface Cidr {
  readonly first: number;
  readonly prefix: number;
}

/** `a.b.c.d/n` as numbers, or undefined if it is not of that form. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  const numbers = (match ?? []).slice(1).map(Number);
  const [a = 256, b = 256, c = 256, d = 256, prefix = 33] = numbers;
  if (prefix > 32 || [a, b, c, d].some((part) => part > 255)) return undefined;
  return { first: ((a * 256 + b) * 256 + c) * 256 + d, prefix };
}

/** The block in the form that AWS stores: its first address and prefix length. */
export function formatCidr({ first, prefix }: Cidr): string {
  const start = first - (first % 2 ** (32 - prefix));
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${parts.join(".")}/${prefix}`;
}

/** True if two blocks, each given as text, share an address; false if one of them is not a block. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [parseCidr(one), parseCidr(other)];
  if (a === undefined || b === undefined) return false;
  const size = 2 ** (32 - Math.min(a.prefix, b.prefix));
  return Math.floor(a.first / size) === Math.floor(b.first / size);
}
