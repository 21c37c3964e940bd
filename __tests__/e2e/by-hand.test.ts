import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJson } from "../../cli/json";
import type { Ended } from "./command";
import { build, processesWith, programs, rehearse, Running } from "./command";
import { Stage } from "./stage";

/** What people do themselves: `cdktf deploy`, and a rehearsal that stays. Both wait for a load balancer, so side by side. */
let stage: Stage;
let project: string;
let deployed: Ended;
let kept: Ended;
let keptIn: string;

function cdktf(...args: string[]): Promise<Ended> {
  const env = {
    ...stage.env,
    CI: "1",
    DISABLE_VERSION_CHECK: "1",
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
    TF_IN_AUTOMATION: undefined,
  };
  return new Running([programs.cdktf, ...args], { cwd: project, env }).ended;
}

beforeAll(async () => {
  build("main");
  stage = await Stage.open();
  project = mkdtempSync(join(tmpdir(), "frontyard-cdktf-"));
  keptIn = mkdtempSync(join(tmpdir(), "frontyard-kept-"));
  const app = `${process.execPath} ${programs.main}`;
  writeFileSync(
    join(project, "cdktf.json"),
    JSON.stringify({ language: "typescript", app, sendCrashReports: "false" }),
  );
  [deployed, kept] = await Promise.all([
    cdktf("deploy", "voice-agent", "--auto-approve", "--skip-provider-lock"),
    rehearse(["learning-app", "--keep"], { TMPDIR: keptIn }).ended,
  ]);
});

afterAll(async () => {
  for (const folder of [project, keptIn]) rmSync(folder, { recursive: true, force: true });
  await stage.close();
});

describe("cdktf deploy and cdktf destroy", () => {
  const state = (): unknown[] => readJson(readState())["resources"] as unknown[];
  const readState = (): string => readFileSync(join(project, "terraform.voice-agent.tfstate"), "utf8");

  it("deploy the stack and print its URL", () => {
    expect(deployed).toMatchObject({ exitCode: 0 });
    expect(deployed.output).toMatch(/url = "?http:\/\/Fargate-ALB/);
    expect(state().length).toBeGreaterThan(30);
  });

  it("destroy it again, down to an empty state", async () => {
    const destroyed = await cdktf("destroy", "voice-agent", "--auto-approve");
    expect(destroyed).toMatchObject({ exitCode: 0 });
    expect(state()).toEqual([]);
  });
});

describe("npm run rehearse -- --keep", () => {
  it("leaves the stack standing and says how to look", () => {
    expect(kept).toMatchObject({ exitCode: 0 });
    expect(kept.output).not.toMatch(/^learning-app +destroy/m);
    expect(kept.output).toContain("npm run rehearse -- --end");
  });

  it("the lines that it prints work in a shell", async () => {
    const lines = kept.output.split("\n").filter((line) => /^ {2}(export|terraform) /.test(line));
    const shell = await new Running(["sh", "-ec", lines.join("\n")], { env: process.env }).ended;
    expect(shell).toMatchObject({ exitCode: 0 });
    expect(shell.output).toContain("my-learning-app-alb");
  });

  it("--end ends it, and leaves no process and no folder", async () => {
    expect(processesWith(keptIn)).not.toEqual([]);
    const ended = await rehearse(["--end"], { TMPDIR: keptIn }).ended;
    expect(ended).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^ended: /) as string });
    expect(processesWith(keptIn)).toEqual([]);
    expect(existsSync(keptIn) && readdirSync(keptIn)).toEqual([]);
    const again = await rehearse(["--end"], { TMPDIR: keptIn }).ended;
    expect(again).toMatchObject({ exitCode: 0, output: "nothing was kept\n" });
  });
});
