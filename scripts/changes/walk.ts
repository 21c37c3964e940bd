import { App } from "cdktf";
import { readJson } from "../../cli/json";
import { QUIET, type Terraform } from "../../cli/terraform/terraform";
import { StepFailure } from "../../cli/rehearse/steps/step-failure";
import { effectOf, type Effect } from "../../cli/terraform/effect";
import { destroyedInUse } from "./order";
import type { Shape } from "./shape";
import { ShopStack } from "./shop-stack";

const planFile = "change.tfplan";

/** A shop that stands in the emulated account, and is changed again and again. */
export class Walk {
  private current: string | undefined;

  constructor(
    readonly id: string,
    private readonly outdir: string,
    private readonly terraform: Terraform,
  ) {}

  /** Changes the shop: what Terraform planned to do, once it has done it. */
  async change(shape: Shape): Promise<Effect> {
    const { effect, tooEarly } = await this.make(shape);
    if (tooEarly.length > 0) throw new StepFailure(`AWS would refuse this:\n${tooEarly.join("\n")}`);
    return effect;
  }

  /** Takes the shop to where a change starts, if it is not there. */
  async start(shape: Shape): Promise<void> {
    if (this.current !== JSON.stringify(shape)) await this.make(shape);
  }

  private async make(shape: Shape): Promise<{ effect: Effect; tooEarly: readonly string[] }> {
    synthesizeShop(this.id, shape, this.outdir);
    await this.terraform.run({
      step: "plan",
      args: ["plan", ...QUIET, "-refresh=false", `-out=${planFile}`],
    });
    const shown = await this.terraform.run({ step: "show", args: ["show", "-json", planFile] });
    const effect = effectOf(readJson(shown.stdout));
    const before = await this.terraform.run({ step: "state", args: ["state", "pull"] });
    const applied = await this.terraform.run({ step: "apply", args: ["apply", ...QUIET, planFile] });
    const tooEarly = destroyedInUse(readJson(before.stdout), applied.stdout);
    this.current = JSON.stringify(shape);
    return { effect, tooEarly };
  }
}

export function synthesizeShop(id: string, shape: Shape, outdir: string): void {
  const app = new App({ outdir });
  new ShopStack(app, id, shape);
  app.synth();
}
