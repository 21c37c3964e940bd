import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { codes } from "../../modules";

const ROOT = join(__dirname, "../..");
const PAGES = ["docs/state.md", "docs/hcp-terraform.md", "docs/pipelines.md"];
const read = (page: string): string => readFileSync(join(ROOT, page), "utf8");
const blocks = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^ *```ts\n([\s\S]*?)^ *```/gm)].map(([, code = ""]): [string, string] => [
    page,
    code,
  ]),
);

describe("the pages about states and pipelines", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-docs-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it.each(blocks)("%s has code that synthesizes: %.60j", (_, code) => {
    const contents = code.includes("app.synth()") ? code : `${code}\napp.synth();`;
    const { outputFiles } = buildSync({
      stdin: { contents, resolveDir: ROOT, loader: "ts" },
      ...{ bundle: true, packages: "external", platform: "node", write: false },
    });
    const app = join(out, "app.js");
    writeFileSync(app, outputFiles[0]?.text ?? "");
    const outdir = join(out, "cdktf.out");
    const env = { ...process.env, CDKTF_OUTDIR: outdir, NODE_PATH: join(ROOT, "node_modules") };
    execFileSync(process.execPath, [app], { env });
    expect(existsSync(join(outdir, "manifest.json"))).toBe(true);
    rmSync(outdir, { recursive: true });
  });

  it.each(PAGES)("%s names only files and errors that there are", (page) => {
    const text = read(page);
    const links = [...text.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, file = ""]) =>
      join(dirname(page), file),
    );
    const files = [...text.matchAll(/`((?:modules|stacks|__tests__)\/[\w./-]+\.ts)`/g)].map(
      ([, file = ""]) => file,
    );
    expect([...links, ...files].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    const named = [...text.matchAll(/FY\d{3}/g)].map(([code]) => code);
    expect(named.filter((code) => !(code in codes))).toEqual([]);
  });
});
