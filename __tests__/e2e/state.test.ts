import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { App, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { jsonCall } from "../../emulator/aws-call";
import { jsonList } from "../../cli/json";
import { planAgain } from "../../cli/rehearse/steps/stack-steps";
import { Terraform } from "../../cli/terraform/terraform";
import { AwsStack } from "../../modules";
import { StateBucketStack } from "../../stacks/state-bucket";
import { Running, until } from "./command";
import { Stage } from "./stage";

const BUCKET = "acme-terraform-state";
const quiet = ["-no-color", "-input=false"];

/**
 * Two log groups, and between them some seconds, and a step that lasts until a file `go` is there. Terraform writes a
 * remote state every 20 seconds while it applies: what it made in the seconds before a SIGKILL, it does not know of.
 */
class ShopStack extends AwsStack {
  constructor(scope: Construct, id: string, seconds: number) {
    super(scope, id, { region: "us-east-1" });
    const before = new CloudwatchLogGroup(this, "before", { name: `/${id}/before` });
    const pause = this.step("pause", `sleep ${seconds}`, before);
    const hold = this.step("hold", "touch holding; until [ -e go ]; do sleep 0.1; done", pause);
    new CloudwatchLogGroup(this, "after", { name: `/${id}/after`, dependsOn: [hold] });
  }

  private step(id: string, command: string, previous: TerraformResource): TerraformResource {
    const step = new TerraformResource(this, id, {
      terraformResourceType: "terraform_data",
      dependsOn: [previous],
    });
    step.addOverride("provisioner", [{ "local-exec": { command } }]);
    return step;
  }
}

let stage: Stage;

/** Synthesizes as `main.ts` would with this address in the environment. */
function synthesize(address: string | undefined): void {
  const { FRONTYARD_STATE: before } = process.env;
  process.env["FRONTYARD_STATE"] = address ?? "";
  const app = new App({ outdir: stage.workplace.outdir });
  new StateBucketStack(app, "state-bucket", { bucketName: BUCKET });
  new ShopStack(app, "shop", 0);
  new ShopStack(app, "killed", 21);
  app.synth();
  process.env["FRONTYARD_STATE"] = before ?? "";
}

/** In the bucket, by way of the emulator. */
function address(): string {
  return `s3://${BUCKET}/acme?region=us-east-1&endpoint=${stage.emulator.url}`;
}

/** Terraform with the state that was synthesized: nothing is overridden. */
function terraformIn(stack: string): Terraform {
  return new Terraform({
    folder: stage.workplace.stackFolder(stack),
    env: stage.env,
    logFile: (step) => stage.workplace.logFile(stack, step),
  });
}

async function run(stack: string, ...args: string[]): Promise<string> {
  const { stdout } = await terraformIn(stack).run({ step: args[0] ?? "", args });
  return stdout;
}

function startApply(stack: string): Running {
  const command = ["terraform", "apply", ...quiet, "-auto-approve"];
  return new Running(command, { cwd: stage.workplace.stackFolder(stack), env: stage.env, detached: true });
}

async function initialize(stack: string): Promise<void> {
  const lock = join(stage.workplace.stackFolder("state-bucket"), ".terraform.lock.hcl");
  writeFileSync(join(stage.workplace.stackFolder(stack), ".terraform.lock.hcl"), readFileSync(lock));
  await run(stack, "init", ...quiet);
}

function mark(stack: string, file: string): string {
  return join(stage.workplace.stackFolder(stack), file);
}

async function logGroups(stack: string): Promise<string[]> {
  const to = { url: stage.emulator.url, region: "us-east-1", service: "logs" };
  const { json } = await jsonCall(to, "Logs_20140328.DescribeLogGroups", {
    logGroupNamePrefix: `/${stack}/`,
  });
  return jsonList(json["logGroups"]).map((group) => String(group["logGroupName"]));
}

const resources = async (stack: string): Promise<string[]> =>
  (await run(stack, "state", "list")).trim().split("\n").sort();

/** The bucket is there after seconds; the provider waits for a minute until S3 has settled its lifecycle. */
let bucket: Running;

beforeAll(async () => {
  stage = await Stage.open();
  synthesize(undefined);
  await run("state-bucket", "init", ...quiet);
  bucket = startApply("state-bucket");
  await until("there is a bucket", () => /Policy\w*: Creation complete/.test(bucket.output), 600_000);
  synthesize(address());
  await Promise.all([initialize("killed"), initialize("shop")]);
});

afterAll(() => stage.close());

describe("a state in S3", () => {
  let killed: Running;

  beforeAll(() => {
    killed = startApply("killed");
  });

  it("takes one apply at a time, and tells the second who holds the lock", async () => {
    const first = startApply("shop");
    await until("the first apply holds the lock", () => existsSync(mark("shop", "holding")), 600_000);
    const second = await startApply("shop").ended;
    expect(second.exitCode).toBe(1);
    expect(second.output).toMatch(/Error acquiring the state lock[^]*PreconditionFailed/);
    expect(second.output).toMatch(/Path:\s+acme-terraform-state\/acme\/shop\/terraform\.tfstate/);
    expect(second.output).toMatch(/Who:\s+\S+@\S+/);
    writeFileSync(mark("shop", "go"), "");
    expect(await first.ended).toMatchObject({ exitCode: 0 });
    expect(await planAgain(terraformIn("shop"))).toBe("empty");
    expect(await logGroups("shop")).toEqual(["/shop/after", "/shop/before"]);
  });

  it("stays locked after an apply that was killed, until the lock is taken off by its id", async () => {
    await until("the apply is half-way", () => existsSync(mark("killed", "holding")), 600_000);
    killed.killGroup();
    expect(await killed.ended).toMatchObject({ signal: "SIGKILL" });

    const refused = await startApply("killed").ended;
    expect(refused.exitCode).toBe(1);
    const [, id = ""] = /ID:\s+([0-9a-f-]{36})/.exec(refused.output) ?? [];
    expect(await run("killed", "force-unlock", "-force", id)).toContain("successfully unlocked");
  });

  it("then converges: nothing is made twice, nothing is lost", async () => {
    expect(await logGroups("killed")).toEqual(["/killed/before"]);
    writeFileSync(mark("killed", "go"), "");
    expect(await run("killed", "apply", ...quiet, "-auto-approve")).toMatch(
      /2 added, 0 changed, 0 destroyed/,
    );
    expect(await planAgain(terraformIn("killed"))).toBe("empty");
    expect(await logGroups("killed")).toEqual(["/killed/after", "/killed/before"]);
    expect(await resources("killed")).toHaveLength(4);
  });
});

describe("a bucket for states", () => {
  let made: string[];

  it("is made with its state in a local file, and the second plan is empty", async () => {
    expect(await bucket.ended).toMatchObject({ exitCode: 0 });
    synthesize(undefined);
    expect(await planAgain(terraformIn("state-bucket"))).toBe("empty");
    made = await resources("state-bucket");
    expect(made).toHaveLength(7);
  });

  it("takes in its own state, without a change to anything", async () => {
    synthesize(address());
    await run("state-bucket", "init", ...quiet, "-migrate-state", "-force-copy");
    expect(await resources("state-bucket")).toEqual(made);
    expect(await planAgain(terraformIn("state-bucket"))).toBe("empty");
    expect(await run("state-bucket", "state", "pull")).toContain('"aws_s3_bucket_versioning"');
  });

  it("is not destroyed by mistake", async () => {
    await expect(run("state-bucket", "destroy", ...quiet, "-auto-approve")).rejects.toThrow(
      /Instance cannot be destroyed[^]*prevent_destroy/,
    );
  });
});
