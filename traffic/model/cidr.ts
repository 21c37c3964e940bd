/** An IPv4 block as the first and the last of its addresses. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** `a.b.c.d/n` in numbers. */
export interface Cidr {
  readonly address: number;
  readonly prefix: number;
}

const PATTERN = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Undefined if the text is not an IPv4 block. */
export function parseCidr(text: string): Cidr | undefined {
  const numbers = (PATTERN.exec(text) ?? []).slice(1).map(Number);
  const [a = 256, b = 256, c = 256, d = 256, prefix = 33] = numbers;
  if (prefix > 32 || [a, b, c, d].some((byte) => byte > 255)) return undefined;
  return { address: ((a * 256 + b) * 256 + c) * 256 + d, prefix };
}

/** Undefined if the text is not an IPv4 block. */
export function blockOf(text: string): Block | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) return undefined;
  const { address, prefix } = cidr;
  const size = 2 ** (32 - prefix);
  const first = address - (address % size);
  return { first, last: first + size - 1, prefix };
}

export const EVERYWHERE: Block = { first: 0, last: 2 ** 32 - 1, prefix: 0 };

export function contains(outer: Block, inner: Block): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function overlap(one: Block, other: Block): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Addresses of a subnet that AWS leaves to others: it keeps the first four and the last. */
export function usableAddresses({ first, last }: Block): number {
  return Math.max(0, last - first + 1 - 5);
}
