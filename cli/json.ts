/** JSON as AWS writes it: read with a look, never with trust. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function jsonList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The object in a text; an empty one if it holds none. */
export function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : {};
  } catch {
    return {};
  }
}

export function without(json: Json, ...fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([field]) => !fields.includes(field)));
}
