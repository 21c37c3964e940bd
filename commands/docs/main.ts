// npm run docs: writes the pages that are made from the code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorsPage } from "./errors-page";
import { rulesPage } from "./rules-page";

for (const [name, text] of Object.entries({ "errors.md": errorsPage(), "rules.md": rulesPage() })) {
  const page = join("docs", name);
  writeFileSync(page, text);
  console.log(`wrote ${page}`);
}
