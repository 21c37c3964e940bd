import * as fs from "node:fs";
import { brokenRules, type Linted } from "../../support/linted";

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
  "cli/output/output.ts",
  "cli/output/files.ts",
  "cli/terraform-modules/write-modules.ts",
  "cli/terraform-modules/repository.ts",
  "cli/picture/draw.ts",
  "scripts/docs/main.ts",
  "scripts/changes/main.ts",
];

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
  let rules: ReadonlyMap<Linted, string[]>;
  beforeAll(() => {
    const found = brokenRules(cases);
    rules = new Map(cases.map((each, at) => [each, found[at] ?? []]));
  });
  const allowed = (among: readonly Linted[]): Linted[] =>
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
