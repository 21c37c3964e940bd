import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { subcommands } from "../../cli/frontyard/subcommands";

const page = readFileSync("docs/package.md", "utf8");
const {
  version,
  peerDependencies,
  exports: exported,
} = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: object;
};

/** The words in code style that open the rows of the table below a heading. */
function rows(heading: string): string[] {
  const [, section = ""] = page.split(`## ${heading}\n`);
  const [own = ""] = section.split("\n## ");
  return [...own.matchAll(/^\| `([^`]+)`/gm)].map(([, word = ""]) => word);
}

describe("docs/package.md", () => {
  it("names the tarball that npm pack makes now", () => {
    expect(page).toContain(`frontyard-${version}.tgz`);
  });

  it("lists the peers with their ranges", () => {
    const listed = [...page.matchAll(/^\| `([^`]+)` +\| `(\^[^`]+)`/gm)].map(([, name, range]) => [
      name,
      range,
    ]);
    expect(Object.fromEntries(listed)).toEqual(peerDependencies);
  });

  it("lists what can be imported", () => {
    const entries = Object.keys(exported).filter((entry) => entry !== "./package.json");
    expect(rows("What it exports").sort()).toEqual(entries.map((entry) => join("frontyard", entry)).sort());
  });

  it("lists the commands", () => {
    expect(rows("The executable").sort()).toEqual(Object.keys(subcommands).sort());
  });

  it("names only files that exist", () => {
    const links = [...page.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, file = ""]) => file);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((file) => !existsSync(join("docs", file)))).toEqual([]);
  });
});
