import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ended } from "./command";
import { build, processesWith, rehearse } from "./command";

const limitMs = 180_000;

describe("npm run rehearse", () => {
  let ended: Ended;
  let milliseconds = 0;
  const marker = mkdtempSync(join(tmpdir(), "frontyard-rehearsed-"));

  beforeAll(async () => {
    build("rehearse");
    const started = Date.now();
    ended = await rehearse([], { TMPDIR: marker }).ended;
    milliseconds = Date.now() - started;
  }, limitMs * 2);

  afterAll(() => rmSync(marker, { recursive: true, force: true }));

  it("takes both stacks through every step", () => {
    expect(ended).toMatchObject({ exitCode: 0 });
    for (const stack of ["voice-agent", "learning-app"]) {
      for (const step of ["init", "validate", "apply", "plan again", "verify", "destroy"]) {
        expect(ended.output).toMatch(new RegExp(`^${stack} +${step} +ok `, "m"));
      }
    }
    expect(ended.output).toMatch(/^rehearsal +account +ok .* nothing is left$/m);
  });

  it("validates every stack", () => {
    expect(ended.output.match(/^\S+ +validate +ok /gm)).toHaveLength(2);
  });

  it("ends with a table of stacks, steps and durations", () => {
    expect(ended.output).toMatch(/^stack +init +validate +apply +plan again +verify +destroy +total$/m);
    expect(ended.output).toMatch(/^voice-agent( +\d+\.\d s){7}$/m);
    expect(ended.output).toMatch(/^learning-app( +\d+\.\d s){7}$/m);
    expect(ended.output).toMatch(/^rehearsed: learning-app, voice-agent$/m);
  });

  it("takes less than three minutes", () => {
    expect(milliseconds).toBeLessThan(limitMs);
  });

  it("writes plain lines without colours where there is no terminal", () => {
    expect(ended.output).not.toContain("\u001b");
  });

  it("leaves no process and no folder", () => {
    expect(processesWith(marker)).toEqual([]);
    expect(readdirSync(marker)).toEqual([]);
  });
});
