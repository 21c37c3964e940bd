/** JSON that people write has a dozen levels; each level takes some of the call stack of every reader. */
export const MOST_LEVELS = 100;

/** Whether plain data is nested too deep to be read, or holds itself. Looks without calling itself. */
export function isTooDeep(value: unknown): boolean {
  const seen = new Map<object, number>();
  const open: [unknown, number][] = [[value, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [one, level] = next;
    if (!isData(one) || (seen.get(one) ?? -1) >= level) continue;
    if (level >= MOST_LEVELS) return true;
    seen.set(one, level);
    for (const member of Object.values(one)) open.push([member, level + 1]);
  }
  return false;
}

/** Plain data, as against constructs and other objects that behave. */
export function isData(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
