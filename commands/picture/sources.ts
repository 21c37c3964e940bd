import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadApplication } from "../rehearse/application";
import { nameOf } from "./arguments";

/** Something to draw: Terraform JSON, and what the picture will be called. */
export interface Source {
  readonly name: string;
  /** What to call it where it can't be read. */
  readonly file: string;
  readonly text: string;
}

export function filesAsSources(files: readonly string[]): readonly Source[] {
  return files.map((file) => ({ name: nameOf(file), file, text: textOf(file) }));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Error(`${file}: ${code === "ENOENT" ? "there is no such file" : (error as Error).message}`, {
      cause: error,
    });
  }
}

/** All stacks of this project, synthesized into a folder that is gone afterwards. */
export async function stacksAsSources(): Promise<readonly Source[]> {
  const outdir = mkdtempSync(join(tmpdir(), "frontyard-picture-"));
  try {
    const { stacks, synthesize } = await loadApplication(outdir);
    synthesize();
    return stacks.map((name) => {
      const file = join(outdir, "stacks", name, "cdk.tf.json");
      return { name, file, text: textOf(file) };
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
