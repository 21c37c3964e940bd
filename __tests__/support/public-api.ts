import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What the package exports, and the file that says so. */
const ENTRIES = {
  frontyard: "modules/index.ts",
  "frontyard/jest": "traffic/jest/index.ts",
  "frontyard/traffic": "traffic/public.ts",
} as const;

export type Entry = keyof typeof ENTRIES;

/** A line an exported name: `frontyard Network`, `frontyard type NetworkProps`. */
export function publicApi(): string[] {
  return Object.entries(ENTRIES).flatMap(([entry, file]) =>
    exportsOf(file)
      .map((name) => `${entry} ${name}`)
      .sort(),
  );
}

/** The names of an entry that are there at runtime, or those that are types alone. */
export function namesOf(entry: Entry, kind: "value" | "type"): string[] {
  const names = publicApi().flatMap((line) =>
    line.startsWith(`${entry} `) ? line.slice(entry.length + 1) : [],
  );
  const types = names.filter((name) => name.startsWith("type "));
  if (kind === "type") return types.map((name) => name.slice("type ".length));
  return names.filter((name) => !types.includes(name));
}

/** These files hold lists of exports alone, which are read as they stand. */
function exportsOf(file: string): string[] {
  const path = join(__dirname, "..", "..", file);
  const { statements } = ts.createSourceFile(file, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
  return statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) return [];
    const { exportClause, isTypeOnly } = statement;
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) {
      throw new Error(`${file} exports what it does not name`);
    }
    return exportClause.elements.map(
      ({ name, isTypeOnly: one }) => (isTypeOnly || one ? "type " : "") + name.text,
    );
  });
}
