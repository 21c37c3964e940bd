// `npm run types`: TypeScript's verdict on the whole project, as tsc gives it, and kept for `npm run synth` to tell.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve, sep } from "node:path";
import { build } from "esbuild";
import { bundling } from "./options.mjs";
import verdicts from "./types-verdict.cjs";

const { digestOf, errorsOf, keep } = verdicts;
const require = createRequire(import.meta.url);
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;

/** What esbuild reads for main.ts, as in build/bundle.mjs. */
async function bundled() {
  const { metafile } = await build({
    ...{ ...bundling, entryPoints: ["main.ts"], outdir: "dist", packages: "external" },
    ...{ metafile: true, logLevel: "silent" },
  });
  return Object.keys(metafile.inputs);
}

/** All of that, and what is imported for its types alone, which esbuild does not look at. */
function withTypes(inputs) {
  const ts = require("typescript");
  const { config } = ts.readConfigFile("tsconfig.json", (file) => ts.sys.readFile(file));
  const { options } = ts.convertCompilerOptionsFromJson(config?.compilerOptions ?? {}, ".");
  const found = new Set(inputs);
  for (const file of found) {
    if (!/\.[cm]?tsx?$/.test(file)) continue;
    for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles) {
      const { resolvedModule } = ts.resolveModuleName(fileName, resolve(file), options, ts.sys);
      if (resolvedModule === undefined || resolvedModule.isExternalLibraryImport) continue;
      found.add(relative(".", resolvedModule.resolvedFileName).split(sep).join("/"));
    }
  }
  return [...found].sort();
}

/** The app's files, and their digest; undefined where they can't be read, of which tsc tells more. */
async function theApp() {
  try {
    const files = withTypes(await bundled());
    return { files, digest: digestOf(files) };
  } catch {
    return undefined;
  }
}

const tsc = [require.resolve("typescript/bin/tsc"), "--noEmit"];
const options = process.argv.slice(2);
if (options.length > 0) {
  // Another question, such as --watch: its answer is not kept.
  process.exit(spawnSync(process.execPath, [...tsc, ...options], { stdio: "inherit" }).status ?? 1);
}

const app = await theApp();
const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR;
const { status, stdout } = spawnSync(process.execPath, [...tsc, "--pretty", String(isColoured)], {
  ...{ encoding: "utf8", maxBuffer: MOST_OUTPUT_BYTES, stdio: ["inherit", "pipe", "inherit"] },
});
process.stdout.write(stdout ?? "");
process.exitCode = status ?? 1;

// A compiler that broke has no verdict, and neither has an app that was changed meanwhile.
const hasVerdict = status === 0 || (status !== null && /error TS\d+: /.test(stdout));
if (hasVerdict && app !== undefined && digestOf(app.files) === app.digest) {
  keep({ digest: app.digest, files: app.files, errors: errorsOf(stdout, app.files) });
}
