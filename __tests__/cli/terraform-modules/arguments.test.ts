import { parseArguments, usage } from "../../../cli/terraform-modules/arguments";
import { definitions } from "../../../terraform-modules";

describe("the command line of npm run terraform-modules", () => {
  it("writes all modules of this version to share/", () => {
    const all = {
      ...{ kind: "write", names: [], folder: "share" },
      ...{ registry: false, version: undefined, adopt: false },
    };
    expect(parseArguments([])).toEqual(all);
  });

  it("takes names, a folder, a version and a registry, in any order", () => {
    const args = [
      "network",
      "--version",
      "1.2.3-beta.1",
      "--registry",
      "front-door",
      "--to",
      "../modules",
      "--adopt",
    ];
    expect(parseArguments(args)).toEqual({
      kind: "write",
      names: ["network", "front-door"],
      folder: "../modules",
      registry: true,
      version: "1.2.3-beta.1",
      adopt: true,
    });
  });

  it("takes a name once", () => {
    expect(parseArguments(["network", "network"])).toMatchObject({ names: ["network"] });
  });

  it.each([
    [["--regsitry"], "unknown option --regsitry. Did you mean --registry? See --help"],
    [["-r"], "unknown option -r. See --help"],
    [["--to"], "--to needs a value"],
    [["--to", ""], "--to needs a value"],
    [["--to", "--registry"], "--to needs a value"],
    [["--version"], "--version needs a value"],
    [["--version", "v1.0.0"], "v1.0.0 is not a version such as 1.0.0"],
    [["--version", "1.0"], "1.0 is not a version such as 1.0.0"],
    [["--version", "1.0.0; x"], "1.0.0; x is not a version such as 1.0.0"],
  ])("refuses %j", (args, problem) => {
    expect(parseArguments(args)).toEqual({ kind: "refused", problem });
  });

  it("takes a word that every object knows for a name", () => {
    expect(parseArguments(["constructor"])).toMatchObject({ kind: "write", names: ["constructor"] });
  });

  it.each(["--help", "-h"])("helps with %s, whatever else there is", (word) => {
    expect(parseArguments(["--bad", word])).toEqual({ kind: "help" });
  });

  it("names every module in its help", () => {
    expect(usage).toContain(definitions.map(({ name }) => name).join(", "));
  });
});
