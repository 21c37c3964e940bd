import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformOutput, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { cliConfig } from "../../cli/terraform/parts/cli-config";
import { findParts } from "../../cli/terraform/parts/find-parts";
import { missingLine } from "../../cli/terraform/parts/missing-part";
import { Initialization, planAgain } from "../../cli/rehearse/steps/stack-steps";
import { Terraform } from "../../cli/terraform/terraform";
import { terraformEnvironment } from "../../cli/terraform/terraform-environment";
import { Workplace } from "../../cli/rehearse/workplace";
import { AwsStack, hcpState, localState, s3State, type State } from "../../modules";
import { Running } from "./command";
import { HcpStandIn } from "../support/hcp/stand-in";
import { filesIn } from "../support/outdir";

const HOST = "hcp.example.test";
const TOKEN = "a-token-that-no-file-may-hold";
const quiet = ["-no-color", "-input=false"];

/** Something that needs no AWS: Terraform's own resource, and what it says. */
class WordStack extends AwsStack {
  readonly word: string;

  constructor(scope: Construct, id: string, state: State, input: string) {
    super(scope, id, { region: "us-east-1", state });
    const data = new TerraformResource(this, "word", { terraformResourceType: "terraform_data" });
    data.addOverride("input", input);
    this.word = data.getStringAttribute("output");
    new TerraformOutput(this, "said", { value: this.word });
  }
}

let hcp: HcpStandIn;
let workplace: Workplace;
let env: NodeJS.ProcessEnv;

const remote = hcpState({
  ...{ hostname: HOST, organization: "acme", workspace: "prod-{stack}", project: "Front door" },
});

function synthesize(moving: State = localState(), vpc = "vpc-1"): void {
  const app = new App({ outdir: workplace.outdir });
  const network = new WordStack(app, "network", remote, vpc);
  new WordStack(app, "shop", remote, `shop in ${network.word}`);
  new WordStack(app, "moving", moving, "kept");
  new WordStack(app, "rehearsed", remote, "here");
  new WordStack(app, "in-s3", s3State({ bucket: "real-states" }), "here");
  app.synth();
}

function terraform(stack: string): Terraform {
  const logFile = (step: string): string => workplace.logFile(stack, step);
  return new Terraform({ folder: workplace.stackFolder(stack), env, logFile });
}

async function run(stack: string, ...args: string[]): Promise<string> {
  return (await terraform(stack).run({ step: args[0] ?? "", args })).stdout;
}

const apply = (stack: string): Promise<string> => run(stack, "apply", ...quiet, "-auto-approve");

/** Providers are hashed once: the other stacks start from the first lock file. */
function copyLock(stack: string): void {
  const lock = (id: string): string => join(workplace.stackFolder(id), ".terraform.lock.hcl");
  if (stack !== "network") copyFileSync(lock("network"), lock(stack));
}

async function initialize(stack: string): Promise<void> {
  copyLock(stack);
  await run(stack, "init", ...quiet);
}

const workspace = (name: string) => hcp.workspaces.get(name);

beforeAll(async () => {
  const parts = await findParts();
  if (!("terraform" in parts)) throw new Error(parts.map(missingLine).join("\n"));
  hcp = await HcpStandIn.start("acme", TOKEN);
  workplace = new Workplace();
  const settings = workplace.providerSettings(parts.provider);
  const config = join(workplace.folder, "hcp.rc");
  writeFileSync(config, `${cliConfig(parts.provider)}\n${hcp.cliConfig(HOST)}`);
  const token = { [`TF_TOKEN_${HOST.replaceAll(".", "_")}`]: TOKEN };
  env = terraformEnvironment(process.env, { ...settings, TF_CLI_CONFIG_FILE: config, ...token });
  synthesize();
  await initialize("network");
  await initialize("shop");
});

afterAll(async () => {
  await hcp.close();
  workplace.remove();
});

it("init makes each stack's workspace, in its project", () => {
  expect([...hcp.workspaces.keys()]).toEqual(["prod-network", "prod-shop"]);
  expect(workspace("prod-network")?.project).toBe("prj-Front door");
});

