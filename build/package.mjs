// Makes dist/package, which `npm pack` packs: the library with its types, the matcher for Jest, and the executable.
// Nothing here depends on this machine or the time: the same sources make the same bytes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { banner, lazily } from "./lazy-providers.cjs";
import { bundling } from "./options.mjs";

const OUT = join("dist", "package");
const library = { index: "modules/index.ts", traffic: "traffic/public.ts", jest: "traffic/jest/index.ts" };

/** Our own code in one file an entry; CDKTF and its provider stay outside, so that there is one copy of each. */
async function makeLibrary() {
  const { outputFiles } = await build({
    ...bundling,
    entryPoints: library,
    outdir: OUT,
    packages: "external",
    banner: { js: banner },
  });
  return outputFiles.map(({ path, text }) => [relative(OUT, path), lazily(text)]);
}

/** The executable brings what it needs along: whoever installs the library installs no client of AWS. */
async function makeExecutable() {
  const { outputFiles, metafile } = await build({
    ...bundling,
    entryPoints: { frontyard: "cli/frontyard/main.ts" },
    outdir: OUT,
    mainFields: ["module", "main"],
    external: ["cdktf", "constructs", "@cdktf/*"], // the consumer's, as the library has them
    legalComments: "none", // licenses.txt has them whole
    minify: true,
    metafile: true,
  });
  const files = outputFiles.map(({ path, text }) => [relative(OUT, path), text]);
  return [...files, ["licenses.txt", licenses(Object.keys(metafile.inputs))]];
}

/** The license of every package that the executable brings along. */
function licenses(inputs) {
  const packages = new Set(
    inputs.flatMap((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const texts = [...packages].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version}, ${license}\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}`;
  });
  return `The executable contains these packages.\n\n${[...new Set(texts)].sort().join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** Types of all our files, without those that nothing public leads to. */
function makeTypes() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "frontyard-types-")));
  try {
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const args = [tsc, "-p", "build/tsconfig.package.json", "--outDir", folder];
    execFileSync(process.execPath, args, { stdio: "inherit" });
    const reached = reachedFrom(folder);
    return readdirSync(folder, { recursive: true })
      .filter((file) => statSync(join(folder, file)).isFile())
      .filter((file) => !file.endsWith(".d.ts") || reached.has(join(folder, file)))
      .map((file) => [join("types", file), readFileSync(join(folder, file), "utf8")]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reachedFrom(folder) {
  const entries = Object.values(library).map((file) => resolve(folder, file.replace(/\.ts$/, ".d.ts")));
  const reached = new Set(entries);
  for (const file of reached) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles) {
      const target = ts.resolveModuleName(fileName, file, {}, ts.sys).resolvedModule?.resolvedFileName;
      if (target?.startsWith(folder)) reached.add(resolve(target));
    }
  }
  return reached;
}

/** Our own writer of files, which is TypeScript. */
async function writer() {
  const options = { ...bundling, entryPoints: ["cli/files/index.ts"], format: "esm" };
  const { outputFiles } = await build(options);
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const made = [...(await makeLibrary()), ...(await makeExecutable()), ...makeTypes()];
const { writeFiles } = await writer();
writeFiles([
  {
    command: "package",
    folder: "dist",
    files: new Map(made.map(([path, text]) => [`package/${path.split(sep).join("/")}`, text])),
    names: /./,
    adopt: true, // all of dist/ is built, and git ignores it
  },
]);
