import { formatCidr, parseCidr } from "../../network/cidr";
import { canonicalCidr6 } from "../../network/cidr6";

/** AWS refuses this one as a source. */
const REFUSED = "255.255.255.255/32";

/** True for an IPv4 or IPv6 block in the form that AWS gives back: shortest text, no bits set behind the prefix. */
export function isCanonicalBlock(text: string): boolean {
  return text !== REFUSED && canonicalBlock(text) === text;
}

/** True if every address of `narrow` lies in `wide`. */
export function includesBlock(wide: string, narrow: string): boolean {
  const [outer, inner] = [canonicalBlock(wide), canonicalBlock(narrow)];
  if (outer === undefined || inner === undefined) return false;
  const [[, outerPrefix = ""], [address = "", innerPrefix = ""]] = [outer.split("/"), inner.split("/")];
  return Number(outerPrefix) <= Number(innerPrefix) && canonicalBlock(`${address}/${outerPrefix}`) === outer;
}

function canonicalBlock(text: string): string | undefined {
  const block = parseCidr(text);
  return block === undefined ? canonicalCidr6(text) : formatCidr(block);
}
