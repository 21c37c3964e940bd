import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "cdktf";
import { STATE_CONTEXT, TRAFFIC_CONTEXT } from "../../modules/stack/contexts";

/** The CDKTF app of this project, not written yet. */
export interface Application {
  readonly stacks: readonly string[];
  /** The stacks whose state a stack reads; all are known once it is synthesized. */
  dependencies(stack: string): readonly string[];
  /** Writes every stack to the output folder. */
  synthesize(): void;
}

export interface LoadOptions {
  /** Leaves the judging by the traffic rules to the caller. */
  readonly unjudged?: boolean;
  /** `local`: every state in a file, whatever the code and the environment say. `code`: the environment says nothing. */
  readonly state?: "local" | "code";
}

/** Loads the app late: a mistyped option, or a part that is missing, is told without its weight. */
export async function loadApplication(
  outdir: string,
  { unjudged = false, state }: LoadOptions = {},
): Promise<Application> {
  const [{ buildApp }, { TerraformStack }] = await Promise.all([import("../../main"), import("cdktf")]);
  const context = {
    ...(unjudged ? { [TRAFFIC_CONTEXT]: "off" } : {}),
    ...(state === undefined ? {} : { [STATE_CONTEXT]: state }),
  };
  const app: App = buildApp({ outdir, context });
  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  return {
    stacks: stacks.map(({ node }) => node.id),
    dependencies: (name) => {
      const stack = stacks.find(({ node }) => node.id === name);
      return stack?.dependencies.map(({ node }) => node.id) ?? [];
    },
    synthesize: () => app.synth(),
  };
}

export interface SynthesizedStack {
  readonly name: string;
  /** Relative to the project, where `cdktf synth` would put it. */
  readonly file: string;
  readonly json: string;
}

/** Every stack of this project, synthesized into a folder that is gone afterwards. */
export async function synthesizedStacks(options?: LoadOptions): Promise<SynthesizedStack[]> {
  const outdir = mkdtempSync(join(tmpdir(), "frontyard-synthesized-"));
  try {
    const { stacks, synthesize } = await loadApplication(outdir, options);
    synthesize();
    return stacks.map((name) => {
      const file = join("stacks", name, "cdk.tf.json");
      return { name, file: join("cdktf.out", file), json: readFileSync(join(outdir, file), "utf8") };
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
