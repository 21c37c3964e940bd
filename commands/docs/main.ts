// npm run docs: writes the pages that are made from the code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { errorsPage } from "./errors-page";

const page = join(process.cwd(), "docs", "errors.md");
writeFileSync(page, errorsPage());
console.log(`wrote ${page}`);
