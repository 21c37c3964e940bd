import { complain, say } from "./say";
/** What a command line asks for: something to be done, how it is used, or nothing that can be done. */
type Asked = { readonly kind: string } | { readonly kind: "refused"; readonly problem: string };

interface Command {
  readonly name: string;
  readonly usage: string;
  /**
   * Exit code of what was begun and failed; what can't be begun ends with 2.
   * @default 2
   */
  readonly failed?: number;
}

/** Does what is asked for, and says in one line why it can't be done; resolves to the exit code. */
export async function answer<T extends Asked>(
  { name, usage, failed = 2 }: Command,
  asked: T,
  run: (wanted: Exclude<T, { kind: "help" | "refused" }>) => number | Promise<number>,
): Promise<number> {
  if (asked.kind === "help") {
    say(usage);
    return 0;
  }
  const isRefused = "problem" in asked;
  try {
    if (isRefused) throw new Error(asked.problem);
    return await run(asked as Exclude<T, { kind: "help" | "refused" }>);
  } catch (error) {
    complain(`${name}: ${(error as Error).message}`);
    return isRefused ? 2 : failed;
  }
}
