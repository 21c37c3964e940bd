import { parseArguments } from "../../../scripts/cdktn/arguments";

describe("the command line of npm run test:cdktn", () => {
  it.each([
    [[], { kind: "prove", standing: false, keep: false }],
    [["--standing"], { kind: "prove", standing: true, keep: false }],
    [["--keep", "--standing"], { kind: "prove", standing: true, keep: true }],
    [["--write"], { kind: "write" }],
    [["--write", "--help"], { kind: "help" }],
    [["-h"], { kind: "help" }],
  ])("takes %j", (args, request) => {
    expect(parseArguments(args)).toEqual(request);
  });

  it.each([
    [["--stand"], "unknown option --stand. Did you mean --standing? See --help"],
    [["voice-agent"], "unexpected argument voice-agent. See --help"],
    [["--write", "--keep"], "--write can't be combined: it only renames"],
  ])("refuses %j", (args, problem) => {
    expect(parseArguments(args)).toEqual({ kind: "refused", problem });
  });
});
