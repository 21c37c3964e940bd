import type { ChildProcess } from "node:child_process";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { motoServers } from "../cli/terraform/parts/moto-server";
import type { EmulatorSettings } from "./emulator-record";
import { readSettings, writeRecord } from "./emulator-record";
import { Aliases } from "./aliases";
import { readJson } from "../cli/json";
import { startMoto } from "./moto";
import { startProxy } from "./proxy";
import type { ServiceMemory } from "./service-memory";
import { GapFiller } from "./gap-filler";

/** The header with which the rehearsal proves that a command is its own. */
export const tokenHeader = "x-rehearsal-token";
export const controlPath = "/_rehearsal/";

/**
 * The emulator as a process of its own: moto, and the proxy in front of it. It ends with whoever started it, which it
 * learns from the end of its standard input, unless it was told to stay.
 */
export async function runEmulator(settingsFile: string): Promise<void> {
  const settings = readSettings(settingsFile);
  const server = motoServers.find(({ name }) => name === settings?.moto);
  if (!settings || !server) throw new Error(`no emulator settings in ${settingsFile}`);
  const ending = new Ending();
  const moto = await startMoto(
    server,
    join(settings.folder, "logs", "moto.log"),
    (child) => (ending.moto = child),
  );
  moto.child.once("exit", () => ending.now(1));
  const filler = new GapFiller();
  const aliases = new Aliases();
  const proxy = await startProxy({
    ...{ upstream: moto.url, filler, aliases },
    control: control(settings, { services: filler.services, aliases, ending }),
  });
  const { token, folder } = settings;
  writeRecord(folder, { url: proxy.url, motoUrl: moto.url, pid: process.pid, token });
}

class Ending {
  /** As soon as it is started: whoever asks for the end may not wait until it answers. */
  moto: ChildProcess | undefined;
  private stays = false;

  constructor() {
    process.stdin.on("data", (word: Buffer) => (this.stays ||= word.toString().trim() === "stay"));
    process.stdin.on("end", () => {
      if (!this.stays) this.now(0);
    });
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => this.now(0));
  }

  now(exitCode: number): void {
    const child = this.moto;
    child?.removeAllListeners("exit").once("exit", () => process.exit(exitCode));
    child?.kill("SIGTERM");
    setTimeout(() => {
      child?.kill("SIGKILL");
      process.exit(exitCode);
    }, 2000);
    if (!child || child.exitCode !== null || child.signalCode !== null) process.exit(exitCode);
  }
}

interface Commanded {
  readonly services: ServiceMemory;
  readonly aliases: Aliases;
  readonly ending: Ending;
}

/** Obeys the rehearsal that started the emulator, or that ends it later, and nobody else. */
function control(settings: EmulatorSettings, { services, aliases, ending }: Commanded) {
  return ({ url = "/", method, headers }: IncomingMessage, body: string): number | undefined => {
    if (!url.startsWith(controlPath)) return undefined;
    if (headers[tokenHeader] !== settings.token || method !== "POST") return 403;
    const order = url.slice(controlPath.length);
    if (order === "end") setTimeout(() => ending.now(0), 20);
    else if (order === "faults") services.faults = { rolledBack: readJson(body)["rolledBack"] === true };
    else if (order === "aliases") aliases.add(readJson(body));
    else return 404;
    return 200;
  };
}
