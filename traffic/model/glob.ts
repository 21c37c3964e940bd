/** Whether a text fits a pattern whose `*` stands for any text. Goes back to the last `*` only, so it ends soon. */
export function fitsGlob(
  pattern: string,
  text: string,
  fitsOne: (expected: string | undefined, character: string | undefined) => boolean = (a, b) => a === b,
): boolean {
  let [at, to] = [0, 0];
  let retry: { readonly at: number; to: number } | undefined;
  while (to < text.length) {
    if (pattern[at] === "*") {
      at += 1;
      retry = { at, to };
    } else if (at < pattern.length && fitsOne(pattern[at], text[to])) {
      at += 1;
      to += 1;
    } else if (retry !== undefined) {
      retry.to += 1;
      ({ at, to } = retry);
    } else return false;
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
