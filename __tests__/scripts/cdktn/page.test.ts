import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArguments } from "../../../scripts/cdktn/arguments";
import { forkVersions } from "../../../scripts/cdktn/fork";

const ROOT = join(__dirname, "..", "..", "..");
const page = readFileSync(join(ROOT, "docs", "cdk-terrain.md"), "utf8");

describe("docs/cdk-terrain.md", () => {
  it("names the versions that are proven", () => {
    const rows = [...page.matchAll(/^\| [^|]+\| [^|]+\| `([^`]+)` +\| ([\d.]+) /gm)];
    expect(Object.fromEntries(rows.map(([, name, version]) => [name, version]))).toEqual(forkVersions());
  });

  it("names commands that there are", () => {
    const calls = [...page.matchAll(/npm run test:cdktn(?: -- (--[a-z]+))?/g)].map(([, flag]) => flag);
    expect(calls.length).toBeGreaterThan(3);
    for (const flag of calls) expect(parseArguments(flag ? [flag] : []).kind).toMatch(/prove|write/);
  });

  it("names only files that exist", () => {
    const links = [...page.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) => file);
    const named = [...page.matchAll(/`((?:scripts|__tests__)\/[a-z/]+)`/g)].map(([, file = ""]) => file);
    expect(links.filter((file) => !existsSync(join(ROOT, "docs", file)))).toEqual([]);
    expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(links.length * named.length).toBeGreaterThan(0);
  });
});
