/**
 * Patterns of a listener rule: `*` fits any text, `?` fits any one character.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export function hasWildcard(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

export function wildcardsIn(pattern: string): number {
  return pattern.replace(/[^*?]/g, "").length;
}

/** Length of the shortest text that fits. What a pattern includes never has a shorter one. */
export function shortestFit(pattern: string): number {
  return pattern.replaceAll("*", "").length;
}

/** True if whatever fits `narrow` fits `wide` too. Of two that overlap in part, neither includes the other. */
export function includesPattern(wide: string, narrow: string): boolean {
  let [at, to] = [0, 0];
  let retry: { readonly at: number; to: number } | undefined;
  while (to < narrow.length) {
    if (wide[at] === "*") {
      retry = { at: at + 1, to };
      at += 1;
    } else if (at < wide.length && fitsCharacter(wide[at], narrow[to])) {
      at += 1;
      to += 1;
    } else if (retry !== undefined) {
      retry.to += 1;
      ({ at, to } = retry);
    } else return false;
  }
  return /^\**$/.test(wide.slice(at));
}

/** A `*` of the narrow one stands for any text, which a `?` can't take. */
function fitsCharacter(wide: string | undefined, narrow: string | undefined): boolean {
  return wide === "?" ? narrow !== "*" : wide === narrow && narrow !== "*";
}
