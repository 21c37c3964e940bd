import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Terraform JSON to check, or the reason why there is none. */
export type Source = { readonly name: string; readonly file: string } & (
  { readonly json: string } | { readonly problem: string }
);

/** Context under which synthesis leaves the judging to whoever asked for it. */
export const TRAFFIC_CONTEXT = "frontyard:traffic";

/** Each file under the name that it was given by. */
export function filesAsSources(files: readonly string[]): Source[] {
  return files.map((file) => ({ name: file, file, ...contentOf(file) }));
}

/** Every stack of main.ts, synthesized to a folder that is gone afterwards. */
export async function stacksAsSources(): Promise<Source[]> {
  const outdir = mkdtempSync(join(tmpdir(), "frontyard-check-"));
  try {
    const [{ buildApp }, { TerraformStack }] = await Promise.all([import("../../main"), import("cdktf")]);
    const app = buildApp({ outdir, context: { [TRAFFIC_CONTEXT]: "off" } });
    app.synth();
    const names = app.node.children
      .filter((child) => TerraformStack.isStack(child))
      .map(({ node }) => node.id);
    return names.map((name) => {
      const file = join("stacks", name, "cdk.tf.json");
      return { name, file: join("cdktf.out", file), ...contentOf(join(outdir, file)) };
    });
  } catch (error) {
    return [
      { name: "main.ts", file: "main.ts", problem: `can't be synthesized: ${(error as Error).message}` },
    ];
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function contentOf(file: string): { readonly json: string } | { readonly problem: string } {
  try {
    return { json: readFileSync(file, "utf8") };
  } catch (error) {
    return { problem: `can't be read: ${(error as Error).message}` };
  }
}
