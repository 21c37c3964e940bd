import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules, type Rule } from "../../../traffic";

const FOLDER = join(__dirname, "..", "..", "..", "traffic", "rules");
const files = readdirSync(FOLDER).filter((file) => file !== "index.ts" && file !== "rule.ts");
const all: readonly [string, Rule][] = Object.entries(rules);

describe("rules", () => {
  it("are one a file, whose name is the rule's id", () => {
    expect(files.map((file) => file.replace(/\.ts$/, "")).sort()).toEqual(Object.keys(rules).sort());
  });

  it.each(files)("%s has less than 60 lines", (file) => {
    expect(readFileSync(join(FOLDER, file), "utf8").split("\n").length).toBeLessThanOrEqual(60);
  });

  it("have a code each, in rising order", () => {
    const codes = all.map(([, { code }]) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it.each(all)("%s reads as a sentence, and names its page", (_, { subject, allowed, fix, page }) => {
    for (const text of [subject, allowed, fix]) expect(text).toMatch(/^[a-zA-Z][^\n]*[^.\s]$/);
    expect(page).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|registry\.terraform\.io)\//);
  });
});
