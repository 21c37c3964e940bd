import type { App } from "cdktf";

/** The CDKTF app of this project, not written yet. */
export interface Application {
  readonly stacks: readonly string[];
  /** Writes every stack to the output folder. */
  synthesize(): void;
}

/** Loads the app late: a mistyped option, or a part that is missing, is told without its weight. */
export async function loadApplication(outdir: string): Promise<Application> {
  const [{ buildApp }, { TerraformStack }] = await Promise.all([import("../../main"), import("cdktf")]);
  const app: App = buildApp({ outdir });
  return {
    stacks: app.node.children.filter((child) => TerraformStack.isStack(child)).map((stack) => stack.node.id),
    synthesize: () => app.synth(),
  };
}
