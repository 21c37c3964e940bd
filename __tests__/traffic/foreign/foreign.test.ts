import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { foreignRoots, ROOTS } from "./roots";
import { soundnessOf } from "./soundness-of";

/** What Terraform 1.11 planned of each root, and what it applied; the end-to-end test writes these when asked to. */
const folder = join(__dirname, "..", "fixtures", "foreign");
const fixture = (name: string): string => readFileSync(join(folder, name), "utf8");

it("every root has its plan, and every file its root", () => {
  const names = Object.keys(foreignRoots).sort();
  expect(readdirSync(ROOTS).sort()).toEqual(names);
  const planned = readdirSync(folder).filter((file) => file.endsWith(".plan.json"));
  expect(planned.sort()).toEqual(names.map((name) => `${name}.plan.json`));
});

describe("sound Terraform of other teams gets no error and no warning", () => {
  it.each(Object.entries(foreignRoots))("%s", (name, { plan, state = plan }) => {
    expect(soundnessOf(fixture(`${name}.plan.json`))).toEqual({ told: [], reached: plan });
    if (existsSync(join(folder, `${name}.state.json`)))
      expect(soundnessOf(fixture(`${name}.state.json`))).toEqual({ told: [], reached: state });
  });
});
