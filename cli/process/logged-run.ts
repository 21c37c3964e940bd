import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { startGroup, type GroupOptions } from "./process-groups";

export interface LoggedRun {
  readonly command: readonly string[];
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Both streams go there, as they come. */
  readonly logFile: string;
  readonly onLine?: (line: string) => void;
  /** How it ends before its time. */
  readonly ending?: GroupOptions["ending"];
}

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. A command that cannot be started, or dies of a signal, has exit code -1. */
export function runLogged({ command, folder, env, logFile, onLine, ending }: LoggedRun): Promise<Outcome> {
  const log = createWriteStream(logFile, { flags: "a" });
  log.write(`$ ${command.join(" ")}\n`);
  const child = startGroup(command, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], ending });
  const text = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream]?.setEncoding("utf8").on("data", (chunk: string) => {
      text[stream] += chunk;
      log.write(chunk);
    });
  }
  if (onLine && child.stdout) createInterface({ input: child.stdout }).on("line", onLine);
  return new Promise((resolve) => {
    const end = (exitCode: number): void => {
      log.end(() => resolve({ exitCode, ...text }));
    };
    child.once("error", (problem) => {
      text.stderr += problem.message;
      end(-1);
    });
    child.once("close", (code) => end(code ?? -1));
  });
}
