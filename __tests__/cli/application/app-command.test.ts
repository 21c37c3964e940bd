import { realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failureOf, readAppCommand, runApp } from "../../../cli/application/app-command";
import { synthesizeApplication, synthesizedStacks } from "../../../cli/application/application";
import { isPackaged, typed } from "../../../cli/application/typed";
import { filesIn, outdir } from "../../support/outdir";

/** An app without CDKTF: it writes what it is told by its environment, as CDKTF's would. */
const APP = `
const { mkdirSync, writeFileSync } = require("node:fs");
const { CDKTF_OUTDIR: out, CDKTF_CONTEXT_JSON: context } = process.env;
const stack = (name, dependencies) => {
  mkdirSync(\`\${out}/stacks/\${name}\`, { recursive: true });
  writeFileSync(\`\${out}/stacks/\${name}/cdk.tf.json\`, context);
  const synthesizedStackPath = \`stacks/\${name}/cdk.tf.json\`;
  return { name, constructPath: \`app/\${name}\`, synthesizedStackPath, dependencies };
};
const stacks = { network: stack("network", []), shop: stack("shop", ["app/network"]) };
writeFileSync(\`\${out}/manifest.json\`, JSON.stringify({ stacks }));
`;

function project(settings: string | undefined, app = APP): string {
  const folder = realpathSync(outdir());
  if (settings !== undefined) writeFileSync(join(folder, "cdktf.json"), settings);
  writeFileSync(join(folder, "main.js"), app);
  return folder;
}

