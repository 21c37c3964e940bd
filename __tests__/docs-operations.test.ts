import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { codes } from "../modules";

const ROOT = join(__dirname, "..");
const page = readFileSync(join(ROOT, "docs", "operations.md"), "utf8");
const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = ""]) => code);

describe("docs/operations.md", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-operations-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("has code blocks that synthesize", () => {
    expect(blocks).toHaveLength(2);
    blocks.forEach((contents, position) => {
      const stdin = { contents, resolveDir: ROOT, loader: "ts" as const };
      const bundling = { bundle: true, packages: "external", platform: "node", write: false } as const;
      const app = join(out, `app-${position}.js`);
      writeFileSync(app, buildSync({ stdin, ...bundling }).outputFiles[0]?.text ?? "");
      const places = { CDKTF_OUTDIR: join(out, `${position}`), NODE_PATH: join(ROOT, "node_modules") };
      execFileSync(process.execPath, [app], { env: { ...process.env, ...places } });
    });
    expect(readdirSync(join(out, "0", "stacks"))).toEqual(["shop"]);
    expect(readdirSync(join(out, "1", "stacks"))).toEqual(["canary"]);
  });

  it("names the first and the last code of each part", () => {
    const own = Object.keys(codes).filter((code) => /^FY(4[789]|7)/.test(code));
    const named = [...page.matchAll(/FY\d{3} to FY\d{3}/g)].flatMap(([range]) => range.split(" to "));
    expect(named).toHaveLength(6);
    expect(own).toEqual(expect.arrayContaining(named));
    expect(own.at(0)).toBe(named.at(0));
    expect(own.at(-1)).toBe(named.at(-1));
  });
});
