import { parseArguments } from "../../../cli/pipeline/arguments";

describe("the arguments of npm run pipeline", () => {
  it.each([
    ["plan", { verb: "plan", stacks: [], post: false }],
    ["plan network shop --post", { verb: "plan", stacks: ["network", "shop"], post: true }],
    ["plan --summary s.md --note out", { verb: "plan", summary: "s.md", note: "out" }],
    ["apply --approved shop:none", { verb: "apply", approved: "shop:none" }],
    ["drift --post", { verb: "drift", post: true }],
    ["validate", { verb: "validate" }],
  ])("%s", (line, request) => {
    expect(parseArguments(line.split(" "))).toMatchObject({ kind: "pipeline", ...request });
  });

  it.each([
    ["", "the first argument must be validate, plan, apply, drift. See --help"],
    ["deploy", "the first argument must be validate, plan, apply, drift. See --help"],
    ["apply", "apply needs --approved: the value that the approved plan printed"],
    ["apply --approved", "--approved needs a value"],
    ["apply --approved x:none --post", "apply can't use --post"],
    ["plan --approved x:none", "--approved can only be used with apply"],
    ["drift --note out", "--note can only be used with plan"],
    ["plan --destroy", "unknown option --destroy. See --help"],
  ])("refuses %j", (line, problem) => {
    expect(parseArguments(line.split(" ").filter(Boolean))).toEqual({ kind: "refused", problem });
  });

  it("refuses what was approved if it is empty, as where the job before did not run", () => {
    expect(parseArguments(["apply", "--approved", ""])).toMatchObject({ kind: "refused" });
  });

  it.each(["--help", "plan -h"])("%s explains itself", (line) => {
    expect(parseArguments(line.split(" "))).toEqual({ kind: "help" });
  });
});
