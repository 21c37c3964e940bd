/** Text that is known now, or the Terraform expression (without `${}`) that yields it. */
export type Text = string | { readonly expression: string };

/** A list of texts, each known or not, or the expression that yields all of it. */
export type Texts = readonly Text[] | { readonly expression: string };

/** A number likewise. */
export type Count = number | { readonly expression: string };

/** Texts by name. */
export type From = Readonly<Record<string, Text>>;

/** A member of an object is left out where it is undefined. */
export function fields(members: Readonly<Record<string, string | undefined>>, before = ""): string {
  const written = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${value}`);
  return `{${before}${written.join(",")}}`;
}

/** An object of texts, in the order of their names; undefined if there are none. */
export function textFields(values: From): string | undefined {
  const names = Object.keys(values).sort();
  if (names.length === 0) return undefined;
  return fields(Object.fromEntries(names.map((name) => [name, json(values[name] ?? "")])));
}

export function list(items: readonly string[]): string {
  return `[${items.join(",")}]`;
}

/** A list, or undefined in place of an empty one. */
export function filledList(items: readonly string[]): string | undefined {
  return items.length > 0 ? list(items) : undefined;
}

export function optional<T>(
  value: T | undefined,
  write: (value: T) => string | undefined,
): string | undefined {
  return value === undefined ? undefined : write(value);
}

export function json(value: Text | Count): string {
  return typeof value === "object"
    ? `\${jsonencode(${value.expression})}`
    : templateText(JSON.stringify(value));
}

/** Terraform reads `${` and `%{` in text as the start of a template: what is meant literally is doubled. */
function templateText(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}
