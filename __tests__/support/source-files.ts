import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = [
  "modules",
  "traffic",
  "cli",
  "emulator",
  "picture",
  "scripts",
  "terraform-modules",
  "stacks",
];

/** All TypeScript that is not a test. */
export function sourceFiles(folders: readonly string[] = FOLDERS): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.split("/").includes("node_modules"))
      .map((name) => join(folder, name)),
  );
}
