import { readFileSync } from "node:fs";
import { synthesizedStacks } from "../application/application";
import { nameOf } from "./arguments";

/** Something to draw: Terraform JSON, and what the picture will be called. */
export interface Source {
  readonly name: string;
  /** What to call it where it can't be read. */
  readonly file: string;
  readonly json: string;
}

export function filesAsSources(files: readonly string[]): readonly Source[] {
  return files.map((file) => ({ name: nameOf(file), file, json: textOf(file) }));
}

/** Every stack of the app. */
export function stacksAsSources(): readonly Source[] {
  return synthesizedStacks();
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
