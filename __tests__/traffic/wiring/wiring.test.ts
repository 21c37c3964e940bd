import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { wirings } from "./roots";
import { saidOf } from "./said-of";

/** What Terraform 1.11 planned of each root; the end-to-end test plans them anew, and writes these when asked to. */
const folder = join(__dirname, "..", "fixtures", "wiring");

it("every root has its plan, and every plan its root", () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(wirings)
      .map((name) => `${name}.plan.json`)
      .sort(),
  );
});

describe("our modules, wired", () => {
  it.each(Object.entries(wirings))("%s", (name, { told, reached }) => {
    expect(saidOf(readFileSync(join(folder, `${name}.plan.json`), "utf8"))).toEqual({ told, reached });
  });
});
