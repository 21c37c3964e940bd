import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..", "..");

interface Case {
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
function broken(cases: readonly Case[]): string[][] {
  const args = ["--input-type=module", "-e", PROGRAM];
  const said = execFileSync(process.execPath, args, {
    cwd: ROOT,
    input: JSON.stringify(cases),
    encoding: "utf8",
  });
  return JSON.parse(said) as string[][];
}

/** They only look, or need a descriptor that somebody opened; mkdtemp makes a folder of its own. */
const HARMLESS =
  /^(access|close|exists|fdatasync|fstat|fsync|glob|lstat|mkdtemp|mkdtempDisposable|opendir|read|readdir|readFile|readlink|readv|realpath|stat|statfs|write|writev)(Sync)?$|^(createReadStream|openAsBlob|watch|watchFile|unwatchFile|_toUnixTimestamp)$/;

const functions = Object.entries(fs)
  .filter(([name, value]) => typeof value === "function" && /^[a-z_]/.test(name) && !HARMLESS.test(name))
  .map(([name]) => name);

const importing = (name: string): string => `import { ${name} } from "node:fs";\nvoid ${name};\n`;

const FORMS = [
  'import fs from "node:fs";\nvoid fs;\n',
  'import * as fs from "fs";\nvoid fs;\n',
  'import { writeFile } from "node:fs/promises";\nvoid writeFile;\n',
  'import { promises } from "fs";\nvoid promises;\n',
  'import { rmSync as gone } from "node:fs";\nvoid gone;\n',
  'void import("node:fs");\n',
  'void require("fs");\n',
];

const COMMANDS = [
  "output/output",
  "output/files",
  "share/share",
  "share/repository",
  "picture/draw",
  "docs/main",
  "changes/main",
].map((name) => `cli/${name}.ts`);

/** All at once, as the linter takes seconds to start. */
const functionCases = functions.map((name) => ({ code: importing(name), file: "cli/new/new.ts" }));
const formCases = [
  "cli/new/new.ts",
  "terraform-modules/new.ts",
  "modules/new.ts",
  "traffic/new.ts",
  "new.mjs",
].flatMap((file) => FORMS.map((code) => ({ code, file })));
const commandCases = COMMANDS.map((file) => ({ code: importing("writeFileSync"), file }));
const readingCases = COMMANDS.map((file) => ({ code: importing("readFileSync"), file }));
const cases = [...functionCases, ...formCases, ...commandCases, ...readingCases];

describe("the linter knows one writer of files", () => {
  let rules: ReadonlyMap<Case, string[]>;
  beforeAll(() => {
    const found = broken(cases);
    rules = new Map(cases.map((each, at) => [each, found[at] ?? []]));
  });
  const allowed = (among: readonly Case[]): Case[] =>
    among.filter((each) => !rules.get(each)?.includes("no-restricted-syntax"));

  it("by every function of node:fs that makes, changes or removes files", () => {
    expect(functions).toEqual(
      expect.arrayContaining(["writeFileSync", "rmSync", "cp", "renameSync", "open"]),
    );
    expect(allowed(functionCases)).toEqual([]);
  });

  it("however it is imported, wherever", () => {
    expect(allowed(formCases)).toEqual([]);
  });

  it("in each command that writes for a user, and leaves reading alone", () => {
    expect(allowed(commandCases)).toEqual([]);
    expect(allowed(readingCases)).toEqual(readingCases);
  });
});
