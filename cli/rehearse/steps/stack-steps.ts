import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../../json";
import type { Json } from "../../json";
import { backendOverride, foreignStates } from "./backend-override";
import { OneAtATime } from "./one-at-a-time";
import { planDifferences } from "../../terraform/plan-differences";
import { StepFailure } from "./step-failure";
import { QUIET, type Terraform } from "../../terraform/terraform";

const lockName = ".terraform.lock.hcl";
const ONLY_OWN_STATES = "a rehearsal touches no state but those of its own stacks";

/**
 * Providers are installed for one stack after the other, and each starts from the lock file of the one before: Terraform's
 * cache does not bear two at once, and a lock file spares the later ones the hashing.
 */
export class Initialization {
  private readonly queue = new OneAtATime();
  private lockFile: string | undefined;

  run(stack: string, terraform: Terraform): Promise<void> {
    const synthesized = readSynthesized(terraform.folder);
    const [foreign] = foreignStates(synthesized);
    if (foreign !== undefined) return Promise.reject(new StepFailure(`reads ${foreign}: ${ONLY_OWN_STATES}`));
    const override = backendOverride(stack, synthesized);
    if (override) writeFileSync(join(terraform.folder, "backend_override.tf.json"), JSON.stringify(override));
    const lockFile = join(terraform.folder, lockName);
    return this.queue.run(async () => {
      if (this.lockFile !== undefined && !existsSync(lockFile)) copyFileSync(this.lockFile, lockFile);
      await terraform.run({ step: "init", args: ["init", ...QUIET] });
      this.lockFile ??= lockFile;
    });
  }
}

export function readSynthesized(folder: string): Json {
  return readJson(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
}

export async function validate(terraform: Terraform): Promise<void> {
  await terraform.run({ step: "validate", args: ["validate", "-no-color"] });
}

/** Resolves to what was done: `43 created`. */
export async function apply(terraform: Terraform, say: (text: string) => void): Promise<string> {
  const { stdout } = await terraform.run({
    step: "apply",
    args: ["apply", ...QUIET, "-auto-approve"],
    onLine: counting("Creation complete", /^Plan: (\d+) to add/, say),
  });
  const [, added, changed, destroyed] =
    /(?<!\d)(\d+) added, (\d+) changed, (\d+) destroyed/.exec(stdout) ?? [];
  const counts = { created: added, changed, destroyed };
  const done = Object.entries(counts).filter(([, count]) => Number(count) > 0);
  return done.map(([what, count]) => `${count} ${what}`).join(", ") || "nothing to do";
}

/** Fails if Terraform wants to change what it has just made. */
export async function planAgain(terraform: Terraform): Promise<string> {
  const step = "plan again";
  const args = ["plan", ...QUIET, "-detailed-exitcode", "-out=again.tfplan"];
  const { exitCode } = await terraform.run({ step, args, accepted: [0, 2] });
  if (exitCode === 0) return "empty";
  const shown = await terraform.run({
    step: "show plan",
    args: ["show", "-no-color", "-json", "again.tfplan"],
  });
  const differences = planDifferences(readJson(shown.stdout));
  const lines = ["the plan after the apply is not empty:", ...differences.map((line) => `  ${line}`)];
  throw new StepFailure(lines.join("\n"));
}

/** Fails if anything is left in the state. */
export async function destroy(terraform: Terraform, say: (text: string) => void): Promise<string> {
  const { stdout } = await terraform.run({
    step: "destroy",
    args: ["destroy", ...QUIET, "-auto-approve"],
    onLine: counting("Destruction complete", /(?<!\d)(\d+) to destroy\.$/, say),
  });
  const left = await terraform.run({ step: "state", args: ["state", "list"] });
  if (left.stdout.trim() !== "")
    throw new StepFailure(`left in the state after the destroy:\n${left.stdout}`);
  return `${/(?<!\d)(\d+) destroyed/.exec(stdout)?.[1] ?? "nothing"} destroyed`;
}

function counting(done: string, plan: RegExp, say: (text: string) => void): (line: string) => void {
  let total = "?";
  let count = 0;
  return (line) => {
    total = plan.exec(line)?.[1] ?? total;
    if (line.includes(done)) say(`${(count += 1)} of ${total}`);
  };
}
