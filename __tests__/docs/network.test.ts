import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codes } from "../../modules";
import { rules } from "../../traffic";
import { deadLinks, programsIn, ROOT, runProgram } from "../support/page-programs";

const PAGE = "docs/network.md";
const text = readFileSync(join(ROOT, PAGE), "utf8");
const blocks = programsIn(text);

describe("docs/network.md", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-network-page-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it.each(blocks)("has a code block that synthesizes: %#", (block) => {
    const outdir = runProgram(block, mkdtempSync(join(out, "block-")));
    expect(readdirSync(join(outdir, "stacks"))).toEqual(["shop"]);
  });

  it("has two examples", () => expect(blocks).toHaveLength(2));

  it("names only codes that there are, and files that exist", () => {
    const known = new Set([...Object.keys(codes), ...Object.values(rules).map(({ code }) => code)]);
    const named = [...text.matchAll(/FY\d{3}/g)].map(([code]) => code);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((code) => !known.has(code as never))).toEqual([]);
    expect(deadLinks(PAGE, text)).toEqual([]);
  });
});
