import { checkCommand } from "../../../cli/check/check";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly problems: string;
}

/** Runs the command as a person would, and keeps what it wrote. */
export async function run(args: readonly string[], isColoured = false): Promise<Ran> {
  let out = "";
  let problems = "";
  const code = checkCommand(args, {
    out: (text) => (out += text),
    problem: (text) => (problems += text),
    isColoured,
  });
  return { code, out, problems };
}
