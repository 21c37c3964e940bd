import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codes } from "../../modules";
import { programsIn, ROOT, runProgram } from "../support/page-programs";

const page = readFileSync(join(ROOT, "docs", "operations.md"), "utf8");
const blocks = programsIn(page);

describe("docs/operations.md", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-operations-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("has code blocks that synthesize", () => {
    expect(blocks).toHaveLength(2);
    const stacks = blocks.flatMap((block) => {
      const outdir = runProgram(block, mkdtempSync(join(out, "block-")));
      return readdirSync(join(outdir, "stacks"));
    });
    expect(stacks).toEqual(["shop", "canary"]);
  });

  it("names the first and the last code of each part", () => {
    const own = Object.keys(codes)
      .sort()
      .filter((code) => /^FY(4[78]|49[0-7]|7)/.test(code));
    const named = [...page.matchAll(/FY\d{3} to FY\d{3}/g)].flatMap(([range]) => range.split(" to "));
    expect(named).toHaveLength(6);
    expect(own).toEqual(expect.arrayContaining(named));
    expect(own.at(0)).toBe(named.at(0));
    expect(own.at(-1)).toBe(named.at(-1));
  });
});
