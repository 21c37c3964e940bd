import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

afterAll(() => {
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/** An empty folder for an app's output, removed when the test file is done. */
export function outdir(): string {
  const folder = mkdtempSync(join(tmpdir(), "frontyard-test-"));
  folders.push(folder);
  return folder;
}

/** Every file below a folder, relative to it, in order. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries.filter((entry) => statSync(join(folder, entry)).isFile()).sort();
}
