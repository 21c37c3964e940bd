import { cell } from "./errors-page";
import { policyChecks, type PolicyCheck, type Standing } from "./policy-checks";

const STANDINGS: Readonly<Record<Standing, string>> = {
  default: "yes",
  option: "opt-in",
  waived: "waived",
};

const INTRODUCTION = [
  "# Policy checks",
  "",
  "What Checkov, Trivy, Security Hub, KICS and cdk-nag ask of stacks like these, and how they stand to it. `yes` holds in",
  "every stack, `opt-in` once the prop or construct is used, `waived` does not hold, for the reason given. Tests",
  "hold every line with `yes` against the reference stacks, and every line with `opt-in` against a stack that has it all:",
  "by what the check looks for, not by the scanner.",
  "",
  "## Running a scanner",
  "",
  "Scanners read the JSON that CDKTF writes only in part: Trivy sees no nested blocks in it, Checkov passes container checks",
  "without looking and honours no skips in it. A plan is read in full:",
  "",
  "```sh",
  "terraform plan -out plan.out && terraform show -json plan.out > plan.json",
  "checkov -f plan.json --framework terraform_plan --config-file docs/policy-checks/checkov.yaml",
  "trivy config plan.json --ignorefile docs/policy-checks/trivyignore",
  "```",
  "",
  "The two files name the waived checks, and no others: what is opt-in is for you to decide. What scanners",
  "overlook is told by `npm run check`, on anybody's plan: rules FY564 to FY570 in [rules.md](rules.md).",
  "",
  "This page and the two files are written by `npm run docs`; a test keeps them current.",
];

/** docs/policy-checks.md: one row a property, with all checks that ask for it. */
export function policyPage(): string {
  const sections = Object.entries(policyChecks).flatMap(([title, rows]) => [
    "",
    `## ${title}`,
    "",
    "| What holds | | How, or why not | Checks |",
    "| --- | --- | --- | --- |",
    ...rows.map(({ holds, standing, how, checks }) =>
      ["", cell(holds), STANDINGS[standing], cell(how), checks.join(", "), ""].join(" | ").trim(),
    ),
  ]);
  return [...INTRODUCTION, ...sections, ""].join("\n");
}

/** Waived checks of Checkov, with the reason of each. */
export function checkovConfig(): string {
  const lines = waived(/^CKV/).map(({ check, how }) => `  - ${check} # ${how}`);
  return [
    "# Written by npm run docs from the table of docs/policy-checks.md.",
    "skip-check:",
    ...lines,
    "",
  ].join("\n");
}

/** Waived checks of Trivy, with the reason of each. */
export function trivyIgnore(): string {
  const lines = waived(/^AWS-/).flatMap(({ check, how }) => [`# ${how}`, check]);
  return ["# Written by npm run docs from the table of docs/policy-checks.md.", ...lines, ""].join("\n");
}

function waived(scanner: RegExp): { readonly check: string; readonly how: string }[] {
  const rows: readonly PolicyCheck[] = Object.values(policyChecks).flat();
  return rows
    .filter(({ standing }) => standing === "waived")
    .flatMap(({ checks, how }) =>
      checks.filter((check) => scanner.test(check)).map((check) => ({ check, how })),
    );
}
