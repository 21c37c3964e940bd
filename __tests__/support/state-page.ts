import { readFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = join(__dirname, "../../docs/state.md");

/** The Terraform types that docs/state.md tells its reader to untaint. */
export function untaintedTypes(): Set<string> {
  const [, section = ""] = readFileSync(PAGE, "utf8").split("\n## After an interrupted apply\n");
  const [own = ""] = section.split("\n## ");
  const rows = own.split("\n").filter((line) => line.startsWith("| `aws_"));
  return new Set(
    rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/aws_\w+/g)].map(([type]) => type)),
  );
}
