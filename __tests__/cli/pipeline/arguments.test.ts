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
    ["", "say what to do: validate, plan, apply, drift; see --help"],
    ["deploy", "say what to do: validate, plan, apply, drift; see --help"],
    ["apply", "apply needs --approved: what the plan that somebody looked at noted"],
    ["apply --approved", "--approved needs a value"],
    ["apply --approved x:none --post", "apply has nothing to --post"],
    ["plan --approved x:none", "--approved belongs to apply"],
    ["drift --note out", "--note belongs to plan"],
    ["plan --destroy", "unknown option --destroy; see --help"],
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
