// Bundles our own TypeScript (never the packages) so that an app process starts as fast as plain JavaScript does.
// Types are not looked at here: `npm run types` does that on its own, and what it found of the app is told here.
import { createRequire } from "node:module";
import { build } from "esbuild";
import { banner, lazily } from "./lazy-providers.cjs";
import { bundling } from "./options.mjs";
import { replaceFile } from "./replace-file.cjs";
import verdicts from "./types-verdict.cjs";

const entries = {
  main: ["main.ts"],
  docs: ["scripts/docs/main.ts"],
  check: ["cli/check/main.ts"],
  picture: ["cli/picture/main.ts"],
  output: ["cli/output/main.ts"],
  pipeline: ["cli/pipeline/main.ts"],
  rehearse: ["cli/rehearse/main.ts"],
  "terraform-modules": ["cli/terraform-modules/main.ts"],
  changes: ["scripts/changes/main.ts"],
  cdktn: ["main.ts", "scripts/cdktn/main.ts"],
  bench: ["main.ts", "scripts/bench/main.ts", "scripts/bench/subject.ts", "scripts/bench/peak-memory.ts"],
};

const wanted = process.argv[2];
if (wanted !== undefined && !(wanted in entries)) {
  console.error(`build: no entry "${wanted}"; there are: ${Object.keys(entries).join(", ")}`);
  process.exit(2);
}

const { outputFiles, metafile } = await build({
  ...bundling,
  entryPoints: wanted === undefined ? [...new Set(Object.values(entries).flat())] : entries[wanted],
  outbase: ".",
  outdir: "dist",
  packages: "external",
  supported: { "dynamic-import": false }, // import() becomes a late require(), which finds such files
  sourcemap: "linked",
  // No line is added before the code, so that the source map holds.
  banner: {
    js:
      wanted === "main"
        ? `if (require.main === module) require("../build/uncaught.cjs").listen(); ${banner}`
        : banner,
  },
  metafile: wanted === "main",
});

for (const { path, text } of outputFiles) {
  replaceFile(path, path.endsWith(".js") ? lazily(text) : text);
}

if (wanted === "main") {
  const verdict = verdicts.storedVerdict();
  const digest = verdicts.digestOf([...Object.keys(metafile.inputs), ...(verdict?.files ?? [])]);
  for (const line of verdicts.notice(verdict, digest, () => isInstalled("typescript"))) console.error(line);
}

function isInstalled(name) {
  try {
    return createRequire(import.meta.url).resolve(name) !== "";
  } catch {
    return false;
  }
}
