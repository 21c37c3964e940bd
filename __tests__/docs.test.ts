import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { buildSync } from "esbuild";
import ts from "typescript";
import { errorsPage } from "../commands/docs/errors-page";
import { checkovConfig, policyPage, trivyIgnore } from "../commands/docs/policy-page";
import { rulesPage } from "../commands/docs/rules-page";
import { assertSound, AwsStack, FrontyardError, LoadBalancer, Network, TargetGroup } from "../modules";

const ROOT = join(__dirname, "..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const blocks = (file: string): string[] =>
  [...read(file).matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);

/** Pages with an example that is a whole program. */
const PAGES = ["docs/production.md", "docs/protection.md"];

describe("help", () => {
  const listed = [...read("help").matchAll(/^ {4}npm (?:run )?([a-z0-9:]+) /gm)].map(([, name]) => name);

  it("lists exactly the scripts that there are", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const asTyped = Object.keys(scripts).map((name) => name.replace(/^prepack$/, "pack"));
    expect([...new Set(listed)].sort()).toEqual(asTyped.sort());
  });

  it("fits on one screen", () => {
    expect(read("help").split("\n").length).toBeLessThanOrEqual(40);
    expect(
      Math.max(
        ...read("help")
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(110);
  });
});

describe("pages that are made from the code", () => {
  it.each([
    ["docs/errors.md", errorsPage],
    ["docs/rules.md", rulesPage],
    ["docs/policy-checks.md", policyPage],
    ["docs/policy-checks/checkov.yaml", checkovConfig],
    ["docs/policy-checks/trivyignore", trivyIgnore],
  ])("%s is what `npm run docs` would write now", (file, page) => {
    expect(read(file)).toBe(page());
  });
});

describe("README.md", () => {
  const [code = ""] = blocks("README.md");
  const out = mkdtempSync(join(tmpdir(), "frontyard-readme-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("has a code block that a reader would start from", () => {
    expect(code).toContain("new AwsStack");
  });

  it("has code blocks that synthesize", () => {
    for (const block of blocks("README.md")) synthesize(block, out);
    expect(readdirSync(join(out, "cdktf.out", "stacks"))).toEqual(["shop"]);
  });

  it("has code blocks without a type error, and so have the pages with examples", () => {
    const pages = ["README.md", ...PAGES];
    expect(typeErrors(pages.flatMap(blocks))).toEqual([]);
  });

  it("quotes the very error that its example would lead to", () => {
    const stack = new AwsStack(new App({ outdir: out }), "shop", { region: "eu-west-1" });
    const network = new Network(stack, "Network", { zones: ["eu-west-1a"] });
    new TargetGroup(stack, "Targets", { network, port: 8000, healthCheck: { path: "healthz" } });
    new LoadBalancer(stack, "FrontDoor", { network, scheme: "internet-facing" });
    const [, quoted = ""] = /^```text\n(2 problems[\s\S]*?)^```/m.exec(read("README.md")) ?? [];
    expect(() => assertSound(stack.node.root)).toThrow(FrontyardError);
    const lines = problemLines(() => assertSound(stack.node.root));
    expect(lines).toEqual(quoted.trimEnd().split("\n").sort());
  });

  it("names only files that exist", () => {
    const links = [...read("README.md").matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) => file);
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});

describe.each(PAGES)("%s", (page) => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-page-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("has an example that synthesizes", () => {
    expect(blocks(page)).toHaveLength(1);
    for (const block of blocks(page)) synthesize(block, out);
    expect(readdirSync(join(out, "cdktf.out", "stacks"))).toHaveLength(1);
  });

  it("names only files that exist", () => {
    const links = [...read(page).matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) => file);
    expect(links.filter((file) => !existsSync(join(ROOT, "docs", file)))).toEqual([]);
  });
});

function problemLines(act: () => void): string[] {
  try {
    act();
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").sort();
  }
}

/** Bundles a block as build.mjs would and runs it as a process of its own. */
function synthesize(block: string, out: string): void {
  const { outputFiles } = buildSync({
    stdin: { contents: block, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    packages: "external",
    platform: "node",
    write: false,
  });
  const app = join(out, "app.js");
  writeFileSync(app, outputFiles[0]?.text ?? "");
  execFileSync(process.execPath, [app], {
    env: { ...process.env, CDKTF_OUTDIR: join(out, "cdktf.out"), NODE_PATH: join(ROOT, "node_modules") },
  });
}

/** One look of the compiler at all blocks: what it takes is the libraries' types, not ours. */
function typeErrors(codes: readonly string[]): string[] {
  const files = new Map(codes.map((code, index) => [join(ROOT, `block-${index}.ts`), code]));
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const given = { ...config, include: [], files: [...files.keys()] };
  const { options } = ts.parseJsonConfigFileContent(given, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, target) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile(name, target) : ts.createSourceFile(name, code, target);
  };
  const settings = { ...options, incremental: false, tsBuildInfoFile: undefined };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([...files.keys()], settings, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
