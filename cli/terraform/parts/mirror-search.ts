import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Mirror } from "./mirror-folder";
import { mirrorIn, providerPath } from "./mirror-folder";

export interface SearchLimits {
  /** How many folders below a root a mirror may lie. */
  readonly depth: number;
  readonly milliseconds: number;
}

export const searchLimits: SearchLimits = { depth: 3, milliseconds: 400 };

/** Folders that are large and never hold a mirror. */
const skipped = new Set([
  "node_modules",
  "proc",
  "sys",
  "Library",
  "site-packages",
  "man",
  "doc",
  "locale",
  "icons",
]);
const skippedHidden = new Set([
  ".git",
  ".npm",
  ".cache",
  ".cargo",
  ".rustup",
  ".pyenv",
  ".nvm",
  ".vscode",
  ".Trash",
]);

/** Looks for a mirror below each root, nearest first, and gives up when the time is over. */
export function searchMirror(
  roots: readonly string[],
  platform: string,
  limits: SearchLimits = searchLimits,
): Mirror | undefined {
  const deadline = Date.now() + limits.milliseconds;
  let level = [...roots];
  for (let depth = 0; depth <= limits.depth; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      if (Date.now() > deadline) return undefined;
      const inside = foldersIn(folder);
      const found = inside.includes(providerPath[0]) ? mirrorIn(folder, platform) : undefined;
      if (found) return found;
      next.push(...inside.map((name) => join(folder, name)));
    }
    level = next;
  }
  return undefined;
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !skipped.has(entry.name) && !skippedHidden.has(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
