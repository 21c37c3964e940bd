import { at, isObject, type Value } from "./value";

/** What an expression mentions, as Terraform lists it: `aws_lb.a.arn` and `aws_lb.a`. */
export function namesIn(expression: Value): string[] {
  return textsIn(at(expression, "references"));
}

/** References of an expression, of a block's expressions, and of blocks in it. */
export function namesWithin(expressions: Value): string[] {
  if (Array.isArray(expressions)) return expressions.flatMap(namesWithin);
  if (!isObject(expressions)) return [];
  return "references" in expressions ? namesIn(expressions) : Object.values(expressions).flatMap(namesWithin);
}

/**
 * Each mention once, as far as it is written: Terraform lists `aws_lb.a[0].arn`, `aws_lb.a[0]`, `aws_lb.a`, one behind
 * the other. A beginning that stands alone is another mention: `aws_lb.a[each.key]` is listed as `aws_lb.a`.
 */
export function mentionsIn(references: readonly string[]): string[] {
  const mentions = references.filter((one, index) => !isPrefix(one, references[index - 1] ?? ""));
  return [...new Set(mentions)];
}

/** Without the beginnings of others. */
export function mostSpecific(references: readonly string[]): string[] {
  const sorted = [...references].sort();
  return references.filter((one) => !["[", "."].some((step) => startsOne(sorted, `${one}${step}`)));
}

/** Whether one of them begins so: in order, it stands where the beginning would. */
function startsOne(sorted: readonly string[], beginning: string): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(beginning) ?? false;
}

export function isPrefix(short: string, long: string): boolean {
  return long.startsWith(`${short}.`) || long.startsWith(`${short}[`);
}

export function textsIn(value: Value): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
