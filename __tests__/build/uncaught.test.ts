import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { printedLines } from "../../traffic";
import { outdir } from "../support/outdir";

const ROOT = join(__dirname, "../..");
const LIBRARY = "export const dig = (value: any): string => value.deep.down;\n";
const STACK =
  'import { dig } from "../modules/dig";\n\nexport function shop(): string {\n  return dig(undefined);\n}\n';
const FULL = "  FRONTYARD_STACK=1 shows every call";
const { printed } = createRequire(__filename)("../../build/uncaught.cjs") as {
  readonly printed: (text: string) => string;
};

const folder = outdir();

beforeAll(() => {
  for (const file of [
    "build/bundle.mjs",
    "build/options.mjs",
    "build/replace-file.cjs",
    "build/types-verdict.cjs",
    "build/lazy-providers.cjs",
    "build/uncaught.cjs",
  ]) {
    cpSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  for (const name of ["modules", "stacks"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "modules", "dig.ts"), LIBRARY);
  writeFileSync(join(folder, "stacks", "shop.ts"), STACK);
});

/** What the app of this main.ts says as it ends. */
function told(main: string, env: NodeJS.ProcessEnv = {}): { status: number | null; lines: string[] } {
  writeFileSync(join(folder, "main.ts"), main);
  const options = { cwd: folder, encoding: "utf8", env: { ...process.env, ...env } } as const;
  spawnSync(process.execPath, ["build/bundle.mjs", "main"], options);
  const { status, stderr } = spawnSync(process.execPath, ["dist/main.js"], options);
  return { status, lines: stderr.trimEnd().split("\n") };
}

describe("an error that nobody caught", () => {
  it("is its message and its place in main.ts", () => {
    expect(told('const a = 1;\n\nif (a > 0) throw new RangeError("too many");\n')).toEqual({
      status: 1,
      lines: ["RangeError: too many", "    at main.ts:3:18", FULL],
    });
  });

  it("of the library is also the places that called it", () => {
    const { status, lines } = told('import { shop } from "./stacks/shop";\n\nshop();\n');
    expect({ status, lines }).toEqual({
      status: 1,
      lines: [
        expect.stringMatching(/^TypeError: .*deep/),
        expect.stringMatching(/^ {4}at modules\/dig\.ts:1:\d+$/),
        expect.stringMatching(/^ {4}at stacks\/shop\.ts:4:\d+$/),
        expect.stringMatching(/^ {4}at main\.ts:3:\d+$/),
        FULL,
      ],
    });
  });

  it("is the same of a promise, with its cause, and of a message that looks like a call", () => {
    const message = '"no\\n    at other.js:1:1", { cause: new Error("why") }';
    expect(told(`void Promise.reject(new Error(${message}));\n`).lines).toEqual([
      "Error: no",
      "    at other.js:1:1",
      "  cause: why",
      "    at main.ts:1:21",
      FULL,
    ]);
  });

  it("is shown with every call, if FRONTYARD_STACK asks for them", () => {
    const { lines } = told('throw new Error("no");\n', { FRONTYARD_STACK: "1" });
    expect(lines.length).toBeGreaterThan(4);
    expect(lines[0]).toBe("Error: no");
    expect(lines).not.toContain(FULL);
  });

  it("is its message alone, if it is bad input", () => {
    const refused =
      'const e = new Error("1 problem");\ne.name = "FrontyardError";\ne.stack = "";\nthrow e;\n';
    expect(told(refused)).toEqual({ status: 1, lines: ["1 problem"] });
  });

  it("may be anything", () => {
    expect(told('throw { code: "\\u001b" };\n').lines).toEqual(["thrown: { code: '\\x1B' }"]);
  });

  it.each([
    "a\u001b[31m\r\n\tb",
    " ::error::a",
    "##[group]a",
    "section_end:1",
    "\u202e\u2028::a\ud800",
    "é😀",
  ])("is escaped as all that commands print: %j", (text) => {
    expect(printed(text)).toBe(printedLines(text, false));
  });
});
