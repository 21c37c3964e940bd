import { emulatorWord } from "../../../emulator/emulator-word";
import { parseArguments, unknownStacks } from "../../../cli/rehearse/arguments";
import { usage } from "../../../cli/rehearse/usage";

describe("the command line", () => {
  it("names no stack: all are meant", () => {
    expect(parseArguments([])).toEqual({ kind: "rehearse", stacks: [], keep: false });
  });

  it("names stacks, each once, and an option anywhere", () => {
    const wish = { kind: "rehearse", stacks: ["voice-agent", "shop"], keep: true };
    expect(parseArguments(["voice-agent", "--keep", "shop", "voice-agent"])).toEqual(wish);
  });

  it("asks for help before anything else", () => {
    expect(parseArguments(["--nonsense", "--help"])).toEqual({ kind: "help" });
    expect(parseArguments(["-h"])).toEqual({ kind: "help" });
  });

  it("ends what was kept", () => {
    expect(parseArguments(["--end"])).toEqual({ kind: "end" });
  });

  it("is refused when --end comes with anything else", () => {
    expect(parseArguments(["--end", "voice-agent"])).toMatchObject({ kind: "refused" });
    expect(parseArguments(["--end", "--keep"])).toMatchObject({ kind: "refused" });
  });

  it("is refused with the options there are when it has another", () => {
    expect(parseArguments(["--keeep"])).toEqual({
      kind: "refused",
      problem: "unknown option --keeep. Did you mean --keep? See --help",
    });
  });

  it("becomes the emulator's process", () => {
    const request = { kind: "emulator", settingsFile: "/tmp/settings.json" };
    expect(parseArguments([emulatorWord, "/tmp/settings.json"])).toEqual(request);
  });
});

describe("stacks that do not exist", () => {
  const known = ["voice-agent", "learning-app"];

  it("are named together with those that do", () => {
    expect(unknownStacks(["voice-agnet"], known)).toBe(
      "no stack is named voice-agnet; there are: voice-agent, learning-app",
    );
    expect(unknownStacks(["a", "voice-agent", "b"], known)).toMatch(/^no stacks are named a, b;/);
  });

  it("are no matter when every wanted one exists", () => {
    expect(unknownStacks(["learning-app"], known)).toBeUndefined();
  });
});

it("the help names every option and every exit code", () => {
  for (const word of [
    "--keep",
    "--end",
    "--help",
    "FRONTYARD_PROVIDER_MIRROR",
    "0 success",
    "1 a",
    "2 could",
    "130",
  ]) {
    expect(usage).toContain(word);
  }
});
