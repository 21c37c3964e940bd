import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { outdir } from "../support/outdir";

interface Verdict {
  readonly digest: string;
  readonly files: readonly string[];
  readonly errors: readonly string[];
}

const { digestOf, errorsOf, notice, storedVerdict } = createRequire(__filename)(
  "../../build/types-verdict.cjs",
) as {
  readonly digestOf: (files: readonly string[], folder: string) => string;
  readonly errorsOf: (output: string, files: readonly string[]) => string[];
  readonly notice: (verdict: Verdict | undefined, digest: string, canCheck: () => boolean) => string[];
  readonly storedVerdict: (folder: string) => Verdict | undefined;
};

const ROOT = join(__dirname, "../..");
const UNCHECKED = "Types not checked since main.ts or its imports changed: run npm run types";

describe("what a synth says of types", () => {
  const verdict = (...errors: string[]): Verdict => ({ digest: "a", files: ["main.ts"], errors });

  it("is nothing, if they hold", () => {
    expect(notice(verdict(), "a", () => true)).toEqual([]);
  });

  it("is a line, if they were not checked, or not since a change", () => {
    expect(notice(undefined, "a", () => true)).toEqual([UNCHECKED]);
    expect(notice(verdict("main.ts(1,1): error TS1: old"), "b", () => true)).toEqual([UNCHECKED]);
  });

  it("names TypeScript, if it is not installed", () => {
    expect(notice(undefined, "a", () => false)).toEqual([
      "Types not checked, as TypeScript is not installed: run npm install --save-dev typescript",
    ]);
  });

  it("is the errors, ten at most, and how many there are", () => {
    expect(notice(verdict("x"), "a", () => false)).toEqual([
      "Types do not hold: 1 type error in main.ts or its imports; to see all, run npm run types",
      "  x",
    ]);
    const ten = Array.from({ length: 10 }, (_, index) => `error ${index}`);
    expect(notice(verdict(...ten), "a", () => true)).toHaveLength(11);
    const lines = notice(verdict(...ten, "one", "two"), "a", () => true);
    expect(lines).toHaveLength(12);
    expect([lines[0], lines[11]]).toEqual([expect.stringContaining("12 type errors"), "  and 2 more"]);
  });
});

describe("the errors of an app", () => {
  it("are read from what tsc writes to a file and to a terminal", () => {
    const plain = "main.ts(3,7): error TS2322: Type 'a'.\n  Types of property 'b'.\n";
    const live =
      "\u001b[96mmain.ts\u001b[0m:\u001b[93m3\u001b[0m:\u001b[93m7\u001b[0m - \u001b[91merror\u001b[0m\u001b[90m TS2322: \u001b[0mType 'a'.\n\n\u001b[7m3\u001b[0m const a = 1;\n\nFound 1 error in main.ts:3\n";
    const error = "main.ts(3,7): error TS2322: Type 'a'.";
    expect([errorsOf(plain, ["main.ts"]), errorsOf(live, ["main.ts"])]).toEqual([[error], [error]]);
  });

  it("are not those of files that it does not read, but those of settings", () => {
    const output = "__tests__/a.ts(1,1): error TS1: a\nerror TS5023: Unknown compiler option 'x'.\n";
    expect(errorsOf(output, ["main.ts"])).toEqual(["error TS5023: Unknown compiler option 'x'."]);
  });
});

describe("a digest", () => {
  it("is of contents, of settings, and of what is missing", () => {
    const folder = outdir();
    const digest = (): string => digestOf(["main.ts"], folder);
    const digests = [digest()];
    for (const [file, text] of [
      ["main.ts", ""],
      ["main.ts", "a"],
      ["tsconfig.json", "{}"],
      ["package-lock.json", "{}"],
    ] as const) {
      writeFileSync(join(folder, file), text);
      digests.push(digest());
    }
    expect(new Set(digests).size).toBe(5);
    expect(digest()).toBe(digests.at(-1));
  });
});

describe("a stored verdict", () => {
  it.each(["", "{", "null", "{}", '{"digest":"a","files":["a"],"errors":[1]}'])(
    "is none, if it is %p",
    (text) => {
      const folder = outdir();
      mkdirSync(join(folder, "dist"));
      writeFileSync(join(folder, "dist", "types.json"), text);
      expect(storedVerdict(folder)).toBeUndefined();
    },
  );
});

describe("a project", () => {
  const folder = outdir();
  const put = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  const run = (program: string, ...args: string[]): { status: number | null; told: string; said: string } => {
    const options = { cwd: folder, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
    return { status, told: stderr, said: stdout };
  };
  const synth = (): { status: number | null; told: string } => {
    const { status, told } = run("build/bundle.mjs", "main");
    return { status, told };
  };

  beforeAll(() => {
    for (const file of [
      "build/bundle.mjs",
      "build/types.mjs",
      "build/types-verdict.cjs",
      "build/options.mjs",
      "build/replace-file.cjs",
      "build/lazy-providers.cjs",
    ]) {
      cpSync(join(ROOT, file), join(folder, file));
    }
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    const compilerOptions = { strict: true, types: [], lib: ["ES2022"], skipLibCheck: true };
    put("tsconfig.json", JSON.stringify({ compilerOptions, files: ["main.ts", "other.ts"] }));
    put("ports.ts", "export interface Ports {\n  readonly http: number;\n}\n");
    put(
      "main.ts",
      'import type { Ports } from "./ports";\nconst ports: Ports = { http: 80 };\nvoid ports;\n',
    );
    put("other.ts", "export const other: number = 'no app reads this';\n");
  });

  beforeEach(() => rmSync(join(folder, "dist"), { recursive: true, force: true }));

  it("without dist/ is bundled, and told that nobody checked", () => {
    expect(synth()).toEqual({ status: 0, told: `${UNCHECKED}\n` });
    expect(existsSync(join(folder, "dist", "main.js"))).toBe(true);
  });

  it("is told nothing while the types of its app hold, whatever is wrong elsewhere", () => {
    expect(run("build/types.mjs")).toMatchObject({
      status: 2,
      said: expect.stringContaining("other.ts(1,14): error TS2322") as string,
    });
    expect(synth()).toEqual({ status: 0, told: "" });
  });

  it("is told of a change in a file of types alone, and then at each synth of the error", () => {
    run("build/types.mjs");
    const before = readFileSync(join(folder, "ports.ts"), "utf8");
    put("ports.ts", before.replace("number", "string"));
    expect(synth().told).toBe(`${UNCHECKED}\n`);
    run("build/types.mjs");
    const { status, told } = synth();
    expect({ status, lines: told.split("\n") }).toEqual({
      status: 0,
      lines: [
        "Types do not hold: 1 type error in main.ts or its imports; to see all, run npm run types",
        "  main.ts(2,24): error TS2322: Type 'number' is not assignable to type 'string'.",
        "",
      ],
    });
    expect(synth().told).toBe(told);
    put("ports.ts", before);
    expect(synth().told).toBe(`${UNCHECKED}\n`);
  });
});
