import { parseArguments } from "../../../cli/check/arguments";

describe("the command line", () => {
  it("names no file: all stacks of main.ts are meant", () => {
    expect(parseArguments([])).toEqual({ kind: "check", files: [], format: "text" });
  });

  it("names files, each once, and options anywhere", () => {
    const words = ["plan.json", "--format", "sarif", "state.json", "plan.json", "--waivers=w.json"];
    expect(parseArguments(words)).toEqual({
      kind: "check",
      files: ["plan.json", "state.json"],
      format: "sarif",
      waiversFile: "w.json",
    });
  });

  it("asks for help before anything else", () => {
    expect(parseArguments(["--nonsense", "--help"])).toEqual({ kind: "help" });
    expect(parseArguments(["-h"])).toEqual({ kind: "help" });
  });

  it.each([
    ["unknown option --fromat. Did you mean --format? See --help", ["--fromat", "json"]],
    ["unknown format xml. Use text, json, sarif", ["--format", "xml"]],
    ["--format needs a value", ["plan.json", "--format"]],
    ["--waivers needs a value", ["--waivers", "--format", "json"]],
  ])("is refused: %s", (problem, words) => {
    expect(parseArguments(words)).toEqual({ kind: "refused", problem });
  });
});
