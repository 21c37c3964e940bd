import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { MotoServer } from "../cli/terraform/parts/moto-server";

export interface Moto {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts moto on a free loopback port, in the process group of the caller, and waits until it answers. */
export async function startMoto(
  server: MotoServer,
  logFile: string,
  begun: (child: ChildProcess) => void = () => undefined,
  attempts = 3,
): Promise<Moto> {
  const port = await freePort();
  const [program = "", ...args] = server.command(port);
  const log = openSync(logFile, "a");
  // Certificates are issued as soon as they are asked about, not after a minute.
  const env = { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: "true", MOTO_ACM_VALIDATION_WAIT: "0" };
  const child = spawn(program, args, { stdio: ["ignore", log, log], env });
  begun(child);
  let failure: string | undefined;
  child.once("error", (problem) => (failure = problem.message));
  child.once("exit", (code) => (failure ??= `it ended with code ${String(code)}`));
  const url = `http://127.0.0.1:${port}`;
  while (failure === undefined) {
    if (await answers(url)) return { url, child };
    await pause(50);
  }
  // Somebody else may have taken the port in the meantime.
  if (attempts > 1) return startMoto(server, logFile, begun, attempts - 1);
  throw new Error(`${server.name} did not start: ${failure}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
