import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "../../stacks");
const files = readdirSync(FOLDER).map((name): [string, string] => [
  name,
  readFileSync(join(FOLDER, name), "utf8"),
]);
/** What the stacks share, and what `npm run docs` writes of the settings' types. */
const SHARED = [
  "front-door.ts",
  "settings.ts",
  "settings-file.ts",
  "settings-shapes.json",
  "reference-stack.ts",
  "wrong-settings.ts",
];
const stacks = files.filter(([name]) => !SHARED.includes(name));

describe("a stack file is there to be copied", () => {
  it("is one of five, which share what settings turn on", () => {
    expect(files.map(([name]) => name)).toEqual([
      "front-door.ts",
      "learning-app.ts",
      "network.ts",
      "pipeline.ts",
      "reference-stack.ts",
      "settings-file.ts",
      "settings-shapes.json",
      "settings.ts",
      "state-bucket.ts",
      "voice-agent.ts",
      "wrong-settings.ts",
    ]);
  });

  it.each(stacks)("%s is short: 60 lines at most below its imports", (_, code) => {
    const [, below = ""] = code.split(/from "\.\.\/modules";\n+/);
    expect(below).toContain("export class");
    expect(below.trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  });

  it.each(stacks)("%s holds no ARN, no id of AWS's and no cast", (_, code) => {
    expect(code).not.toMatch(/arn:/);
    expect(code).not.toMatch(/\b(vpc|subnet|sg|igw|nat|rtb|eipalloc|ami)-[0-9a-f]{8}/);
    expect(code).not.toMatch(/\b\d{12}\b/);
    expect(code.replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "")).not.toMatch(/ as |<any>|@ts-/);
  });
});
