/** An address taken apart: the modules on the way, and the resource with its instance key. */
export interface Place {
  readonly modules: readonly string[];
  readonly resource: string;
  readonly key: string | undefined;
}

/** `module.a["x"].aws_subnet.b[0]` as its modules, `aws_subnet.b` and `[0]`. Keys may hold dots. */
export function placeOf(address: string): Place {
  const parts = address.match(/(?:[^.[\]]|\[(?:"(?:[^"\\]|\\.)*"|[^[\]]*)\])+/g) ?? [];
  const modules: string[] = [];
  let position = 0;
  for (; parts[position] === "module"; position += 2) modules.push(`module.${parts[position + 1] ?? ""}`);
  const resource = parts.slice(position).join(".");
  return { modules, resource: withoutKey(resource), key: keyOf(resource) };
}

/** `["x"]` of `aws_subnet.a["x"]`. */
export function keyOf(name: string): string | undefined {
  return name.endsWith("]") ? /\[(?:"(?:[^"\\]|\\.)*"|[^[\]]*)\]$/.exec(name)?.[0] : undefined;
}

export function withoutKey(address: string): string {
  const key = keyOf(address);
  return key === undefined ? address : address.slice(0, -key.length);
}

const RESOURCE_PART = /^((?:data\.)?[^.[]+\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?)(?:\.([^.[]+))?/;

/** `aws_subnet.a["x"]` and `id` of `aws_subnet.a["x"].id`. */
export function referenceParts(reference: string): { resource: string; attribute: string | undefined } {
  const [, resource = reference, attribute] = RESOURCE_PART.exec(reference) ?? [];
  return { resource, attribute };
}

/** The module that a resource stands in; the empty text is the root. */
export function moduleOf(address: string): string {
  return address.startsWith("module.") ? placeOf(address).modules.join(".") : "";
}
