import { lstatSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MotoServer } from "../cli/terraform/parts/moto-server";
import { isJson } from "../cli/json";

const KEPT = "kept";

/** What the emulator's process is told, in a file. */
export interface EmulatorSettings {
  readonly folder: string;
  readonly moto: MotoServer["name"];
  /** Whoever wants to command the emulator must know it: other users of the machine do not. */
  readonly token: string;
}

/** What a running emulator says of itself, in a file of the rehearsal's folder. */
export interface EmulatorRecord {
  /** Where AWS clients go: moto with its gaps filled. */
  readonly url: string;
  /** Moto itself. */
  readonly motoUrl: string;
  readonly pid: number;
  readonly token: string;
}

export function recordFile(folder: string): string {
  return join(folder, "emulator.json");
}

/** Whole or not at all: a reader never sees half of it. */
export function writeRecord(folder: string, record: EmulatorRecord): void {
  const draft = `${recordFile(folder)}.draft`;
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, recordFile(folder));
}

/** Marks a rehearsal as one that was kept: only those are ended from outside. */
export function markKept(folder: string): void {
  writeFileSync(join(folder, KEPT), "");
}

export function isKept(folder: string): boolean {
  return lstatSync(join(folder, KEPT), { throwIfNoEntry: false })?.isFile() ?? false;
}

export function readRecord(folder: string): EmulatorRecord | undefined {
  return readObject(recordFile(folder)) as EmulatorRecord | undefined;
}

export function readSettings(file: string): EmulatorSettings | undefined {
  return readObject(file) as EmulatorSettings | undefined;
}

function readObject(file: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
