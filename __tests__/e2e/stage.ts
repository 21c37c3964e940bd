import { Emulator } from "../../emulator/emulator";
import type { Parts } from "../../cli/terraform/parts/find-parts";
import { findParts } from "../../cli/terraform/parts/find-parts";
import { missingLine } from "../../cli/terraform/parts/missing-part";
import { endAllGroups } from "../../cli/process/process-groups";
import { Initialization } from "../../cli/rehearse/steps/stack-steps";
import { Terraform } from "../../cli/terraform/terraform";
import { awsSettings, terraformEnvironment } from "../../cli/terraform/terraform-environment";
import { Workplace } from "../../cli/rehearse/workplace";
import { build, programs } from "./command";

/** An emulated AWS and a place to synthesize to, for tests that walk through steps of their own. */
export class Stage {
  private readonly initialization = new Initialization();

  private constructor(
    readonly workplace: Workplace,
    readonly emulator: Emulator,
    private readonly parts: Parts,
  ) {}

  static async open(): Promise<Stage> {
    build("rehearse");
    const parts = await findParts();
    if (!("terraform" in parts)) throw new Error(parts.map(missingLine).join("\n"));
    const workplace = new Workplace();
    const { folder, emulatorSettings: settingsFile } = workplace;
    const plan = { folder, settingsFile, moto: parts.moto.name, program: programs.rehearse };
    return new Stage(workplace, await Emulator.start(plan), parts);
  }

  /** The environment in which any Terraform, and cdktf too, deploys to the emulator. */
  get env(): NodeJS.ProcessEnv {
    const { url } = this.emulator;
    const aws = awsSettings({ url, region: "us-east-1", folder: this.workplace.folder });
    return terraformEnvironment(process.env, {
      ...aws,
      ...this.workplace.providerSettings(this.parts.provider),
    });
  }

  /** Terraform in the folder of a stack that was synthesized to the workplace. */
  async terraform(stack: string): Promise<Terraform> {
    const terraform = this.terraformIn(this.workplace.stackFolder(stack), stack);
    await this.initialization.run(stack, terraform);
    return terraform;
  }

  /** Terraform in any folder, not initialized; its logs go by a name. */
  terraformIn(folder: string, name: string): Terraform {
    return new Terraform({ folder, env: this.env, logFile: (step) => this.workplace.logFile(name, step) });
  }

  async close(): Promise<void> {
    await endAllGroups();
    this.workplace.remove();
  }
}
