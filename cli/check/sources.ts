import { readFileSync } from "node:fs";
import { synthesizedStacks } from "../application/application";

/** Terraform JSON to check, or the reason why there is none. */
export type Source = { readonly name: string; readonly file: string } & (
  { readonly json: string } | { readonly problem: string }
);

/** Each file under the name that it was given by. */
export function filesAsSources(files: readonly string[]): Source[] {
  return files.map((file) => ({ name: file, file, ...contentOf(file) }));
}

/** Every stack of the app. */
export function stacksAsSources(): Source[] {
  try {
    return synthesizedStacks({ unjudged: true });
  } catch (error) {
    const problem = `can't be synthesized: ${(error as Error).message}`;
    return [{ name: "the app", file: "cdktf.json", problem }];
  }
}

function contentOf(file: string): { readonly json: string } | { readonly problem: string } {
  try {
    return { json: readFileSync(file, "utf8") };
  } catch (error) {
    return { problem: `can't be read: ${(error as Error).message}` };
  }
}
