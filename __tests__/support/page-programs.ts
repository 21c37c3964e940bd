import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import ts from "typescript";

export const ROOT = join(__dirname, "../..");

/** The programs that a page shows. */
export function programsIn(page: string): string[] {
  return [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);
}

/** Bundles a program as build/bundle.mjs would and runs it as a process of its own; where it has written to. */
export function runProgram(contents: string, folder: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    packages: "external",
    platform: "node",
    write: false,
  });
  const [app, outdir] = [join(folder, "app.js"), join(folder, "cdktf.out")];
  writeFileSync(app, outputFiles[0]?.text ?? "");
  const env = { ...process.env, CDKTF_OUTDIR: outdir, NODE_PATH: join(ROOT, "node_modules") };
  execFileSync(process.execPath, [app], { env });
  return outdir;
}

/** Links of a page, a path from the root, that lead to no file. */
export function deadLinks(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) => file);
  return links.filter((file) => !existsSync(join(ROOT, dirname(page), file)));
}

/** One look of the compiler at all programs: what it takes is the libraries' types, not ours. */
export function typeErrors(programs: readonly string[]): string[] {
  const files = new Map(programs.map((code, index) => [join(ROOT, `block-${index}.ts`), code]));
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
