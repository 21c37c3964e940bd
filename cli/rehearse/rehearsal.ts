import type { Application } from "../application/application";
import { Emulator } from "../../emulator/emulator";
import { leftovers, listAccount } from "../../emulator/account";
import type { Parts } from "../terraform/parts/find-parts";
import type { Journal } from "../screen/journal";
import { StackOrder } from "../terraform/stack-order";
import { seedsOf } from "./seeding/seeds";
import { sow } from "./seeding/sowing";
import { tellSeeds } from "./seeding/telling";
import { liftProtection, protectionOf, proveProtected } from "./steps/protection";
import { apply, destroy, Initialization, planAgain, readSynthesized, validate } from "./steps/stack-steps";
import { StepFailure } from "./steps/step-failure";
import { Terraform } from "../terraform/terraform";
import { regionOf, verify } from "./steps/verify";
import { awsSettings, terraformEnvironment } from "../terraform/terraform-environment";
import type { Workplace } from "./workplace";

/** The lane of the steps that belong to no stack. */
export const commonLane = "rehearsal";
const usualRegion = "us-east-1";
/** An address that nobody listens on, for steps that must not need AWS. */
const nowhere = "http://127.0.0.1:9";

/** An emulator, and what was in its account before any stack. */
interface EmptyAccount {
  readonly url: string;
  readonly before: readonly string[];
}

export interface RehearsalPlan {
  readonly stacks: readonly string[];
  /** Stop before the destroy. */
  readonly keep: boolean;
  readonly application: Application;
  readonly parts: Parts;
  readonly workplace: Workplace;
  readonly journal: Journal;
  /** The file that runs now: the emulator's process runs it too. */
  readonly program: string;
  /** Called when no step of this lane will follow. */
  leave(lane: string): void;
}

/** The steps of a rehearsal in their order. What goes wrong is in the journal; nothing is thrown. */
export class Rehearsal {
  /** Once it has been started. */
  emulator: Emulator | undefined;
  private readonly initialization = new Initialization();
  private readonly order: StackOrder;
  private readonly providerSettings: Record<string, string>;

  constructor(private readonly plan: RehearsalPlan) {
    this.order = new StackOrder(plan.stacks, plan.application.dependencies);
    this.providerSettings = plan.workplace.providerSettings(plan.parts.provider);
  }

  async run(): Promise<void> {
    const { journal, stacks, keep } = this.plan;
    try {
      const started = this.startEmulator();
      await Promise.all(stacks.map((stack) => this.rehearse(stack, started)));
      if (journal.failures.length === 0 && !keep) await this.checkAccount(await started);
    } catch (problem) {
      journal.blame({ lane: commonLane, step: "rehearsal", problem });
    }
    this.plan.leave(commonLane);
  }

  /** Starts while the stacks are being initialized, which needs no AWS. */
  private startEmulator(): Promise<EmptyAccount> {
    const started = this.plan.journal.step(commonLane, "emulator", async () => {
      const { workplace, parts, program } = this.plan;
      const { folder, emulatorSettings: settingsFile } = workplace;
      this.emulator = await Emulator.start({ folder, settingsFile, moto: parts.moto.name, program });
      await this.listAccount(this.emulator.url);
      return this.emulator;
    });
    const seeded = started.then((emulator) => this.seed(emulator));
    seeded.catch(() => undefined);
    return seeded;
  }

  /** Makes what the stacks take for there; it is no leftover afterwards. */
  private async seed(emulator: Emulator): Promise<EmptyAccount> {
    const stacks = this.plan.stacks.map((stack) => ({
      ...{ region: this.region(stack), synthesized: readSynthesized(this.plan.workplace.stackFolder(stack)) },
    }));
    const wanted = seedsOf(stacks);
    const told = tellSeeds(wanted);
    const { url } = emulator;
    if (told.length > 0)
      await this.plan.journal.step(commonLane, "seeds", async () => {
        await emulator.alias(await sow(wanted.seeds, url));
        return told.join("\n");
      });
    return { url, before: await this.listAccount(url) };
  }

  /** One stack, from the first step to the last that succeeds. The other stacks go on without it. */
  private async rehearse(stack: string, started: Promise<EmptyAccount>): Promise<void> {
    const { journal, keep } = this.plan;
    try {
      const offline = this.terraform(stack);
      await journal.step(stack, "init", () => this.initialization.run(stack, offline));
      await journal.step(stack, "validate", () => validate(offline));
      const { url } = await started;
      const terraform = this.terraform(stack);
      await this.order.mayApply(stack);
      await journal.step(stack, "apply", (say) => apply(terraform, say));
      this.order.hasApplied(stack);
      await journal.step(stack, "plan again", () => planAgain(terraform));
      const region = this.region(stack);
      await journal.step(stack, "verify", () => verify({ stack, terraform, endpoint: url, region }));
      if (keep) return;
      await this.order.mayDestroy(stack);
      await this.destroy(stack, terraform);
    } catch (problem) {
      journal.blame({ lane: stack, step: "rehearsal", problem });
    } finally {
      this.order.hasEnded(stack);
      this.plan.leave(stack);
    }
  }

  private async destroy(stack: string, terraform: Terraform): Promise<void> {
    const { journal } = this.plan;
    if (protectionOf(readSynthesized(terraform.folder)) !== undefined) {
      await journal.step(stack, "protection", () => proveProtected(terraform));
      await journal.step(stack, "lift", () => liftProtection(terraform));
    }
    await journal.step(stack, "destroy", (say) => destroy(terraform, say));
  }

  private terraform(stack: string): Terraform {
    const { workplace } = this.plan;
    return new Terraform({
      folder: workplace.stackFolder(stack),
      env: terraformEnvironment(process.env, { ...this.settings(stack), ...workplace.scratch }),
      logFile: (step) => workplace.logFile(stack, step),
    });
  }

  /** Every environment variable that sets a rehearsed stack apart from a deployed one. */
  settings(stack: string): Record<string, string> {
    const { folder } = this.plan.workplace;
    const url = this.emulator?.url ?? nowhere;
    return { ...awsSettings({ url, region: this.region(stack), folder }), ...this.providerSettings };
  }

  private region(stack: string): string {
    return regionOf(readSynthesized(this.plan.workplace.stackFolder(stack)), usualRegion);
  }

  private async listAccount(url: string): Promise<string[]> {
    const regions = new Set(this.plan.stacks.map((stack) => this.region(stack)));
    return (await Promise.all([...regions].map((region) => listAccount(url, region)))).flat();
  }

  private async checkAccount({ url, before }: EmptyAccount): Promise<void> {
    await this.plan.journal.step(commonLane, "account", async () => {
      const left = leftovers(before, await this.listAccount(url));
      if (left.length > 0) throw new StepFailure(`left in the emulated account:\n${left.join("\n")}`);
      return "nothing is left";
    });
  }
}
