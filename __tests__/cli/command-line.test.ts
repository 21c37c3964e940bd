import { readCommandLine, type Declared } from "../../cli/command-line";
import * as check from "../../cli/check/arguments";
import * as output from "../../cli/output/arguments";
import * as picture from "../../cli/picture/arguments";
import * as pipeline from "../../cli/pipeline/arguments";
import * as rehearse from "../../cli/rehearse/arguments";
import * as modules from "../../cli/terraform-modules/arguments";
import * as cdktn from "../../scripts/cdktn/arguments";
import * as changes from "../../scripts/changes/arguments";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const DECLARED: Declared = { options: { to: "value", adopt: "flag" }, words: "FILE" };
const read = (args: readonly string[], declared = DECLARED): object =>
  readCommandLine(args, declared, ({ words, has, value }) => ({
    ...{ kind: "done", words, adopt: has("adopt") },
    to: value("to"),
  }));
const done = (words: string[], adopt: boolean, to?: string): object => ({ kind: "done", words, adopt, to });

describe("a command line", () => {
  it.each([
    [[], done([], false)],
    [["a", "b"], done(["a", "b"], false)],
    [["--to", "x", "a"], done(["a"], false, "x")],
    [["--to=x", "--adopt"], done([], true, "x")],
    [["--to=-x"], done([], false, "-x")],
    [["--to=a=b"], done([], false, "a=b")],
    [["--adopt", "--", "--to"], done(["--to"], true)],
    [["-"], done(["-"], false)],
  ])("%j is read", (args, expected) => expect(read(args)).toEqual(expected));

  it.each([
    [["--to", "--adopt"], "--to needs a value"],
    [["--to"], "--to needs a value"],
    [["--to", ""], "--to needs a value"],
    [["--to="], "--to needs a value"],
    [["--to", "-x"], "--to needs a value"],
    [["--adopt=yes"], "--adopt takes no value"],
    [["--adopt", "--adopt"], "--adopt was given twice"],
    [["--to", "a", "--to=b"], "--to was given twice"],
    [["--adpot"], "unknown option --adpot. Did you mean --adopt? See --help"],
    [["--zzz"], "unknown option --zzz. See --help"],
    [["-x"], "unknown option -x. See --help"],
    [["--constructor"], "unknown option --constructor. See --help"],
  ])("%j is refused", (args, problem) => expect(read(args)).toEqual({ kind: "refused", problem }));

  it.each([[["--help"]], [["-h"]], [["a", "--to", "x", "--help"]], [["--zzz", "-h"]]])(
    "%j asks for help",
    (args) => expect(read(args)).toEqual({ kind: "help" }),
  );

  it("takes no words where none are declared", () => {
    expect(read(["a"], { options: {} })).toEqual({
      ...{ kind: "refused", problem: "unexpected argument a. See --help" },
    });
  });
});

const COMMANDS = { check, output, picture, pipeline, rehearse, "terraform-modules": modules, cdktn, changes };

describe.each(Object.entries(COMMANDS))("the command line of %s", (_, { declared, parseArguments }) => {
  const options = Object.entries<string>(declared.options);

  it.each(["--help", "-h"])("gives help on %s", (word) => {
    expect(parseArguments([word])).toEqual({ kind: "help" });
  });

  it.each(options)("refuses --%s as a %s that is wrong", (name, kind) => {
    const wrong = kind === "flag" ? [`--${name}=x`] : [`--${name}`];
    const problem = kind === "flag" ? `--${name} takes no value` : `--${name} needs a value`;
    expect(parseArguments(wrong)).toEqual({ kind: "refused", problem });
    const twice = kind === "flag" ? [`--${name}`, `--${name}`] : [`--${name}=x`, `--${name}=x`];
    expect(parseArguments(twice)).toEqual({ kind: "refused", problem: `--${name} was given twice` });
  });

  it.each(options)("refuses what follows --%s (%s) under a name that is one letter off", (name) => {
    expect(parseArguments([`--${name}x`])).toMatchObject({
      problem: expect.stringContaining(`unknown option --${name}x. Did you mean --`) as string,
    });
  });
});

it("every command with arguments is tried above", () => {
  const found = ["cli", "scripts"].flatMap((folder) =>
    readdirSync(join(__dirname, "../..", folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("arguments.ts"))
      .map((file) => file.replace("/arguments.ts", "")),
  );
  expect(found.sort()).toEqual(Object.keys(COMMANDS).sort());
});
