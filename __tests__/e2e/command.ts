import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** The bundles, as `npm run` makes them. */
export const programs = {
  rehearse: join(root, "dist", "cli", "rehearse", "main.js"),
  main: join(root, "dist", "main.js"),
  output: join(root, "dist", "cli", "output", "main.js"),
  share: join(root, "dist", "cli", "terraform-modules", "main.js"),
  cdktf: join(root, "node_modules", ".bin", "cdktf"),
} as const;

export function build(...entries: ("rehearse" | "main" | "output" | "terraform-modules")[]): void {
  for (const entry of entries) execFileSync(process.execPath, ["build/bundle.mjs", entry], { cwd: root });
}

export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Both streams, as they came. */
  readonly output: string;
}

/** A command that runs, and what it has said so far. */
export class Running {
  output = "";
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;

  constructor(
    command: readonly string[],
    options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly detached?: boolean },
  ) {
    const [program = "", ...args] = command;
    this.child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => (this.output += chunk));
    }
    this.ended = new Promise((resolve, reject) => {
      this.child.once("error", reject);
      this.child.once("close", (exitCode, signal) => resolve({ exitCode, signal, output: this.output }));
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it together with all it has started; it has to be detached. */
  killGroup(): void {
    if (this.child.pid !== undefined) process.kill(-this.child.pid, "SIGKILL");
  }
}

/** `npm run rehearse` without npm. */
export function rehearse(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const own = { ...process.env, CI: "1", ...env };
  return new Running([process.execPath, programs.rehearse, ...args], { env: own });
}

/** Every process that has this text in its command line or environment: what a command has started, by its folder. */
export function processesWith(text: string): string[] {
  if (existsSync("/proc/self/environ")) {
    return readdirSync("/proc").filter(
      (pid) => /^\d+$/.test(pid) && pid !== String(process.pid) && mentions(pid, text),
    );
  }
  const lines = execFileSync("ps", ["axeww"], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes(text));
}

function mentions(pid: string, text: string): boolean {
  try {
    return ["cmdline", "environ"].some((file) => readFileSync(`/proc/${pid}/${file}`, "utf8").includes(text));
  } catch {
    return false;
  }
}

/** Waits until something is so; fails with the words if it does not become so. */
export async function until(what: string, isSo: () => boolean, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`waited ${patienceMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
