import { Journal } from "../../../cli/screen/journal";
import { PlainProgress } from "../../../cli/rehearse/report/progress";
import { isColoured, isLive } from "../../../cli/screen/screen";
import { summary } from "../../../cli/rehearse/report/summary";
import { aligned, durationTable } from "../../../cli/screen/table";
import { StepFailure } from "../../../cli/rehearse/steps/step-failure";

const finished = (lane: string, step: string, milliseconds: number, failed = false) => ({
  ...{ lane, step, milliseconds, failed },
  note: "",
});

describe("the table", () => {
  it("has a row a stack and a column a step, aligned", () => {
    const steps = [
      finished("voice-agent", "init", 1200),
      finished("voice-agent", "apply", 70_049),
      finished("shop", "init", 900, true),
    ];
    expect(durationTable(["voice-agent", "shop"], ["init", "apply"], steps).split("\n")).toEqual([
      "stack          init   apply   total",
      "voice-agent   1.2 s  70.0 s  71.2 s",
      "shop         FAILED       -   0.9 s",
    ]);
  });

  it("ends no line with blanks", () => {
    expect(aligned([["a"], ["long"]])).toBe("a\nlong");
  });
});

describe("a journal", () => {
  it("keeps what each step took and what went wrong, and tells it line by line", async () => {
    const lines: string[] = [];
    const journal = new Journal(new PlainProgress((line) => lines.push(line), 4));
    await journal.step("shop", "apply", () => Promise.resolve("3 created"));
    const failing = journal.step("shop", "verify", () =>
      Promise.reject(new StepFailure("no", "/logs/verify.log")),
    );
    await expect(failing).rejects.toThrow("no");
    expect(lines).toEqual([
      "shop  apply ...",
      expect.stringMatching(/^shop {2}apply {7}ok {9}0\.\d s {2}3 created$/),
      expect.stringMatching(/^shop {2}verify {6}FAILED {5}0\.\d s$/),
    ]);
    expect(journal.failures).toMatchObject([{ lane: "shop", step: "verify" }]);
    const text = summary(journal, { stacks: ["shop"], commonLane: "rehearsal", keep: false });
    expect(text).toContain("shop: verify failed\nno\nlog: /logs/verify.log");
    expect(text).toMatch(/failed: shop$/);
  });

  it("repeats what was remarked of a stack at the end", async () => {
    const journal = new Journal(new PlainProgress(() => undefined, 4));
    await journal.step("shop", "verify", () => Promise.resolve("2 checks; no walkthrough is listed"));
    const text = summary(journal, { stacks: ["shop"], commonLane: "rehearsal", keep: true });
    expect(text).toContain("\nshop: no walkthrough is listed\n");
    expect(text).toMatch(/rehearsed: shop$/);
  });
});

describe("the screen", () => {
  const terminal = { isTTY: true };

  it("is live on a terminal only, and not in CI", () => {
    expect(isLive(terminal, {})).toBe(true);
    expect(isLive({}, {})).toBe(false);
    expect(isLive(terminal, { CI: "true" })).toBe(false);
    expect(isLive(terminal, { TERM: "dumb" })).toBe(false);
    expect(isLive({ ...terminal, columns: 0 }, {})).toBe(false);
  });

  it("has colours on a terminal, unless NO_COLOR asks for none", () => {
    expect(isColoured(terminal, { NO_COLOR: "" })).toBe(true);
    expect(isColoured(terminal, { NO_COLOR: "1" })).toBe(false);
    expect(isColoured({}, {})).toBe(false);
  });
});
