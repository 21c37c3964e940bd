import type { Planned } from "../../../cli/pipeline/deployment";
import { applyAll, planAll } from "../../../cli/pipeline/walk";

const effect = { added: [], changed: [], replaced: [], destroyed: [], moved: [] };
const planned = (stack: string, digest: string): Planned => ({
  report: { outcome: "planned", stack, effect, isEmpty: digest === "none", text: "" },
  digest,
});

/** Plans by digest; a stack without one can't be planned. */
function stage(digests: Record<string, string>) {
  const done: string[] = [];
  const plan = (stack: string): Promise<Planned> => {
    done.push(`plan ${stack}`);
    const digest = digests[stack];
    return digest === undefined
      ? Promise.reject(new Error("Error: no outputs"))
      : Promise.resolve(planned(stack, digest));
  };
  const apply = (stack: string): Promise<void> => {
    done.push(`apply ${stack}`);
    return digests[stack] === "fails" ? Promise.reject(new Error("Error: refused")) : Promise.resolve();
  };
  return { done, steps: { plan, apply } };
}

const reads = (stack: string): string[] => (stack === "shop" ? ["network"] : []);

describe("the plans of all stacks", () => {
  it("are noted by what they would do", async () => {
    const { steps } = stage({ network: "none", shop: "abc" });
    const { reports, digests } = await planAll(["network", "shop"], reads, steps);
    expect(reports.map(({ outcome }) => outcome)).toEqual(["planned", "planned"]);
    expect(digests).toEqual(
      new Map([
        ["network", "none"],
        ["shop", "abc"],
      ]),
    );
  });

  it("let a stack wait for one that has to be applied first", async () => {
    const { reports, digests } = await planAll(["network", "shop"], reads, stage({ network: "abc" }).steps);
    expect(reports[1]).toEqual({ outcome: "waits", stack: "shop", for: ["network"] });
    expect(digests.get("shop")).toBe("waits");
  });

  it("fail if there is nothing to wait for, and go on to the others", async () => {
    const { reports, digests } = await planAll(
      ["network", "shop", "blog"],
      reads,
      stage({ network: "none", blog: "1" }).steps,
    );
    expect(reports[1]).toEqual({ outcome: "failed", stack: "shop", text: "Error: no outputs" });
    expect([...digests.keys()]).toEqual(["network", "blog"]);
  });
});

describe("an apply", () => {
  const run = async (digests: Record<string, string>, approved: Record<string, string>) => {
    const { done, steps } = stage(digests);
    const problem = await applyAll(
      ["network", "shop"],
      new Map(Object.entries(approved)),
      steps,
      () => undefined,
    ).then(
      () => "",
      (error: Error) => error.message,
    );
    return { done, problem };
  };

  it("applies each stack right after its plan, in order", async () => {
    expect(await run({ network: "1", shop: "2" }, { network: "1", shop: "2" })).toEqual({
      done: ["plan network", "apply network", "plan shop", "apply shop"],
      problem: "",
    });
  });

  it("passes over what has nothing to change, also if it had when it was approved", async () => {
    const { done, problem } = await run({ network: "none", shop: "2" }, { network: "1", shop: "2" });
    expect(done).toEqual(["plan network", "plan shop", "apply shop"]);
    expect(problem).toBe("");
  });

  it("stops before a plan that is not the approved one", async () => {
    const { done, problem } = await run({ network: "9", shop: "2" }, { network: "1", shop: "2" });
    expect(done).toEqual(["plan network"]);
    expect(problem).toMatch(/^network was not applied: what it would do now is not what was approved/);
  });

  it("does not take changes for approved where there were none", async () => {
    expect((await run({ network: "1", shop: "2" }, { network: "none", shop: "none" })).done).toEqual([
      "plan network",
    ]);
  });

  it.each([{ network: "1" }, { network: "1", shop: "waits" }])(
    "stops before a stack that nobody saw: %j",
    async (approved) => {
      const { done, problem } = await run({ network: "1", shop: "2" }, approved as Record<string, string>);
      expect(done).toEqual(["plan network", "apply network"]);
      expect(problem).toMatch(/^shop could not be planned when this was approved/);
    },
  );

  it("stops at the first that fails", async () => {
    const { done, problem } = await run({ network: "fails", shop: "2" }, { network: "fails", shop: "2" });
    expect(done).toEqual(["plan network", "apply network"]);
    expect(problem).toBe("Error: refused");
  });
});