describe("the app of a folder", () => {
  it("is what its cdktf.json names, with CDKTF's output folder and no context unless told", () => {
    const folder = project('{ "app": "node main.js" }');
    expect(readAppCommand(folder)).toEqual({ command: "node main.js", output: "cdktf.out", context: {} });
  });

  it.each([
    ["no cdktf.json", undefined, /^there is no cdktf\.json in \S+: go to the folder of your CDKTF app$/],
    ["a cdktf.json that is no JSON", "{", /cdktf\.json can't be read: /],
    ["a cdktf.json that holds no object", "[1", /cdktf\.json can't be read: /],
    ["null in cdktf.json", "null", /cdktf\.json can't be read: it holds no object$/],
    ["no app in cdktf.json", "{}", /cdktf\.json names no app: add "app", the command that synthesizes/],
    ["an app of another kind", '{ "app": 7 }', /cdktf\.json names no app/],
    ["an empty app", '{ "app": " " }', /cdktf\.json names no app/],
  ])("is refused in a line with %s", (_, settings, problem) => {
    const folder = project(settings);
    expect(() => readAppCommand(folder)).toThrow(problem);
    expect(() => readAppCommand(folder)).not.toThrow("\n");
  });
});

describe("an app that is run", () => {
  const before = process.cwd();
  afterEach(() => process.chdir(before));
  const enter = (settings: object, app?: string): void =>
    process.chdir(project(JSON.stringify(settings), app));

  it("is asked for its stacks and what they read", () => {
    enter({ app: "node main.js" });
    const out = outdir();
    const { stacks, dependencies } = synthesizeApplication(out);
    expect(stacks).toEqual(["network", "shop"]);
    expect(dependencies("shop")).toEqual(["network"]);
    expect(dependencies("network")).toEqual([]);
    expect(dependencies("other")).toEqual([]);
    expect(filesIn(out)).toHaveLength(3);
  });

  it("is given the context of cdktf.json, and the command's on top", () => {
    enter({ app: "node main.js", output: "out", context: { "frontyard:state": "s3", mine: 1 } });
    const [network] = synthesizedStacks({ state: "local", unjudged: true });
    expect(network).toMatchObject({ name: "network", file: join("out", "stacks", "network", "cdk.tf.json") });
    expect(JSON.parse(network?.json ?? "")).toEqual({
      "frontyard:state": "local",
      "frontyard:traffic": "off",
      mine: 1,
    });
  });

  it("writes nothing to the project", () => {
    enter({ app: "node main.js" });
    synthesizedStacks();
    expect(filesIn(process.cwd())).toEqual(["cdktf.json", "main.js"]);
  });

  it("fails with what it said, if it ends badly", () => {
    enter({ app: "node main.js && node more.js" }, 'console.error("no image"); process.exit(3)');
    expect(() => synthesizedStacks()).toThrow(/^no image$/);
  });

  it("passes on what is said of types, to where no output is read from", () => {
    const told: unknown[] = [];
    const write = jest.spyOn(process.stderr, "write").mockImplementation((text) => told.push(text) > 0);
    const out = jest.spyOn(process.stdout, "write");
    enter({ app: "node main.js" }, `console.error("Types not checked …");${APP}`);
    const { length } = synthesizedStacks();
    const isSilent = out.mock.calls.length === 0;
    write.mockRestore();
    out.mockRestore();
    expect({ told, length, isSilent }).toEqual({
      told: ["Types not checked …\n"],
      length: 2,
      isSilent: true,
    });
  });

  it("fails if it writes nothing", () => {
    enter({ app: "node main.js" }, "");
    expect(() => synthesizedStacks()).toThrow('"node main.js" wrote no manifest.json');
  });

  it("may say more than a screen", () => {
    enter({ app: "node main.js" }, 'console.log("x".repeat(3_000_000))');
    const { exitCode, stdout } = runApp(readAppCommand(process.cwd()), process.cwd(), outdir());
    expect({ exitCode, length: stdout.length }).toEqual({ exitCode: 0, length: 3_000_001 });
  });
});

describe("why an app failed", () => {
  const run = { exitCode: 1, stdout: "", stderr: "" };

  it("is its bad input, without the trace of an error that nobody caught", () => {
    const lines = "1 problem, nothing was written:\n  FY013 shop: region …";
    const stderr = `/app/main.js:1\nthrow new X();\n^\n\nFrontyardError: ${lines}\n    at a (b:1)\n    at c {\n  problems: []\n}\n`;
    expect(failureOf({ ...run, stderr }, "app")).toBe(lines);
  });

  it("is its bad input, of an error that has no trace and is printed by Node itself", () => {
    const lines = "1 problem, nothing was written:\n  FY013 shop: region …";
    const bare = `class FrontyardError extends Error {
        name = "FrontyardError";
        stack = "FrontyardError: " + this.message;
      }
      throw new FrontyardError(${JSON.stringify(lines)});`;
    const folder = project('{ "app": "node main.js" }', bare);
    expect(failureOf(runApp(readAppCommand(folder), folder, outdir()), "app")).toBe(lines);
  });

  it("is all of another error", () => {
    const stderr = "TypeError: x is not a function\n    at a (b:1)";
    expect(failureOf({ ...run, stderr }, "app")).toBe(stderr);
  });

  it("is what a compiler wrote to the other stream", () => {
    expect(failureOf({ ...run, stdout: "main.ts(1,1): error TS2304\n" }, "app")).toBe(
      "main.ts(1,1): error TS2304",
    );
  });

  it("stands before what is said of types, however it is told", () => {
    const checked = "Types not checked since main.ts or its imports changed: run npm run types\n";
    const wrong = "Types do not hold: 1 type error …\n  main.ts(1,1): error TS2304: …\n";
    for (const [stderr, why] of [
      ["TypeError: x\n    at main.ts:1:1\n", "TypeError: x\n    at main.ts:1:1"],
      ["FrontyardError: 1 problem\n    at a (b:1)\n", "1 problem"],
      ["", '"app" ended with 1'],
    ] as const) {
      for (const notice of [checked, wrong]) {
        expect(failureOf({ ...run, stderr: notice + stderr }, "app")).toBe(`${why}\n${notice.trimEnd()}`);
      }
    }
  });

  it("is its exit code, or a signal, if it said nothing", () => {
    expect(failureOf(run, "app")).toBe('"app" ended with 1');
    expect(failureOf({ ...run, exitCode: null }, "app")).toBe('"app" ended with a signal');
  });
});

describe("what a person types", () => {
  it("is the executable from the package, and a script in this project", () => {
    expect(typed("check", "plan.json", true)).toBe("npx frontyard check plan.json");
    expect(typed("check", "plan.json", false)).toBe("npm run check -- plan.json");
  });

  it.each([
    ["/shop/node_modules/.bin/frontyard", true],
    ["/shop/node_modules/frontyard/dist/package/frontyard.js", true],
    ["/frontyard/dist/cli/check/main.js", false],
    ["/frontyard/node_modules/.bin/jest", false],
  ])("is told by the program %s", (program, packaged) => {
    expect(isPackaged(program)).toBe(packaged);
  });
});
