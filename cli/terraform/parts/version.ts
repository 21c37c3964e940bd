type Version = readonly [number, number, number];

/** `5.100.0`, with or without a `v` in front or a pre-release behind; nothing for any other text. */
export function parseVersion(text: string): Version | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** Newest last. */
export function compareVersions(left: string, right: string): number {
  return compare(parseVersion(left) ?? [0, 0, 0], parseVersion(right) ?? [0, 0, 0]);
}

/** At or above the floor, and below the ceiling if there is one. Pre-releases do not count, as for Terraform. */
export function isWithin(text: string, range: { readonly from: string; readonly below?: string }): boolean {
  const version = parseVersion(text);
  const floor = parseVersion(range.from);
  const ceiling = range.below === undefined ? undefined : parseVersion(range.below);
  if (!version || !floor || text.includes("-")) return false;
  return compare(version, floor) >= 0 && (!ceiling || compare(version, ceiling) < 0);
}
