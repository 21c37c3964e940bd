import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Running } from "./command";
import { build, processesWith, rehearse, until } from "./command";

/** Holds the rehearsal's folder, so that its path marks every process that belongs to it. */
let marker: string;
let running: Running;

beforeAll(() => build("rehearse"));

beforeEach(async () => {
  marker = mkdtempSync(join(tmpdir(), "frontyard-interrupted-"));
  running = rehearse(["voice-agent"], { TMPDIR: marker, CI: "1" });
  await until("apply begins", () => running.output.includes("apply ..."), 600_000);
  await until("terraform, its provider and moto run", () => processesWith(marker).length >= 5, 300_000);
});

afterEach(() => rmSync(marker, { recursive: true, force: true }));

it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s in the middle of an apply leaves no process and no folder, and exits with 130",
  async (signal) => {
    running.kill(signal);
    const ended = await running.ended;
    expect(ended).toMatchObject({ exitCode: 130 });
    expect(processesWith(marker)).toEqual([]);
    expect(readdirSync(marker)).toEqual([]);
  },
);

it("a killed rehearsal takes its emulator along", async () => {
  running.kill("SIGKILL");
  await running.ended;
  await until("the emulator has ended", () => !processesWith(marker).some(isEmulator), 15_000);
  killRest();
});

it("--end removes what a killed rehearsal left, and ends its Terraform", async () => {
  running.kill("SIGKILL");
  await running.ended;
  const ended = await rehearse(["--end"], { TMPDIR: marker }).ended;
  expect(ended).toMatchObject({ exitCode: 0, output: expect.stringContaining("removed what") });
  expect(readdirSync(marker)).toEqual([]);
  await until("all processes have ended", () => processesWith(marker).length === 0, 5000);
});

it("--end leaves a rehearsal alone that is at work", async () => {
  expect((await rehearse(["--end"], { TMPDIR: marker }).ended).output).toBe("nothing was kept\n");
  expect(readdirSync(marker)).toHaveLength(1);
  running.kill("SIGINT");
  await running.ended;
});

function isEmulator(pid: string): boolean {
  return processesWith("emulator-process").includes(pid) || processesWith("moto_server").includes(pid);
}

/** Nobody is told that a process was killed: Terraform ends by itself, after it has tried for long. */
function killRest(): void {
  for (const pid of processesWith(marker)) process.kill(Number(pid), "SIGKILL");
}
