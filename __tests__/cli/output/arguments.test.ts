import { parseArguments } from "../../../cli/output/arguments";

describe("the command line of npm run output", () => {
  it("writes to terraform/, and leaves lock files alone", () => {
    const asked = { kind: "output", folder: "terraform", check: false, platforms: [], adopt: false };
    expect(parseArguments([])).toEqual(asked);
    expect(parseArguments(["--adopt"])).toEqual({ ...asked, adopt: true });
  });

  it("locks for HCP Terraform's platform and for people's", () => {
    expect(parseArguments(["--lock"])).toMatchObject({
      platforms: ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64", "windows_amd64"],
    });
    expect(parseArguments(["--platforms", "linux_amd64", "--lock", "--to", "x"])).toMatchObject({
      folder: "x",
      platforms: ["linux_amd64"],
    });
  });

  it.each([
    [["--chek"], "unknown option --chek. Did you mean --check? See --help"],
    [["terraform"], "unexpected argument terraform. See --help"],
    [["--to"], "--to needs a value"],
    [["--to", ""], "--to needs a value"],
    [["--lock", "--platforms", "linux"], "linux is not a platform such as linux_amd64"],
    [["--lock", "--check"], "--check writes nothing, so it can't be used with --lock"],
    [["--check", "--adopt"], "--check writes nothing, so it can't be used with --adopt"],
  ])("refuses %j", (args, problem) => {
    expect(parseArguments(args)).toEqual({ kind: "refused", problem });
  });

  it("helps", () => {
    expect(parseArguments(["--check", "--help"])).toEqual({ kind: "help" });
  });
});
