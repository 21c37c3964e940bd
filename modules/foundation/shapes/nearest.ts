const MOST_EDITS = 2;
const SHORTEST_BEGINNING = 4;

/** The name that was probably meant: the same but for case, signs or ending, or at most two letters away. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const same = names.find((name) => plain(name) === plain(given));
  if (same !== undefined) return same;
  const most = Math.min(MOST_EDITS, Math.floor(given.length / 2));
  const [closest] = names
    .map((name) => ({ name, edits: edits(given.toLowerCase(), name.toLowerCase()) }))
    .filter((one) => one.edits <= most)
    .sort((one, other) => one.edits - other.edits);
  return closest?.name ?? names.find((name) => isBeginning(plain(given), plain(name)));
}

/** ` Did you mean x?`, or nothing. */
export function guess(given: unknown, names: readonly (string | number)[]): string {
  const meant = typeof given === "string" ? nearest(given, names.map(String)) : undefined;
  return meant === undefined ? "" : `Did you mean ${meant}?`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function isBeginning(given: string, name: string): boolean {
  return given.length >= SHORTEST_BEGINNING && (name.startsWith(given) || given.startsWith(name));
}

/** Letters to add, drop, change or swap with their neighbour until one is the other. Long texts are not compared. */
function edits(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_EDITS) return Infinity;
  let [before, last]: [number[], number[]] = [[], [...Array(other.length + 1).keys()]];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const ways = [(last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + +!isSame];
      if (isSwapped && row > 1) ways.push((before[column - 2] ?? 0) + 1);
      now.push(Math.min(...ways));
    }
    [before, last] = [last, now];
  }
  return last[other.length] ?? Infinity;
}
