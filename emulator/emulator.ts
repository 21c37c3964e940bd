import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { emulatorWord } from "./emulator-word";
import type { MotoServer } from "../cli/terraform/parts/moto-server";
import { endGroup, releaseGroup, startGroup } from "../cli/process/process-groups";
import { controlPath, tokenHeader } from "./emulator-process";
import type { EmulatorRecord, EmulatorSettings } from "./emulator-record";
import { readRecord } from "./emulator-record";
import type { Faults } from "./service-memory";

/** Long enough for uvx or Docker to fetch moto the first time. */
const startPatienceMs = 240_000;

export interface EmulatorPlan {
  readonly folder: string;
  readonly settingsFile: string;
  readonly moto: MotoServer["name"];
  /** The program that becomes the emulator: this one. */
  readonly program: string;
}

/** An emulated AWS that runs in a process of its own. */
export class Emulator {
  private constructor(
    readonly record: EmulatorRecord,
    private readonly child: ChildProcess,
  ) {}

  static async start({ folder, settingsFile, moto, program }: EmulatorPlan): Promise<Emulator> {
    const settings: EmulatorSettings = { folder, moto, token: randomBytes(16).toString("hex") };
    writeFileSync(settingsFile, JSON.stringify(settings), { mode: 0o600 });
    const logFile = join(folder, "logs", "emulator.log");
    const log = openSync(logFile, "a");
    const command = [process.execPath, program, emulatorWord, settingsFile];
    const child = startGroup(command, { cwd: folder, stdio: ["pipe", log, log], ending: "last" });
    child.stdin?.on("error", () => undefined);
    const deadline = Date.now() + startPatienceMs;
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
      const record = readRecord(folder);
      if (record) return new Emulator(record, child);
      await pause(30);
    }
    await endGroup(child);
    throw new Error(`the emulator did not start; see ${logFile}`);
  }

  get url(): string {
    return this.record.url;
  }

  inject(faults: Faults): Promise<boolean> {
    return command(this.record, "faults", JSON.stringify(faults));
  }

  /** Lets things that stand in the account be called by other names: given by the stack, and made by moto. */
  alias(names: Readonly<Record<string, string>>): Promise<boolean> {
    return command(this.record, "aliases", JSON.stringify(names));
  }

  end(): Promise<void> {
    return endGroup(this.child);
  }

  /** Lets the emulator outlive this process. */
  keep(): void {
    this.child.stdin?.end("stay\n");
    releaseGroup(this.child);
  }
}

/** Ends an emulator that another process left running; false if it is gone already. */
export async function endKeptEmulator(record: EmulatorRecord): Promise<boolean> {
  const wasUp = await command(record, "end", "");
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline && (await command(record, "end", ""))) await pause(50);
  return wasUp;
}

async function command(record: EmulatorRecord, order: string, body: string): Promise<boolean> {
  try {
    const headers = { [tokenHeader]: record.token };
    return (await fetch(`${record.url}${controlPath}${order}`, { method: "POST", headers, body })).ok;
  } catch {
    return false;
  }
}
