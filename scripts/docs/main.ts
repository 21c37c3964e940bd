// npm run docs: writes the pages that are made from the code.
import type { Shapes } from "../../modules/foundation/shapes";
import { answer } from "../../cli/application/answer";
import { errorsPage } from "./errors-page";
import { checkovConfig, policyPage, trivyIgnore } from "./policy-page";
import { rulesPage } from "./rules-page";
import { settingsSchema } from "./settings-schema";
import { shapesFile } from "./shapes/shapes-of";
import { writePages } from "./write-pages";
import { say } from "../../cli/application/say";

const usage = `Usage: npm run docs [-- --adopt]

Writes the pages that are made from the code. A page that was changed since is named, and nothing is written.

  --adopt  replace it`;

const pages = () => {
  const settings = shapesFile("stacks/settings.ts", ["Settings"]);
  return {
    "modules/foundation/shapes/shapes.json": shapesFile("modules/index.ts"),
    "stacks/settings-shapes.json": settings,
    "settings/schema.json": settingsSchema(JSON.parse(settings) as Shapes),
    "docs/errors.md": errorsPage(),
    "docs/rules.md": rulesPage(),
    "docs/policy-checks.md": policyPage(),
    "docs/policy-checks/checkov.yaml": checkovConfig(),
    "docs/policy-checks/trivyignore": trivyIgnore(),
  };
};

const args = process.argv.slice(2);
const unknown = args.find((word) => word !== "--adopt" && word !== "--help");
const wanted = args.includes("--help") ? ({ kind: "help" } as const) : ({ kind: "docs" } as const);
const refused = {
  kind: "refused",
  problem: `unknown option ${unknown}; there are: --adopt, --help`,
} as const;

void answer({ name: "docs", usage }, unknown === undefined ? wanted : refused, () => {
  const written = pages();
  writePages(written, args.includes("--adopt"));
  for (const name of Object.keys(written)) say(`wrote ${name}`);
  return 0;
}).then((code) => {
  process.exitCode = code;
});
