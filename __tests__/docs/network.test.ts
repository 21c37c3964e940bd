import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { codes } from "../../modules";
import { rules } from "../../traffic";

const ROOT = join(__dirname, "..", "..");
const PAGE = join(ROOT, "docs", "network.md");
const text = readFileSync(PAGE, "utf8");
const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);

describe("docs/network.md", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-network-page-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it.each(blocks)("has a code block that synthesizes: %#", (block) => {
    const { outputFiles } = buildSync({
      stdin: { contents: block, resolveDir: ROOT, loader: "ts" },
      bundle: true,
      packages: "external",
      platform: "node",
      write: false,
    });
    const folder = mkdtempSync(join(out, "block-"));
    writeFileSync(join(folder, "app.js"), outputFiles[0]?.text ?? "");
    const env = { ...process.env, CDKTF_OUTDIR: join(folder, "out"), NODE_PATH: join(ROOT, "node_modules") };
    execFileSync(process.execPath, [join(folder, "app.js")], { env });
    expect(readdirSync(join(folder, "out", "stacks"))).toEqual(["shop"]);
  });

  it("has two examples", () => expect(blocks).toHaveLength(2));

  it("names only codes that there are, and files that exist", () => {
    const known = new Set([...Object.keys(codes), ...Object.values(rules).map(({ code }) => code)]);
    const named = [...text.matchAll(/FY\d{3}/g)].map(([code]) => code);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((code) => !known.has(code as never))).toEqual([]);
    const links = [...text.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) => file);
    expect(links.filter((file) => !existsSync(join(dirname(PAGE), file)))).toEqual([]);
  });
});
