import { readFileSync } from "node:fs";
import { join } from "node:path";
import { effectOf } from "../../../cli/terraform/effect";
import { reportOf, type StackReport } from "../../../cli/pipeline/report";
import { readJson } from "../../../cli/json";

const frame = { title: "Terraform plan", footer: "Commit 0123.", limit: 65_000 };
const real = effectOf(
  readJson(readFileSync(join(__dirname, "../../traffic/fixtures/shop-change.plan.json"), "utf8")),
);
const planned = (more: Partial<Extract<StackReport, { outcome: "planned" }>> = {}): StackReport => ({
  outcome: "planned",
  stack: "shop",
  effect: real,
  isEmpty: false,
  text: "Plan: 3 to add",
  ...more,
});
const none = { added: [], changed: [], replaced: [], destroyed: [], moved: [] };

describe("the report of a plan", () => {
  it("counts what a real plan does, and names what it replaces", () => {
    const text = reportOf([planned()], frame);
    expect(text).toContain("| `shop` | 1 | 5 | 2 | 0 | :warning: |");
    expect(text).toContain('- **replaces** `module.services["api"].aws_lb_target_group.this` in `shop`');
    expect(text).toContain('- **replaces** `module.services["api"].aws_ecs_task_definition.this` in `shop`');
    expect(text).toContain("<details><summary><code>shop</code></summary>\n\n```text\nPlan: 3 to add\n```");
    expect(text.trimEnd().endsWith("Commit 0123.")).toBe(true);
  });

  it("names what is destroyed before what is replaced, and not without end", () => {
    const destroyed = Array.from({ length: 40 }, (_, at) => `aws_subnet.s${at}`);
    const text = reportOf([planned({ effect: { ...none, destroyed, replaced: ["aws_lb.a"] } })], frame);
    expect(text).toContain("| `shop` | 0 | 0 | 1 | 40 | :warning: |");
    expect(text).toContain("- **destroys** `aws_subnet.s29` in `shop`");
    expect(text).not.toContain("aws_subnet.s30");
    expect(text).toContain("- and 11 more");
  });

  it("says that nothing changes, without a text to open", () => {
    const text = reportOf([planned({ effect: none, isEmpty: true })], frame);
    expect(text).toContain("| `shop` | 0 | 0 | 0 | 0 | no changes |");
    expect(text).not.toContain("<details");
    expect(text).not.toContain("Look closely");
  });

  it("says whom a stack waits for, and why a plan failed", () => {
    const waits: StackReport = { outcome: "waits", stack: "shop", for: ["network"] };
    const failed: StackReport = { outcome: "failed", stack: "blog", text: "Error: no such bucket" };
    const text = reportOf([waits, failed], frame);
    expect(text).toContain("| `shop` |  |  |  |  | can't be planned before `network` is applied |");
    expect(text).toContain("| `blog` |  |  |  |  | :x: the plan failed |");
    expect(text).toContain(
      "<details open><summary><code>blog</code></summary>\n\n```text\nError: no such bucket",
    );
  });

  it("counts moves, which change nothing", () => {
    expect(reportOf([planned({ effect: { ...none, moved: ["aws_lb.a"] } })], frame)).toContain("| 1 moved |");
  });

  it.each([65_000, 5_000, 1_000])(
    "stays below %i bytes, however long the plans, and says what is cut",
    (limit) => {
      const long = Array.from({ length: 20_000 }, (_, at) => `  + line ${at} äöü ✓`).join("\n");
      const text = reportOf([planned({ stack: "a", text: long }), planned({ stack: "b", text: long })], {
        ...frame,
        limit,
      });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
      expect(text.match(/… \d+ more lines: the job's log has them all/g)).toHaveLength(2);
      expect(text.match(/^```/gm)).toHaveLength(4);
      expect(text).toContain("Commit 0123.");
    },
  );

  it("gives a long plan the room that short ones leave", () => {
    const long = Array.from({ length: 3_000 }, () => "a line of twenty chars").join("\n");
    const short = planned({ stack: "a", text: "short" });
    const text = reportOf([short, planned({ stack: "b", text: long })], { ...frame, limit: 60_000 });
    expect(Buffer.byteLength(text)).toBeGreaterThan(58_000);
  });

  it("lets nothing in a plan end its block or a name end its code", () => {
    const text = reportOf(
      [
        planned({
          text: "````\n</details>\n@everyone\n```",
          effect: { ...none, destroyed: ['aws_lb.a["`|\n## x"]'] },
        }),
      ],
      frame,
    );
    expect(text).toContain("`````text\n````\n</details>\n@everyone\n```\n`````");
    expect(text).toContain("- **destroys** `aws_lb.a[\"'''## x\"]` in `shop`");
  });
});
