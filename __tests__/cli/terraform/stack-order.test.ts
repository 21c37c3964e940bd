import { StackOrder, withDependencies } from "../../../cli/terraform/stack-order";

/** The shop reads the network, its reports read both; the blog reads nothing. */
const reads: Readonly<Record<string, readonly string[]>> = {
  shop: ["network"],
  reports: ["shop", "network"],
};
const dependencies = (stack: string): readonly string[] => reads[stack] ?? [];

describe("stacks that were wished for", () => {
  it("come with all that they need, each once, what is needed first", () => {
    expect(withDependencies(["reports", "blog", "shop"], dependencies)).toEqual([
      "network",
      "shop",
      "reports",
      "blog",
    ]);
  });
});

describe("the order", () => {
  const walk = async (stack: string, order: StackOrder, seen: string[], fails = ""): Promise<void> => {
    try {
      await order.mayApply(stack);
      seen.push(`${stack} up`);
      if (stack === fails) throw new Error("failed");
      order.hasApplied(stack);
      await order.mayDestroy(stack);
      seen.push(`${stack} down`);
    } finally {
      order.hasEnded(stack);
    }
  };
  const stacks = ["reports", "shop", "network", "blog"];
  const rehearse = async (fails = ""): Promise<{ seen: string[]; problems: string[] }> => {
    const seen: string[] = [];
    const order = new StackOrder(stacks, dependencies);
    const ended = await Promise.allSettled(stacks.map((stack) => walk(stack, order, seen, fails)));
    return {
      seen,
      problems: ended.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : [])),
    };
  };

  it("applies a stack after those it reads, and destroys it before them", async () => {
    const { seen, problems } = await rehearse();
    expect(problems).toEqual([]);
    expect(seen.filter((step) => !step.startsWith("blog"))).toEqual([
      "network up",
      "shop up",
      "reports up",
      "reports down",
      "shop down",
      "network down",
    ]);
  });

  it("holds nobody up who reads nothing", async () => {
    const { seen } = await rehearse();
    expect(seen.indexOf("blog down")).toBeLessThan(seen.indexOf("shop up"));
  });

  it("ends those that read a stack that failed, and lets go of those before it", async () => {
    const { seen, problems } = await rehearse("shop");
    expect(seen).toEqual(expect.arrayContaining(["network down", "blog down"]));
    expect(seen).not.toContain("reports up");
    expect(problems).toEqual(["Error: shop, which this stack reads, was not applied", "Error: failed"]);
  });
});
