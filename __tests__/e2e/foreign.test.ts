import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foreignRoots, ROOTS, STANDING } from "../traffic/foreign/roots";
import { kept } from "../traffic/wiring/part-of-plan";
import { soundnessOf } from "../traffic/foreign/soundness-of";
import type { Terraform } from "../../cli/terraform/terraform";
import { SETTINGS } from "./terraform-modules/roots";
import { Stage } from "./stage";

const fixtures = join(__dirname, "..", "traffic", "fixtures", "foreign");
const folder = (...path: string[]): string => join(stage.workplace.folder, "hcl", ...path);
const flags = ["-no-color", "-input=false"];
/** What is read of a plan or a state. */
const READ = [
  ...["format_version", "terraform_version", "variables", "configuration"],
  ...["planned_values", "prior_state", "values"],
];
let stage: Stage;

interface Shown {
  readonly [part: string]: unknown;
  readonly resource_changes?: readonly { address: string; change: { after_unknown: unknown } }[];
}

beforeAll(async () => {
  stage = await Stage.open();
  cpSync(ROOTS, folder(), { recursive: true });
});

afterAll(() => stage.close());

async function initialized(name: string): Promise<Terraform> {
  writeFileSync(folder(name, "settings.tf"), SETTINGS);
  const terraform = stage.terraformIn(folder(name), name);
  await terraform.run({ step: "init", args: ["init", ...flags] });
  return terraform;
}

async function shown(terraform: Terraform, file: readonly string[]): Promise<string> {
  const { stdout } = await terraform.run({ step: "show", args: ["show", "-no-color", "-json", ...file] });
  const { resource_changes: changes = [], ...document } = JSON.parse(stdout) as Shown;
  const parts = READ.flatMap((part) => (part in document ? [[part, document[part]]] : []));
  const open = changes.map(({ address, change }) => ({
    address,
    change: { after_unknown: change.after_unknown },
  }));
  return JSON.stringify(kept({ ...Object.fromEntries(parts), resource_changes: open }));
}

/**
 * Planned by the real Terraform, and judged. What others look up is applied first; the rest is applied where fixtures are
 * written (FRONTYARD_WRITE_FIXTURES=1), as the emulated AWS lacks CodeDeploy and takes minutes for twelve roots.
 */
const names = [STANDING, ...Object.keys(foreignRoots).filter((name) => name !== STANDING)];
it.each(names)("%s is sound", async (name) => {
  const terraform = await initialized(name);
  await terraform.run({ step: "plan", args: ["plan", ...flags, "-out=tfplan"] });
  const plan = await shown(terraform, ["tfplan"]);
  if (isWriting) writeFileSync(join(fixtures, `${name}.plan.json`), `${plan}\n`);
  const { plan: planned, state: applied = planned } = foreignRoots[name] ?? { plan: [] };
  expect(soundnessOf(plan)).toEqual({ told: [], reached: planned });
  if (!isWriting && name !== STANDING) return;
  await terraform.run({ step: "apply", args: ["apply", ...flags, "tfplan"] });
  const state = await shown(terraform, []);
  if (isWriting) writeFileSync(join(fixtures, `${name}.state.json`), `${state}\n`);
  expect(soundnessOf(state)).toEqual({ told: [], reached: applied });
});

const isWriting = process.env.FRONTYARD_WRITE_FIXTURES !== undefined;
