import type { Problem } from "./finding";
import { describe } from "./finding";

/**
 * The only error that bad input leads to. It carries every problem of the whole app, so that one run names all
 * there is to mend, and it is thrown before anything is written.
 */
export class FrontyardError extends Error {
  public constructor(public readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(
      `${count}, nothing was written:\n${problems.map((problem) => `  ${describe(problem)}`).join("\n")}`,
    );
    this.name = "FrontyardError";
  }
}
