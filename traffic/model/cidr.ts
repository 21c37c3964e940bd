/** An IPv4 block as the first and the last of its addresses. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

const PATTERN = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** Undefined if the text is no IPv4 block. */
export function blockOf(text: string): Block | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = match.slice(1).map(Number);
  if (prefix > 32 || [a, b, c, d].some((byte) => byte > 255)) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
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