it("an apply locks the workspace, uploads the state, and unlocks", async () => {
  const before = hcp.calls.length;
  expect(await apply("network")).toContain("1 added");
  const writes = hcp.calls.slice(before).filter((call) => !call.startsWith("GET"));
  const steps = writes.map((call) => call.replace(/(ws|sv)-[0-9a-f]+/, "ID"));
  expect(steps.at(0)).toBe("POST /api/v2/workspaces/ID/actions/lock");
  expect(steps).toContain("POST /api/v2/workspaces/ID/state-versions");
  expect(steps.at(-1)).toBe("POST /api/v2/workspaces/ID/actions/unlock");
  expect(workspace("prod-network")?.state.outputs["said"]?.value).toBe("vpc-1");
});

it("another stack reads its outputs", async () => {
  await apply("shop");
  expect(await run("shop", "output", "-raw", "said")).toBe("shop in vpc-1");
});

it("its changes reach the other with its next run, which a run trigger would start", async () => {
  synthesize(localState(), "vpc-2");
  await apply("network");
  expect(await apply("shop")).toContain("0 added, 1 changed, 0 destroyed");
  expect(await run("shop", "output", "-raw", "said")).toBe("shop in vpc-2");
  synthesize();
  await apply("network");
  await apply("shop");
});

describe("a workspace that somebody else has locked", () => {
  it("refuses an apply, and says so", async () => {
    const locked = workspace("prod-shop");
    const { id } = locked?.current ?? {};
    if (locked) locked.lockedBy = "ann is at it";
    await expect(apply("shop")).rejects.toThrow(
      /Error acquiring the state lock[^]*workspace already locked[^]*acme\/prod-shop/,
    );
    expect(workspace("prod-shop")?.current?.id).toBe(id);
  });

  it("opens to force-unlock with the id that the error names", async () => {
    expect(await run("shop", "force-unlock", "-force", "acme/prod-shop")).toContain("successfully unlocked");
    expect(await apply("shop")).toContain("0 added, 0 changed, 0 destroyed");
    expect(workspace("prod-shop")?.lockedBy).toBeUndefined();
  });
});

it("a state in a local file moves to a workspace, and nothing is made anew", async () => {
  await initialize("moving");
  expect(await apply("moving")).toContain("1 added");
  synthesize(remote);
  const init = ["sh", "-c", "echo yes | terraform init -no-color"];
  const cwd = workplace.stackFolder("moving");
  const moved = await new Running(init, { cwd, env: { ...env, TF_INPUT: "1" } }).ended;
  expect(moved).toMatchObject({ exitCode: 0 });
  expect(await planAgain(terraform("moving"))).toBe("empty");
  expect(workspace("prod-moving")?.state.outputs["said"]?.value).toBe("kept");
});

it("a state in a workspace moves back into a file by the commands of docs/state.md", async () => {
  const state = await run("moving", "state", "pull");
  rmSync(join(workplace.folder, "terraform.moving.tfstate")); // the copy that was left when it moved in
  synthesize();
  await run("moving", "init", ...quiet, "-reconfigure");
  writeFileSync(join(workplace.stackFolder("moving"), "moving.tfstate"), state);
  await run("moving", "state", "push", "moving.tfstate");
  expect(await planAgain(terraform("moving"))).toBe("empty");
  expect(await run("moving", "output", "-raw", "said")).toBe("kept");
});

it("what a workspace holds is destroyed like any other", async () => {
  expect(await run("shop", "destroy", ...quiet, "-auto-approve")).toContain("1 destroyed");
  expect(workspace("prod-shop")?.state.outputs).toEqual({});
});

it("a rehearsal touches neither workspaces nor buckets, whatever the stack says", async () => {
  const { length } = hcp.calls;
  const initialization = new Initialization();
  for (const stack of ["rehearsed", "in-s3"]) {
    copyLock(stack);
    await initialization.run(stack, terraform(stack));
  }
  await apply("rehearsed");
  expect(hcp.calls).toHaveLength(length);
  expect(existsSync(join(workplace.folder, "terraform.rehearsed.tfstate"))).toBe(true);
});

it("no file that was synthesized holds the token", () => {
  const files = filesIn(workplace.outdir).filter((file) => /(cdk\.tf|manifest)\.json$/.test(file));
  expect(files).toHaveLength(6);
  for (const file of files) expect(readFileSync(join(workplace.outdir, file), "utf8")).not.toContain(TOKEN);
});

it("the stand-in was asked nothing that it does not know", () => {
  expect(hcp.unknown).toEqual([]);
});
