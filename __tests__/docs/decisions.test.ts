import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/page-programs";

const folder = join(ROOT, "docs/decisions");
const pages = readdirSync(folder).filter((name) => name !== "README.md");
const rows = [
  ...readFileSync(join(folder, "README.md"), "utf8").matchAll(
    /^\| \[(\d{4})\]\(([^)]+)\) +(.+?) +\| (\S+) +\| (.+?) +\|$/gm,
  ),
].map(([, number, file = "", title, date, status]) => ({ number, file, title, date, status }));

describe("the index of decisions", () => {
  it("lists every page once", () => {
    expect(rows.map(({ file }) => file).sort()).toEqual([...pages].sort());
  });

  it.each(rows)("$number: gives the page's number and title", ({ number, file, title }) => {
    const [heading = ""] = readFileSync(join(folder, file), "utf8").split("\n");
    expect(file.slice(0, 4)).toBe(number);
    expect(heading.replace(/^# (\d{4}: )?/, "")).toBe(title);
  });

  it.each(rows)("$number: has a date and a status", ({ date, status }) => {
    expect(date).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(status).toMatch(/^(in force|superseded by \[\d{4}\]\(.+\)|amended by \[\d{4}\]\(.+\))$/);
  });
});
