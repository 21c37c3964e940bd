import { rules } from "../../traffic";
import { cell } from "./errors-page";

const INTRODUCTION = [
  "# Traffic rules",
  "",
  "What a stack has to have to carry traffic. The rules read Terraform JSON and know nothing of Frontyard's constructs:",
  "",
  "```sh",
  "npm run check                                        # the stacks of main.ts",
  "terraform show -json plan.out > plan.json",
  "npm run check -- plan.json                           # anybody's plan, state or cdk.tf.json",
  "npm run check -- plan.json --format sarif            # for code scanning; or json",
  "npm run check -- plan.json --waivers waivers.json    # with decisions to live with a finding",
  "```",
  "",
  "It ends with 0 if nothing is wrong, 1 if there are errors or warnings, 2 if a file could not be read. An error breaks",
  "traffic or the apply, a warning is going to, a note explains. A rule speaks of what is certain alone: what is known",
  "only after an apply is unknown, and unknown is no finding. Errors also stop a synth, and so a test of the stack.",
  "",
  "To live with a finding takes a reason, which is written into the output and printed by every check:",
  "",
  '`stack.waive({ rule: "FY531", address: "shop/Worker/*", reason: "images come over endpoints of another stack" })`,',
  'or for plain Terraform a file: `[{ "rule": "FY531", "address": "aws_ecs_service.worker", "reason": "…" }]`.',
  'Where a rule finds several things at one address, `got` names the one: `got: "variable TOKEN"`.',
  "",
  "This page is written by `npm run docs`; a test keeps it current.",
  "",
  "| Code | Id | Severity | What holds | What to do | Source |",
  "| --- | --- | --- | --- | --- | --- |",
];

/** docs/rules.md: one row a traffic rule, in the words of its findings. */
export function rulesPage(): string {
  const rows = Object.entries(rules).map(([id, { code, severity, subject, allowed, fix, page }]) =>
    [
      "",
      `\`${code}\``,
      `\`${id}\``,
      severity,
      `${cell(subject)} ${cell(allowed)}`,
      cell(fix),
      `[page](${page})`,
      "",
    ]
      .join(" | ")
      .trim(),
  );
  return [...INTRODUCTION, ...rows, ""].join("\n");
}
