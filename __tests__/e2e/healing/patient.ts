import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { App } from "cdktf";
import { jsonList, readJson, type Json } from "../../../cli/json";
import { planAgain } from "../../../cli/rehearse/steps/stack-steps";
import { QUIET, Terraform } from "../../../cli/terraform/terraform";
import { LearningAppStack } from "../../../stacks/learning-app";
import type { Settings } from "../../../stacks/settings";
import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { untaintedTypes } from "../../support/state-page";
import { Running } from "../command";
import type { Stage } from "../stage";
import { Gate, type Guard } from "./gate";
import { inventory } from "./inventory";

const STACKS = { "voice-agent": VoiceAgentStack, "learning-app": LearningAppStack };
export type StackId = keyof typeof STACKS;

const APPLY = ["apply", ...QUIET, "-auto-approve"];

/** A stack to which something happens, and which heals by what docs/state.md says, and by nothing else. */
export class Patient {
  private constructor(
    readonly id: StackId,
    private readonly stage: Stage,
    readonly gate: Gate,
    private readonly terraform: Terraform,
  ) {}

  static async admit(stage: Stage, id: StackId, settings: Settings): Promise<Patient> {
    const app = new App({ outdir: stage.workplace.outdir });
    new STACKS[id](app, id, settings);
    app.synth();
    await stage.terraform(id);
    const gate = await Gate.open(stage.emulator.url);
    const env = { ...stage.env, AWS_ENDPOINT_URL: gate.url };
    const logFile = (step: string): string => stage.workplace.logFile(id, step);
    const folder = stage.workplace.stackFolder(id);
    return new Patient(id, stage, gate, new Terraform({ folder, env, logFile }));
  }

  async apply(): Promise<void> {
    await this.terraform.run({ step: "apply", args: APPLY });
  }

  /** Whether an apply went through that may fail. */
  async tryToApply(): Promise<boolean> {
    return (await this.terraform.run({ step: "apply", args: APPLY, accepted: [0, 1] })).exitCode === 0;
  }

  /** Stops an apply by SIGINT once its nth change is answered; false if it had ended before. */
  async stopApplyAfter(change: number): Promise<boolean> {
    let changes = 0;
    const env = { ...this.stage.env, AWS_ENDPOINT_URL: this.gate.url };
    const running = new Running(["terraform", ...APPLY], { cwd: this.terraform.folder, env });
    const guard: Guard = ({ isChange }) => {
      changes += Number(isChange);
      return isChange && changes === change ? "stop" : "pass";
    };
    this.gate.watch(guard, () => running.kill("SIGINT"));
    const { exitCode } = await running.ended;
    this.gate.watch();
    return exitCode !== 0;
  }

  /** Does what the page on state says, where applying again is not enough; then everything has to be there. */
  async heal(): Promise<void> {
    if (!(await this.tryToApply())) {
      await this.remedy();
      await this.apply();
    }
    await this.isWell();
  }

  async isWell(): Promise<void> {
    await planAgain(this.terraform);
  }

  /**
   * The two remedies of the page: a security group that was interrupted while it was made goes, all else of its list
   * is untainted. What was done, for whoever reads the figures.
   */
  async remedy(): Promise<string[]> {
    const page = untaintedTypes();
    const ill = (await this.tainted()).filter((address) => page.has(typeOf(address)));
    for (const address of ill)
      if (typeOf(address) === "aws_security_group") await this.remove(address);
      else await this.run("untaint", address);
    return ill;
  }

  async untaint(addresses: readonly string[]): Promise<void> {
    for (const address of addresses) await this.run("untaint", address);
  }

  /** As `terraform taint` does, all at once: it takes seconds for each. */
  async taint(addresses: readonly string[]): Promise<void> {
    const state = await this.state();
    const resources = jsonList(state["resources"]).map((resource) =>
      addresses.includes(addressOf(resource))
        ? {
            ...resource,
            instances: jsonList(resource["instances"]).map((one) => ({ ...one, status: "tainted" })),
          }
        : resource,
    );
    const file = join(this.terraform.folder, "tainted.json");
    writeFileSync(file, JSON.stringify({ ...state, resources, serial: Number(state["serial"]) + 1 }));
    await this.run("state", "push", file);
    expect((await this.tainted()).sort()).toEqual([...addresses].sort());
  }

  /** Every resource in the state. */
  async addresses(): Promise<string[]> {
    return (await this.instances()).map(({ address }) => address);
  }

  async tainted(): Promise<string[]> {
    return (await this.instances())
      .filter(({ status }) => status === "tainted")
      .map(({ address }) => address);
  }

  inventory(): Promise<string[]> {
    return inventory(this.stage.emulator.url);
  }

  /** Forgets all, in the account and in the state. */
  async reset(): Promise<void> {
    await fetch(`${this.stage.emulator.url}/moto-api/reset`, { method: "POST" });
    const folder = dirname(this.stage.workplace.outdir);
    for (const file of readdirSync(folder))
      if (file.startsWith(`terraform.${this.id}.tfstate`)) rmSync(join(folder, file));
  }

  leave(): void {
    this.gate.close();
  }

  private async instances(): Promise<{ address: string; status: unknown }[]> {
    return jsonList((await this.state())["resources"])
      .filter(({ mode }) => mode === "managed")
      .flatMap((resource) =>
        jsonList(resource["instances"])
          .filter((one) => one["deposed"] === undefined)
          .map((one) => ({ address: addressOf(resource), status: one["status"] })),
      );
  }

  private async state(): Promise<Json> {
    return readJson((await this.terraform.run({ step: "state", args: ["state", "pull"] })).stdout);
  }

  private async remove(address: string): Promise<void> {
    const args = [...APPLY, "-destroy", `-target=${address}`];
    await this.terraform.run({ step: "remove", args });
  }

  private async run(...args: string[]): Promise<void> {
    await this.terraform.run({ step: args[0] ?? "", args });
  }
}

function addressOf(resource: Json): string {
  const address = `${String(resource["type"])}.${String(resource["name"])}`;
  return resource["mode"] === "managed" ? address : `data.${address}`;
}

export function typeOf(address: string): string {
  return address.split(".")[0] ?? "";
}
