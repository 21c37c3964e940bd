import { spawn, type ChildProcess } from "node:child_process";
import { Relay } from "../application/say";
import { errorText } from "../terraform/error-text";

export interface Answer {
  readonly exitCode: number;
  readonly stdout: string;
}

export interface Call {
  readonly args: readonly string[];
  /** Exit codes that are an answer and no failure. */
  readonly accepted?: readonly number[];
  /** Keeps what is said out of the job's log. */
  readonly silent?: boolean;
}

const quiet = { CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" };

/**
 * Terraform in the folder of one stack, with the job's own environment. A job that is cancelled asks Terraform to stop,
 * and waits: it then writes its state and gives the lock back.
 */
export class PipelineTerraform {
  constructor(
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  async run({ args, accepted = [0], silent = false }: Call): Promise<Answer> {
    const env = { ...process.env, ...quiet, ...this.settings };
    const stdio = ["ignore", "pipe", "pipe"] as const;
    const child = spawn("terraform", args, { cwd: this.folder, env, stdio: [...stdio], detached: true });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      const relay = silent && stream === "stdout" ? undefined : new Relay(stream);
      const source = child[stream].setEncoding("utf8");
      source.on("data", (chunk: string) => {
        said[stream] += chunk;
        relay?.take(chunk);
      });
      source.on("end", () => relay?.end());
    }
    const exitCode = await passingSignals(child);
    if (!accepted.includes(exitCode)) throw new Error(errorText(said) || `terraform ended with ${exitCode}`);
    return { exitCode, stdout: said.stdout };
  }
}

/** Once: a second interrupt has Terraform end at once, state unwritten. In a group of its own it gets no other. */
function passingSignals(child: ChildProcess): Promise<number> {
  let isAsked = false;
  const ask = (): void => {
    if (!isAsked) child.kill("SIGINT");
    isAsked = true;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, ask);
  return new Promise<number>((resolve, reject) => {
    child.once("error", (problem) => reject(new Error(`terraform can't be started: ${problem.message}`)));
    child.once("close", (code) => resolve(code ?? -1));
  }).finally(() => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, ask);
  });
}
