import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

export interface Linted {
  readonly code: string;
  readonly file: string;
}

/** In a process of its own: Jest can't load the linter's configuration, which is a module. */
const PROGRAM = `
import { readFileSync } from "node:fs";
import { ESLint } from "eslint";
const eslint = new ESLint();
const all = [];
for (const { code, file } of JSON.parse(readFileSync(0, "utf8"))) {
  const [{ messages }] = await eslint.lintText(code, { filePath: file });
  all.push(messages.map(({ ruleId, message }) => ruleId ?? message));
}
console.log(JSON.stringify(all));
`;

/** The rules that each breaks. */
export function brokenRules(cases: readonly Linted[]): string[][] {
  const args = ["--input-type=module", "-e", PROGRAM];
  const said = execFileSync(process.execPath, args, {
    cwd: ROOT,
    input: JSON.stringify(cases),
    encoding: "utf8",
  });
  return JSON.parse(said) as string[][];
}
