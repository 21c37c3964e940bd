// npm run docs: writes the pages that are made from the code.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorsPage } from "./errors-page";
import { checkovConfig, policyPage, trivyIgnore } from "./policy-page";
import { rulesPage } from "./rules-page";

const pages = {
  "errors.md": errorsPage(),
  "rules.md": rulesPage(),
  "policy-checks.md": policyPage(),
  "policy-checks/checkov.yaml": checkovConfig(),
  "policy-checks/trivyignore": trivyIgnore(),
};

for (const [name, text] of Object.entries(pages)) {
  const page = join("docs", name);
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, text);
  console.log(`wrote ${page}`);
}
