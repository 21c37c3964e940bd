import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { planAgain } from "../../cli/rehearse/steps/stack-steps";
import { Terraform } from "../../cli/terraform/terraform";
import { s3State } from "../../modules";
import type { Settings } from "../../stacks/settings";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { Running } from "./command";
import { Stage } from "./stage";

/** The walk of docs/state.md: one stack with its state in S3 becomes two, and a team that writes HCL reads the contract. */
const BUCKET = "acme-terraform-state";
const APP = "voice-agent";
const NETWORK = "voice-agent-network";
const quiet = ["-no-color", "-input=false"];
const page = readFileSync(join(__dirname, "../../docs/state.md"), "utf8");

/** The one block of a language that holds a text. */
function block(language: string, text: string): string {
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)];
  const found = blocks.filter(([, kind, code = ""]) => kind === language && code.includes(text));
  expect(found).toHaveLength(1);
  return found[0]?.[2] ?? "";
}

let stage: Stage;

function synthesize(settings: Settings): void {
  const state = s3State({ bucket: BUCKET, region: "us-east-1", endpoint: stage.emulator.url });
  const app = new App({ outdir: stage.workplace.outdir });
  new VoiceAgentStack(app, APP, { ...settings, state });
  app.synth();
}

function terraformIn(stack: string): Terraform {
  const logFile = (step: string): string => stage.workplace.logFile(stack, step);
  return new Terraform({ folder: stage.workplace.stackFolder(stack), env: stage.env, logFile });
}

async function run(stack: string, ...args: string[]): Promise<string> {
  return (await terraformIn(stack).run({ step: args[0] ?? "", args })).stdout;
}

const apply = (stack: string): Promise<string> => run(stack, "apply", ...quiet, "-auto-approve");
const idsIn = async (stack: string): Promise<string[]> =>
  [...(await run(stack, "state", "pull")).matchAll(/^ +"id": "(.+)",$/gm)].map(([, id = ""]) => id);

beforeAll(async () => {
  stage = await Stage.open();
  const made = await fetch(`${stage.emulator.url}/${BUCKET}`, { method: "PUT" });
  expect(made.status).toBe(200);
  synthesize({});
  await run(APP, "init", ...quiet);
  expect(await apply(APP)).toMatch(/4\d added, 0 changed, 0 destroyed/);
});

afterAll(() => stage.close());

describe("a stack that stands, with its state in S3", () => {
  let before: string[];

  it("is split by the commands of docs/state.md", async () => {
    before = (await idsIn(APP)).sort();
    synthesize({ split: { parameterPath: "/voice-agent/network" } });
    const script = block("sh", "state mv").replace("npx cdktf synth\n", "set -eu\n");
    const { exitCode, output } = await new Running(["sh", "-c", script], {
      ...{ cwd: stage.workplace.folder, env: stage.env },
    }).ended;
    expect([exitCode, output]).toEqual([0, expect.stringContaining("Successfully moved 1 object")]);
  });

  it("stands as it stood: nothing is made, changed or destroyed but the contract's parameters", async () => {
    expect(await apply(NETWORK)).toMatch(/Resources: 5 added, 0 changed, 0 destroyed/);
    expect(await apply(APP)).toMatch(/Resources: 0 added, 0 changed, 0 destroyed/);
    expect([await planAgain(terraformIn(NETWORK)), await planAgain(terraformIn(APP))]).toEqual([
      "empty",
      "empty",
    ]);
    const after = [...(await idsIn(APP)), ...(await idsIn(NETWORK))];
    expect(after.filter((id) => !id.startsWith("/voice-agent/network/")).sort()).toEqual(before);
  });

  it("tells a root of HCL its network, by the state and by parameters", async () => {
    const folder = stage.workplace.stackFolder("hcl");
    mkdirSync(folder);
    const place = `endpoints = { s3 = "${stage.emulator.url}" }, use_path_style = true, skip_requesting_account_id = true`;
    const hcl = block("hcl", "terraform_remote_state").replace(
      'region = "eu-west-1"',
      `region = "us-east-1", ${place}`,
    );
    const outputs = ["vpc_id", "first_zone", "private_subnet_ids"].map(
      (name) => `output "${name}" {\n  value = local.${name}\n}\n`,
    );
    writeFileSync(join(folder, "main.tf"), [hcl, ...outputs].join("\n"));
    const lock = join(stage.workplace.stackFolder(APP), ".terraform.lock.hcl");
    writeFileSync(join(folder, ".terraform.lock.hcl"), readFileSync(lock));
    await run("hcl", "init", ...quiet);
    await apply("hcl");
    const said = JSON.parse(await run("hcl", "output", "-json")) as Record<string, { value: unknown }>;
    const told = JSON.parse(await run(NETWORK, "output", "-json")) as typeof said;
    const ids = told["private_subnet_ids"]?.value as string[];
    expect(ids).toHaveLength(2);
    expect([said["vpc_id"]?.value, said["first_zone"]?.value, said["private_subnet_ids"]?.value]).toEqual([
      ...[told["vpc_id"]?.value, ids[0], ids],
    ]);
  });

  it("leaves a zone before its network loses it", async () => {
    synthesize({ split: true, network: { zones: ["us-east-1a", "us-east-1b", "us-east-1c"] } });
    expect(await apply(NETWORK)).toMatch(/[1-9]\d* added, \d+ changed, 5 destroyed/);
    expect(await apply(APP)).toMatch(/0 added, [1-9] changed, 0 destroyed/);
    synthesize({ split: true });
    expect(await apply(APP)).toMatch(/0 added, [1-9] changed, 0 destroyed/);
    expect(await apply(NETWORK)).toMatch(/0 added, \d+ changed, [1-9]\d* destroyed/);
    expect([await planAgain(terraformIn(NETWORK)), await planAgain(terraformIn(APP))]).toEqual([
      "empty",
      "empty",
    ]);
  });

  it("goes before its network", async () => {
    for (const stack of [APP, NETWORK]) {
      await run(stack, "destroy", ...quiet, "-auto-approve");
      expect(await run(stack, "state", "list")).toBe("");
    }
  });
});
