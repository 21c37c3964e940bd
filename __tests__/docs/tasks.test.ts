import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codes } from "../../modules";
import { check } from "../../traffic";
import { deadLinks, programsIn, ROOT, runProgram, typeErrors } from "../support/page-programs";

const page = readFileSync(join(ROOT, "docs", "tasks.md"), "utf8");
const program = programsIn(page).join("\n");

describe("docs/tasks.md", () => {
  const out = mkdtempSync(join(tmpdir(), "frontyard-tasks-page-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("is a program without a type error", () => {
    expect(typeErrors([program])).toEqual([]);
  });

  it("synthesizes, and its stack carries its traffic", () => {
    const made = readFileSync(join(runProgram(program, out), "stacks", "shop", "cdk.tf.json"), "utf8");
    expect(check(made).findings).toEqual([]);
    expect(
      Object.keys((JSON.parse(made) as { resource: { aws_ecs_service: object } }).resource.aws_ecs_service),
    ).toHaveLength(10);
  });

  it("names codes, rules and files that exist", () => {
    const named = [...page.matchAll(/FY4\d\d/g)].map(([code]) => code);
    expect(named.filter((code) => !(code in codes))).toEqual([]);
    const rules = readFileSync(join(ROOT, "docs", "rules.md"), "utf8");
    expect([...page.matchAll(/FY5\d\d/g)].filter(([code]) => !rules.includes(code))).toEqual([]);
    expect(deadLinks("docs/tasks.md", page)).toEqual([]);
  });
});
