import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namesIn, renamed } from "../../../scripts/cdktn/names";

const versions = {
  cdktn: "0.24.0",
  "@cdktn/provider-aws": "25.7.0",
  "cdktn-cli": "0.24.0",
  constructs: "10.6.0",
};
const named = (text: string, path = "modules/x.ts"): string => renamed(path, text, versions);

describe("a name that stands for a package or its program", () => {
  it.each([
    ['import { App } from "cdktf";', 'import { App } from "cdktn";'],
    ["floor: require('cdktf')", "floor: require('cdktn')"],
    ['import trace = require("cdktf/lib/tokens/x");', 'import trace = require("cdktn/lib/tokens/x");'],
    ['import { Lb } from "@cdktf/provider-aws/lib/lb";', 'import { Lb } from "@cdktn/provider-aws/lib/lb";'],
    ['regex: "^@cdktf/provider-[^/]+$"', 'regex: "^@cdktn/provider-[^/]+$"'],
    [String.raw`/"(@cdktf\/provider-[^"]+)"/`, String.raw`/"(@cdktn\/provider-[^"]+)"/`],
    ['group: ["cdktf", "cdktf/*", "@cdktf/*"]', 'group: ["cdktn", "cdktn/*", "@cdktn/*"]'],
    ['join(root, ".bin", "cdktf")', 'join(root, ".bin", "cdktn")'],
    ["npx cdktf deploy voice-agent", "npx cdktn deploy voice-agent"],
    ["./node_modules/.bin/cdktf synth", "./node_modules/.bin/cdktn synth"],
    ["Then `cdktf deploy shop`.", "Then `cdktn deploy shop`."],
    ['"get": "cdktf get",', '"get": "cdktn get",'],
  ])("changes: %s", (before, after) => {
    expect(named(before)).toBe(after);
    expect(namesIn("modules/x.ts", before)).toBe(after.split("cdktn").length - 1);
  });
});

describe("what only sounds like one", () => {
  it.each([
    'join(out, "cdktf.out", "stacks")',
    'read("cdktf.json")',
    "CDKTF_OUTDIR=x",
    "https://developer.hashicorp.com/terraform/cdktf/concepts/tokens",
    "gate.cdktfStack",
    "what cdktf writes",
    "cdktf outputs are plain JSON",
    'mkdtempSync("frontyard-cdktf-")',
  ])("stays: %s", (text) => {
    expect(named(text)).toBe(text);
    expect(namesIn("modules/x.ts", text)).toBe(0);
  });

  it.each([
    "scripts/cdktn/names.ts",
    "__tests__/scripts/cdktn/names.test.ts",
    "docs/cdk-terrain.md",
    "docs/decisions/0001-cdktf-now-cdk-terrain-next.md",
    "package-lock.json",
  ])("stays in %s, which speaks of both", (path) => {
    expect(named('from "cdktf"', path)).toBe('from "cdktf"');
    expect(namesIn(path, 'from "cdktf"')).toBe(0);
  });
});

describe("package.json", () => {
  it("gets the versions that belong to the names", () => {
    const before =
      '"@cdktf/provider-aws": "21.22.1",\n"cdktf-cli": "0.21.0",\n"constructs": "10.4.2",\n"jest": "30.5.2"';
    expect(named(before, "package.json").split(",\n")).toEqual([
      '"@cdktn/provider-aws": "25.7.0"',
      '"cdktn-cli": "0.24.0"',
      '"constructs": "10.6.0"',
      '"jest": "30.5.2"',
    ]);
  });

  it.each(["^0.21.0", "~0.21.0", ">=0.21.0 <0.22.0"])("keeps the range %s a range", (range) => {
    expect(named(`"cdktf": "${range}"`, "package.json")).toBe('"cdktn": "^0.24.0"');
  });

  it("alone has versions", () => {
    expect(named('{ "constructs": "10.4.2" }', "docs/x.md")).toBe('{ "constructs": "10.4.2" }');
  });
});

describe("the packages of CDK Terrain that are installed for the proof", () => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(__dirname, "../../../scripts/cdktn/fork", file), "utf8"));

  it("are exact, and locked", () => {
    const { dependencies } = read("package.json") as { dependencies: Record<string, string> };
    const { packages } = read("package-lock.json") as { packages: Record<string, { version?: string }> };
    const locked = Object.keys(dependencies).map((name) => [name, packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(dependencies);
  });
});

it("gives the table of peers for consumers its names and ranges, in rows of the same length", () => {
  const before =
    "| `cdktf`               | `^0.21.0` | `cdktf` asks |\n| `@cdktf/provider-aws` | `^21.5.0` | x |\n| `jest` | `^1.0.0` | x |";
  expect(named(before, "docs/package.md").split("\n")).toEqual([
    "| `cdktn`               | `^0.24.0` | `cdktf` asks |",
    "| `@cdktn/provider-aws` | `^25.7.0` | x |",
    "| `jest` | `^1.0.0` | x |",
  ]);
});
