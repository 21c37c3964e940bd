import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { effectOf } from "../terraform/effect";
import { isJson, readJson } from "../json";
import { digestOf, NOTHING } from "./digest";
import type { StackReport } from "./report";
import { PipelineTerraform } from "./terraform";
import { say } from "../application/say";

const LOCK = ".terraform.lock.hcl";
const PLAN = "pipeline.tfplan";
const quiet = ["-input=false", "-no-color"];

export interface Planned {
  readonly report: Extract<StackReport, { outcome: "planned" }>;
  readonly digest: string;
}

/** The stacks of this project on their way to AWS, from a folder that they were synthesized to. */
export class Deployment {
  private readonly plugins: string;
  private lock: string | undefined;

  constructor(private readonly outdir: string) {
    this.plugins = resolve(outdir, "plugins");
    mkdirSync(this.plugins, { recursive: true });
  }

  /** What keeps a stack from being deployed by a pipeline, if anything does. */
  obstacle(stack: string): string | undefined {
    const { terraform } = readJson(readFileSync(join(this.folder(stack), "cdk.tf.json"), "utf8"));
    const { backend, cloud } = isJson(terraform) ? terraform : {};
    if (cloud !== undefined)
      return `${stack} keeps its state in HCP Terraform, which plans and applies by itself: docs/hcp-terraform.md`;
    return isJson(backend) && "local" in backend
      ? `${stack} keeps its state in a file, which is gone when this job ends: set FRONTYARD_STATE, see docs/pipelines.md`
      : undefined;
  }

  async validate(stack: string): Promise<void> {
    await this.initialize(stack, ["-backend=false"]);
    await this.terraform(stack).run({ args: ["validate", "-no-color"] });
  }

  /** Writes a plan to a file of this machine, which may hold secrets and goes with the folder. */
  async plan(stack: string, locking: readonly string[]): Promise<Planned> {
    await this.initialize(stack, []);
    const terraform = this.terraform(stack);
    const args = ["plan", ...quiet, ...locking, "-detailed-exitcode", `-out=${PLAN}`];
    const { exitCode } = await terraform.run({ args, accepted: [0, 2], silent: true });
    if (exitCode === 0) return unchanged(stack);
    const json = readJson((await terraform.run({ args: ["show", "-json", PLAN], silent: true })).stdout);
    const { stdout: text } = await terraform.run({ args: ["show", "-no-color", PLAN] });
    const report = { outcome: "planned", stack, effect: effectOf(json), isEmpty: false, text } as const;
    return { report, digest: digestOf(json) };
  }

  /** Applies the very plan that was made last: Terraform refuses it if the state has changed since. */
  async apply(stack: string): Promise<void> {
    await this.terraform(stack).run({ args: ["apply", ...quiet, "-lock-timeout=5m", PLAN] });
  }

  /** With the versions that are committed, if they are (`npm run output -- --lock`); else all stacks with the same. */
  private async initialize(stack: string, args: readonly string[]): Promise<void> {
    const lock = join(this.folder(stack), LOCK);
    const committed = join("terraform", "stacks", stack, LOCK);
    const source = existsSync(committed) ? committed : this.lock;
    if (source !== undefined && source !== lock) copyFileSync(source, lock);
    await this.terraform(stack).run({ args: ["init", ...quiet, ...args], silent: true });
    this.lock ??= lock;
  }

  private terraform(stack: string): PipelineTerraform {
    return new PipelineTerraform(this.folder(stack), {
      TF_PLUGIN_CACHE_DIR: this.plugins,
      TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "1",
    });
  }

  private folder(stack: string): string {
    return join(this.outdir, "stacks", stack);
  }
}

function unchanged(stack: string): Planned {
  say(`${stack}: no changes`);
  const report = { outcome: "planned", stack, effect: effectOf({}), isEmpty: true, text: "" } as const;
  return { report, digest: NOTHING };
}
