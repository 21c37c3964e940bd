// npm run docs: writes the pages that are made from the code.
import { join } from "node:path";
import { answer } from "../application/answer";
import { errorsPage } from "./errors-page";
import { checkovConfig, policyPage, trivyIgnore } from "./policy-page";
import { rulesPage } from "./rules-page";
import { writePages } from "./write-pages";

const usage = `Usage: npm run docs [-- --adopt]

Writes the pages that are made from the code. A page that was changed since is named, and nothing is written.

  --adopt  replace it`;

const pages = {
  "errors.md": errorsPage(),
  "rules.md": rulesPage(),
  "policy-checks.md": policyPage(),
  "policy-checks/checkov.yaml": checkovConfig(),
  "policy-checks/trivyignore": trivyIgnore(),
};

const args = process.argv.slice(2);
const unknown = args.find((word) => word !== "--adopt" && word !== "--help");
const wanted = args.includes("--help") ? ({ kind: "help" } as const) : ({ kind: "docs" } as const);
const refused = {
  kind: "refused",
  problem: `unknown option ${unknown}; there are: --adopt, --help`,
} as const;

void answer({ name: "docs", usage }, unknown === undefined ? wanted : refused, () => {
  writePages(pages, args.includes("--adopt"));
  for (const name of Object.keys(pages)) console.log(`wrote ${join("docs", name)}`);
  return 0;
}).then((code) => {
  process.exitCode = code;
});
