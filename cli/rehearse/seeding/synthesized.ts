import type { Json } from "../../json";
import { isJson, without } from "../../json";

/** One block of a synthesized stack: a data source, or a resource. */
export interface Block {
  readonly type: string;
  readonly name: string;
  readonly body: Json;
  /** Path of the construct that holds it; empty in what others than CDKTF wrote. */
  readonly parent: string;
}

export function blocksOf(synthesized: Json, part: "data" | "resource"): Block[] {
  const types = isJson(synthesized[part]) ? synthesized[part] : {};
  return Object.entries(types).flatMap(([type, named]) =>
    Object.entries(isJson(named) ? named : {}).flatMap(([name, body]) =>
      isJson(body) ? [{ type, name, body: without(body, "//"), parent: parentOf(body) }] : [],
    ),
  );
}

/** A text that is known before Terraform runs. */
export function literalText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && !/[$%]\{/.test(value) ? value : undefined;
}

export function literalTags(value: unknown): Record<string, string> {
  const tags = Object.entries(isJson(value) ? value : {}).map(([name, text]) => [name, literalText(text)]);
  return Object.fromEntries(tags.filter(([, text]) => text !== undefined)) as Record<string, string>;
}

/** Tags that filters of a data source ask for: `tag:Name`. */
export function filteredTags(body: Json): Record<string, string> {
  const filters = [body["filter"]].flat().filter(isJson);
  const tags = filters.flatMap(({ name, values }) => {
    const [, tag] = /^tag:(.+)$/.exec(String(name)) ?? [];
    const value = literalText(Array.isArray(values) ? values[0] : undefined);
    return tag === undefined || value === undefined ? [] : [[tag, value] as const];
  });
  return { ...literalTags(body["tags"]), ...Object.fromEntries(tags) };
}

/** All texts of blocks, in one: what is inside a text that is JSON itself is found there too. */
export function textOf(blocks: readonly Block[]): string {
  return JSON.stringify(blocks.map(({ body }) => body)).replaceAll('\\"', '"');
}

function parentOf(body: Json): string {
  const metadata = isJson(body["//"]) ? body["//"]["metadata"] : undefined;
  const path = isJson(metadata) ? String(metadata["path"]) : "";
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
