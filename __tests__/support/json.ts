/** What a Terraform document is made of. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type Block = Record<string, Json>;

/** The value at a path such as `health_check.path` or `setting.0.name`; undefined where the path leads nowhere. */
export function at(value: Json | undefined, path: string): Json | undefined {
  return path
    .split(".")
    .reduce<Json | undefined>((parent, name) => (isTree(parent) ? parent[name] : undefined), value);
}

/** The block at a path, empty where there is none. */
export function blockAt(value: Json | undefined, path: string): Block {
  const found = at(value, path);
  return isTree(found) ? found : {};
}

/** The list at a path, empty where there is none. */
export function listAt(value: Json | undefined, path: string): Json[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

/** The text at a path; fails where there is something else. */
export function textAt(value: Json | undefined, path: string): string {
  const found = at(value, path);
  if (typeof found !== "string") throw new Error(`no text at ${path}, but ${JSON.stringify(found)}`);
  return found;
}

export function parse(text: string): Json {
  return JSON.parse(text) as Json;
}

/** Lists count as trees too: their indexes are names. */
function isTree(value: Json | undefined): value is Block {
  return typeof value === "object" && value !== null;
}
