import { createHash } from "node:crypto";

/**
 * A name of at most `longest` characters from its parts: letters, digits and single hyphens. What is too long is cut,
 * and eight characters of a hash of the whole keep it apart from others that begin alike.
 */
export function boundedName(parts: readonly string[], longest: number): string {
  const whole = clean(parts.join("-"));
  if (whole.length <= longest) return whole;
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, 8);
  return `${clean(whole.slice(0, longest - 9))}-${hash}`;
}

/** The construct ids from below the stack to the construct, joined. `part` is a last id that needs no mention. */
export function labelOf(path: string, part?: string): string {
  const ids = path.split("/").slice(1);
  const named = ids.length > 1 && ids.at(-1) === part ? ids.slice(0, -1) : ids;
  return clean(named.join("-"));
}

function clean(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
