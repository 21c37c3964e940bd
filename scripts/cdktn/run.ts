import { startGroup } from "../../cli/process/process-groups";

export interface Surroundings {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Lets the command speak for itself, and collects nothing. */
  readonly aloud?: boolean;
}

export interface Ended {
  readonly exitCode: number;
  /** Both streams, as they came. */
  readonly output: string;
}

/** What the shell may say to the stacks; what is compared is the code alone. */
const OURS = /^(FRONTYARD_|STATE_BUCKET$|VOICE_AGENT_DAY$|CDKTF_|TF_VAR_|NODE_PATH$)/;

/** Runs a command to its end. One that can't be started, or dies of a signal, has exit code -1. */
export function run(
  command: readonly string[],
  { folder, env, aloud = false }: Surroundings,
): Promise<Ended> {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const child = startGroup(command, {
    cwd: folder,
    env: { ...Object.fromEntries(kept), ...env },
    stdio: ["ignore", aloud ? "inherit" : "pipe", aloud ? "inherit" : "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  return new Promise((resolve) => {
    child.once("error", (problem) => resolve({ exitCode: -1, output: problem.message }));
    child.once("close", (code) => resolve({ exitCode: code ?? -1, output }));
  });
}
