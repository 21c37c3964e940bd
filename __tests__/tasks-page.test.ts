import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import ts from "typescript";
import { codes } from "../modules";
import { check } from "../traffic";

const ROOT = join(__dirname, "..");
const page = readFileSync(join(ROOT, "docs", "tasks.md"), "utf8");
const program = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code).join("\n");

describe("docs/tasks.md", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-tasks-page-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("is a program without a type error", () => {
    expect(typeErrors()).toEqual([]);
  });

  it("synthesizes, and its stack carries its traffic", () => {
    const { outputFiles } = buildSync({
      stdin: { contents: program, resolveDir: ROOT, loader: "ts" },
      ...{ bundle: true, packages: "external", platform: "node", write: false },
    });
    const file = join(out, "app.js");
    writeFileSync(file, outputFiles[0]?.text ?? "");
    const env = { ...process.env, CDKTF_OUTDIR: out, NODE_PATH: join(ROOT, "node_modules") };
    execFileSync(process.execPath, [file], { env });
    const made = readFileSync(join(out, "stacks", "shop", "cdk.tf.json"), "utf8");
    expect(check(made).findings).toEqual([]);
    expect(
      Object.keys((JSON.parse(made) as { resource: { aws_ecs_service: object } }).resource.aws_ecs_service),
    ).toHaveLength(9);
  });

  it("names codes, rules and files that exist", () => {
    const named = [...page.matchAll(/FY4\d\d/g)].map(([code]) => code);
    expect(named.filter((code) => !(code in codes))).toEqual([]);
    const rules = readFileSync(join(ROOT, "docs", "rules.md"), "utf8");
    expect([...page.matchAll(/FY5\d\d/g)].filter(([code]) => !rules.includes(code))).toEqual([]);
    const links = [...page.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) =>
      join(ROOT, "docs", file),
    );
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });
});

function typeErrors(): string[] {
  const file = join(ROOT, "tasks-page.ts");
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [file] }, ts.sys, ROOT);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, program, target) : getSourceFile(name, target);
  const checked = ts.createProgram(
    [file],
    { ...options, incremental: false, tsBuildInfoFile: undefined },
    host,
  );
  return ts
    .getPreEmitDiagnostics(checked)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
