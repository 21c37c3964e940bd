import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** A block of JSON on a page. */
export interface JsonBlock {
  /** Page and line, such as `docs/state.md:185`. */
  readonly place: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** README and all pages below docs. */
export function pages(): string[] {
  const names = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" });
  return ["README.md", ...names.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)].sort();
}

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}

/** Every block that is fenced as JSON, those in lists included. */
export function jsonBlocks(page: string, text: string): JsonBlock[] {
  return [...text.matchAll(/^ *```json\n([\s\S]*?)^ *```/gm)].map(({ index, 1: code = "" }) => {
    const line = text.slice(0, index).split("\n").length + 1;
    return { place: `${page}:${line}`, content: JSON.parse(code) as JsonBlock["content"] };
  });
}

/** Blocks that are a settings file: an object of settings by the id of a stack. */
export function settingsBlocks(stacks: readonly string[]): JsonBlock[] {
  const all = pages().flatMap((page) => jsonBlocks(page, textOf(page)));
  return all.filter(({ content }) => Object.keys(content).some((id) => stacks.includes(id)));
}
