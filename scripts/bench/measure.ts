import { join } from "node:path";
import { TemporaryFolder } from "../../cli/leftovers/temporary-folder";
import { startGroup } from "../../cli/process/process-groups";

/** One run of a process. */
export interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * Runs `node` with the given arguments in a folder of its own and waits for it. The process itself tells its peak
 * memory, by a preloaded file, on descriptor 3.
 */
export async function measure(command: readonly string[], preload: string): Promise<Run> {
  const folder = new TemporaryFolder("bench");
  try {
    return await runOnce(command, preload, folder.path);
  } finally {
    folder.remove();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function runOnce(command: readonly string[], preload: string, folder: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = startGroup([process.execPath, "-r", preload, ...command], {
      env: { ...process.env, CDKTF_OUTDIR: join(folder, "cdktf.out") },
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    });
    let peakKilobytes = "";
    child.stdio[3]?.on("data", (chunk: Buffer) => (peakKilobytes += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      if (code !== 0) reject(new Error(`node ${command.join(" ")} ended with ${code}`));
      else resolve({ milliseconds, megabytes: Number(peakKilobytes) / 1000 });
    });
  });
}
