const GROUPS = 8;
const BITS = 16;
const GROUP = /^[0-9a-f]{1,4}$/;

/**
 * An IPv6 block in the form that AWS stores: lower case, no leading zeros, the longest run of zeros as `::`, no bits
 * behind the prefix. Undefined if the text is no IPv6 block.
 */
export function canonicalCidr6(text: string): string | undefined {
  const [, address = "", length = ""] = /^([0-9a-fA-F:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const prefix = Number(length);
  const groups = groupsOf(address.toLowerCase());
  if (groups === undefined || prefix > GROUPS * BITS) return undefined;
  return `${compressed(groups.map((group, position) => masked(group, prefix - position * BITS)))}/${prefix}`;
}

/** The eight numbers of an address. */
function groupsOf(address: string): number[] | undefined {
  const halves = address.split("::");
  const [head = [], tail] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = [...head, ...(tail ?? [])];
  const missing = GROUPS - given.length;
  const fits = tail === undefined ? missing === 0 : missing >= 1;
  if (halves.length > 2 || !fits || !given.every((group) => GROUP.test(group))) return undefined;
  const zeros = Array.from({ length: missing }, () => "0");
  return [...head, ...zeros, ...(tail ?? [])].map((group) => parseInt(group, 16));
}

function masked(group: number, bits: number): number {
  const behind = 2 ** Math.min(BITS, Math.max(0, BITS - bits));
  return group - (group % behind);
}

function compressed(groups: readonly number[]): string {
  const hex = groups.map((group) => group.toString(16)).join(":");
  const runs = [...hex.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
  const longest = Math.max(0, ...runs.map(([run]) => run.length));
  const run = runs.find(([text]) => text.length === longest);
  if (run === undefined) return hex;
  const before = hex.slice(0, run.index).replace(/:$/, "");
  const after = hex.slice(run.index + longest).replace(/^:/, "");
  return `${before}::${after}`;
}
