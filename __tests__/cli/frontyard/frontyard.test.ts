import { readFileSync } from "node:fs";
import { frontyard } from "../../../cli/frontyard/frontyard";
import { subcommands } from "../../../cli/frontyard/subcommands";

const { version, bin } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly version: string;
  readonly bin: object;
};
const NAMES = ["check", "picture", "rehearse", "terraform-modules", "pipeline", "output"];

/** What the executable wrote, and how it ended. */
async function run(...args: string[]): Promise<{ code: number | undefined; out: string; problems: string }> {
  const text = { out: "", problems: "" };
  const log = jest.spyOn(console, "log").mockImplementation((line) => void (text.out += `${line}\n`));
  const error = jest
    .spyOn(console, "error")
    .mockImplementation((line) => void (text.problems += `${line}\n`));
  const write = jest.spyOn(process.stdout, "write").mockImplementation((part) => {
    text.out += String(part);
    return true;
  });
  const code = await frontyard(args);
  for (const spy of [log, error, write]) spy.mockRestore();
  return { code, ...text };
}

describe("the executable", () => {
  it("is named as the package says", () => {
    expect(Object.keys(bin)).toEqual(["frontyard"]);
  });

  it("has these commands", () => {
    expect(Object.keys(subcommands)).toEqual(NAMES);
  });

  it.each([[[]], [["--help"]], [["-h"]]])("tells its commands, a line each, on %j", async (args) => {
    const { code, out, problems } = await run(...args);
    expect({ code, problems }).toEqual({ code: 0, problems: "" });
    expect([...out.matchAll(/^ {2}([a-z][a-z-]*) {2,}\S/gm)].map(([, name]) => name)).toEqual(NAMES);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it.each(["--version", "-v"])("tells its version on %s", async (option) => {
    expect(await run(option)).toEqual({ code: 0, out: `${version}\n`, problems: "" });
  });

  it.each(NAMES)("hands on what follows %s", async (name) => {
    const { code, out } = await run(name, "--help");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: npm run ${name} --`));
  });

  it.each([["share", "terraform-modules"]])("still runs %s, which is %s now", async (earlier, name) => {
    const { code, out, problems } = await run(earlier, "--help");
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: npm run ${name} --`));
    expect(problems).toBe(`frontyard: ${earlier} is deprecated and will be removed in 1.0: use ${name}\n`);
  });

  it.each([
    ["chekc", "command"],
    ["toString", "command"],
    ["--fix", "option"],
  ])("refuses %s with all that there is", async (word, kind) => {
    expect(await run(word, "plan.json")).toEqual({
      code: 2,
      out: "",
      problems: `frontyard: unknown ${kind} ${word}; there are: ${NAMES.join(", ")}, --help, --version\n`,
    });
  });

  it("refuses what a command refuses", async () => {
    const { code, problems } = await run("picture", "--colour");
    expect({ code, problems }).toEqual({
      code: 2,
      problems: "picture: unknown option --colour. See --help\n",
    });
  });
});
