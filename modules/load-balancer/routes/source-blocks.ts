import { isIPv4, isIPv6 } from "node:net";

/** An address block in numbers; IPv4 and IPv6 have nothing in common. */
interface Block {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly prefix: number;
}

/** AWS refuses this one as a source. */
const REFUSED = "255.255.255.255/32";

/** True for an IPv4 or IPv6 block in the form that AWS gives back: shortest text, no bits set behind the prefix. */
export function isCanonicalBlock(text: string): boolean {
  const block = parseBlock(text);
  if (block === undefined || text === REFUSED) return false;
  const { bits, first, prefix } = block;
  const isFirst = (first & ((1n << BigInt(bits - prefix)) - 1n)) === 0n;
  const [address = ""] = text.split("/");
  return isFirst && (bits === 32 || shortest(address) === address);
}

/** True if every address of `narrow` lies in `wide`. */
export function includesBlock(wide: string, narrow: string): boolean {
  const [outer, inner] = [parseBlock(wide), parseBlock(narrow)];
  if (outer === undefined || inner === undefined || outer.bits !== inner.bits) return false;
  const shift = BigInt(outer.bits - outer.prefix);
  return outer.prefix <= inner.prefix && outer.first >> shift === inner.first >> shift;
}

function parseBlock(text: string): Block | undefined {
  const [, address = "", digits = ""] = /^([0-9a-fA-F.:]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const prefix = Number(digits);
  if (isIPv4(address) && prefix <= 32)
    return { bits: 32, first: joined(address.split(".").map(Number), 8n), prefix };
  if (isIPv6(address) && !address.includes(".") && prefix <= 128)
    return { bits: 128, first: joined(groupsOf(address), 16n), prefix };
  return undefined;
}

/** The eight groups of an IPv6 address, `::` written out. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const numbers = (part: string): number[] =>
    part
      .split(":")
      .filter(Boolean)
      .map((group) => parseInt(group, 16));
  if (tail === undefined) return numbers(head);
  const [before, after] = [numbers(head), numbers(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n);
}

/** RFC 5952, as URLs have it. */
function shortest(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}
