import { parseArguments } from "../../../scripts/changes/arguments";
import { CHANGES, LASTING } from "../../../scripts/changes/catalogue";
import type { Outcome } from "../../../scripts/changes/changes";
import { changesPage, missingRows } from "../../../scripts/changes/page";

const outcome = (
  what: string,
  effect: Partial<Outcome["effect"]>,
  givesUp: readonly string[] = [],
): Outcome => ({
  ...{ what, givesUp },
  effect: { ...{ added: [], changed: [], replaced: [], destroyed: [], moved: [] }, ...effect },
});
const resultOf = (one: Outcome): string | undefined =>
  changesPage([one])
    .split("\n")
    .find((line) => line.startsWith(`| ${one.what}`))
    ?.split(" | ")[1];

describe("a row of the page", () => {
  it("says in place when nothing goes but what is replaced without a gap", () => {
    expect(resultOf(outcome("A", { changed: ["aws_lb.a"] }))).toBe("in place");
    expect(resultOf(outcome("A", { replaced: ["aws_ecs_task_definition.a"] }))).toBe("in place");
  });

  it("says safe when something was asked to go, and names it by kind and number", () => {
    const gone = outcome("A", { destroyed: ["aws_subnet.a", "aws_subnet.b", "aws_route.c"] });
    expect(resultOf(gone)).toBe("safe");
    expect(changesPage([gone])).toContain("| 1 `aws_route`, 2 `aws_subnet` |");
  });

  it("says what is given up, that the door is shut, and what moves", () => {
    expect(resultOf(outcome("A", { replaced: ["aws_lb.a"] }, ["aws_lb"]))).toBe("**gives up** `aws_lb`");
    expect(resultOf(outcome("A", { replaced: ["aws_lb_listener.a"] }))).toBe("the door is shut for seconds");
    expect(resultOf(outcome("A", { moved: ["aws_iam_role.a"] }))).toBe("in place, 1 moved in the state");
  });

  it("is missing from a page that says something else", () => {
    const one = outcome("A", { changed: ["aws_lb.a"] });
    expect(missingRows([one], changesPage([one]))).toEqual([]);
    expect(missingRows([outcome("A", {})], changesPage([one]))).toHaveLength(1);
  });
});

describe("the changes", () => {
  it("are more than 25, each under a name of its own", () => {
    const names = CHANGES.flatMap(({ forth, back }) => [forth, ...(back === undefined ? [] : [back])]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(70);
  });

  it("give up nothing but what should have lasted", () => {
    for (const { givesUp = [] } of CHANGES)
      expect(givesUp.filter((type) => !LASTING.includes(type))).toEqual([]);
  });
});

describe("arguments", () => {
  it("pick changes by a part of their name", () => {
    expect(parseArguments(["nat instance", "--check"])).toMatchObject({ kind: "make", page: "checked" });
    expect(parseArguments([])).toMatchObject({ changes: CHANGES, page: "printed" });
  });

  it.each([[["--all"]], [["no such change"]], [["zone", "--write"]]])("%j are refused", (args) => {
    expect(parseArguments(args)).toMatchObject({ kind: "refused" });
  });
});
