import { App } from "cdktf";
import type { Construct } from "constructs";
import { formCall } from "../../../emulator/aws-call";
import { leftovers, listAccount } from "../../../emulator/account";
import { destroy, planAgain } from "../../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../../cli/terraform/terraform";
import {
  AwsStack,
  Cluster,
  EncryptionKey,
  FargateService,
  HttpListener,
  ImageRepository,
  LoadBalancer,
  LogBucket,
  Network,
  TargetGroup,
  TaskDefinition,
  WebAcl,
  type AccessLogs,
  type LoadBalancerProps,
} from "../../../modules";
import { Stage } from "../stage";

const region = "us-east-1";
const quiet = ["-no-color", "-input=false"];
const IMAGE = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";

type Attributes = Omit<LoadBalancerProps, "network" | "scheme">;

/** A front door with a service behind it. */
class DoorStack extends AwsStack {
  public readonly door: LoadBalancer;

  constructor(
    scope: Construct,
    id: string,
    attributes: Attributes = {},
    logs?: (scope: AwsStack) => AccessLogs,
  ) {
    super(scope, id, { region });
    const network = new Network(this, "Network", { zones: ["us-east-1a", "us-east-1b"], nat: "single" });
    const targets = new TargetGroup(this, "Targets", { network, port: 8000 });
    this.door = new LoadBalancer(this, "Door", {
      ...{ network, scheme: "internet-facing", ...attributes },
      ...(logs && { accessLogs: logs(this) }),
    });
    new HttpListener(this, "Http", { loadBalancer: this.door, forwardTo: targets });
    const cluster = new Cluster(this, "Cluster", { network });
    new FargateService(this, "App", { cluster, targetGroup: targets, container: { image: IMAGE } });
  }
}

/** A bucket for logs and a web ACL on trial stand already, with nothing connected to them. */
function prepare(app: App): void {
  const stack = new DoorStack(app, "guarded");
  new LogBucket(stack, "Logs", { deleteLogsWithBucket: true });
  new WebAcl(stack, "Trial", { logRetentionDays: 7 });
}

/** Everything that protects a door: a web ACL with its log, two kinds of logs, a key, a repository with its image. */
function guard(app: App): void {
  const attributes: Attributes = {
    ...{
      clientKeepAliveSec: 600,
      desyncMitigationMode: "strictest",
      preserveHostHeader: true,
      zonalShift: true,
    },
  };
  const stack = new DoorStack(app, "guarded", attributes, (scope) => {
    const bucket = new LogBucket(scope, "Logs", { deleteLogsWithBucket: true });
    return { bucket, prefix: "door", connections: true };
  });
  const encryptionKey = new EncryptionKey(stack, "Key");
  encryptionKey.allowAlarms();
  const firewall = new WebAcl(stack, "Firewall", {
    ...{ sqlInjection: true, requestsPerIp: 2000, countedRules: ["SizeRestrictions_BODY"] },
    ...{ logRetentionDays: 30, encryptionKey },
  });
  stack.door.protectWith(firewall);
  new WebAcl(stack, "Trial", { countOnly: true, logRetentionDays: 30, encryptionKey });
  const images = new ImageRepository(stack, "Images", { encryptionKey });
  new TaskDefinition(stack, "Job", { containers: [{ image: images.image("1.2.3") }] });
}

let stage: Stage;
let before: readonly string[];
let guarded: Terraform;
let kept: Terraform;

function synthesize(build: (app: App) => void): void {
  const app = new App({ outdir: stage.workplace.outdir });
  build(app);
  app.synth();
}

async function run(terraform: Terraform, command: "apply" | "destroy"): Promise<string> {
  const { stdout } = await terraform.run({ step: command, args: [command, ...quiet, "-auto-approve"] });
  return stdout;
}

async function state(terraform: Terraform, ...args: string[]): Promise<string> {
  return (await terraform.run({ step: "state", args: ["state", ...args] })).stdout;
}

beforeAll(async () => {
  stage = await Stage.open();
  before = await listAccount(stage.emulator.url, region);
  synthesize((app) => {
    prepare(app);
    new DoorStack(app, "kept", { deletionProtection: true, accessLogs: true });
  });
  guarded = await stage.terraform("guarded");
  kept = await stage.terraform("kept");
  await Promise.all([run(guarded, "apply"), run(kept, "apply")]);
});

afterAll(() => stage.close());

describe("a front door that stands", () => {
  it("gets all that protects it, in place: nothing is replaced or destroyed, and the next plan is empty", async () => {
    synthesize(guard);
    expect(await run(guarded, "apply")).toMatch(/Resources: \d+ added, \d+ changed, 0 destroyed/);
    expect(await planAgain(guarded)).toBe("empty");
  });

  it("may pull the image of its repository, and of no other", async () => {
    const addresses = (await state(guarded, "list")).split("\n");
    const policy = addresses.find((one) => one.startsWith("aws_iam_role_policy.Job_ExecutionRole")) ?? "";
    const shown = await state(guarded, "show", "-no-color", policy);
    const repositories = [...shown.matchAll(/arn:aws:ecr:[^"]+/g)].map(([arn]) => arn);
    expect(repositories).toEqual(["arn:aws:ecr:us-east-1:123456789012:repository/guarded-images"]);
  });
});

describe("a front door with deletion protection", () => {
  it("refuses to be destroyed before anything is, and names the load balancer", async () => {
    const all = await state(kept, "list");
    await expect(run(kept, "destroy")).rejects.toThrow(/aws_lb\.Door_\w+ has\s+lifecycle\.prevent_destroy/);
    expect(await state(kept, "list")).toBe(all);
  });

  it("is refused by AWS, too, whoever asks", async () => {
    const [arn = ""] = (await listAccount(stage.emulator.url, region))
      .filter((thing) => thing.includes("app/kept-Door/"))
      .map((thing) => thing.replace(/^load balancer /, ""));
    const to = { url: stage.emulator.url, region, service: "elasticloadbalancing" };
    const { status, body } = await formCall(to, {
      ...{ Action: "DeleteLoadBalancer", Version: "2015-12-01", LoadBalancerArn: arn },
    });
    expect([status, body]).toEqual([400, expect.stringContaining("OperationNotPermitted")]);
  });

  it("stops logging before its bucket goes, and is destroyed once protection was turned off", async () => {
    synthesize((app) => {
      guard(app);
      new DoorStack(app, "kept");
    });
    const [out] = await Promise.all([run(kept, "apply"), destroy(guarded, () => undefined)]);
    expect(out).toMatch(/Resources: 0 added, 1 changed, 7 destroyed/);
    expect(out).toMatch(/aws_lb\.Door_\w+: Modifications complete[^]*aws_s3_bucket\.\w+: Destroying/);
    await destroy(kept, () => undefined);
    expect(leftovers(before, await listAccount(stage.emulator.url, region))).toEqual([]);
  });
});
