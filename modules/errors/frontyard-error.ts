import type { Problem } from "./fault";
import { describe } from "./fault";

/**
 * The only error that bad input leads to. It carries every problem of the whole app, so that one run names all
 * there is to mend, and it is thrown before anything is written. FRONTYARD_STACK=1 keeps the stack of calls.
 */
export class FrontyardError extends Error {
  public constructor(public readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(
      `${count}, nothing was written:\n${problems.map((problem) => `  ${describe(problem)}`).join("\n")}`,
    );
    this.name = "FrontyardError";
    // Where nobody catches it, Node prints properties and the stack: the message says all that helps, so it stands alone.
    Object.defineProperty(this, "problems", { enumerable: false });
    if (!process.env.FRONTYARD_STACK) this.stack = `${this.name}: ${this.message}`;
  }
}
