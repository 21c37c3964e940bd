import { copyFileSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Emulator } from "../../emulator/emulator";
import { findParts } from "../../cli/terraform/parts/find-parts";
import { missingLine } from "../../cli/terraform/parts/missing-part";
import { apply, planAgain, Initialization } from "../../cli/rehearse/steps/stack-steps";
import { StepFailure } from "../../cli/rehearse/steps/step-failure";
import { Terraform } from "../../cli/terraform/terraform";
import { awsSettings, terraformEnvironment } from "../../cli/terraform/terraform-environment";
import { Workplace } from "../../cli/rehearse/workplace";
import { build, synthesize } from "./outputs";
import type { Step } from "./steps";
import { say } from "../../cli/application/say";

const STACK = "voice-agent";
const CASE = { name: "as they are", env: {} };

/** A stack that cdktf deployed, planned with what cdktn writes: nothing may be left to do. */
export const standing: Step = async (folder) => {
  const parts = await findParts();
  if (!("terraform" in parts)) throw new Error(parts.map(missingLine).join("\n"));
  await build(".", "rehearse");
  const place = new Workplace();
  const program = resolve("dist", "cli", "rehearse", "main.js");
  const { folder: there, emulatorSettings: settingsFile } = place;
  const emulator = await Emulator.start({ folder: there, settingsFile, moto: parts.moto.name, program });
  try {
    const aws = awsSettings({ url: emulator.url, region: "us-east-1", folder: there });
    const env = terraformEnvironment(process.env, { ...aws, ...place.providerSettings(parts.provider) });
    const logFile = (step: string): string => place.logFile(STACK, step);
    const terraform = new Terraform({ folder: place.stackFolder(STACK), env, logFile });
    await write(".", terraform.folder, join(there, "written"));
    await new Initialization().run(STACK, terraform);
    const done = await apply(terraform, (text) => say(`  ${text}`));
    await write(folder, terraform.folder, join(there, "written"));
    return { proven: true, text: `${STACK} by cdktf: ${done}; plan by cdktn: ${await planAgain(terraform)}` };
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return { proven: false, text: error.message };
  } finally {
    await emulator.end();
    place.remove();
  }
};

/** What the app of a folder writes for the stack, put where Terraform runs; state and lock file stay. */
async function write(folder: string, target: string, outdir: string): Promise<void> {
  await synthesize(folder, CASE, outdir);
  mkdirSync(target, { recursive: true });
  copyFileSync(join(outdir, "stacks", STACK, "cdk.tf.json"), join(target, "cdk.tf.json"));
}
