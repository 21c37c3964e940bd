import { App, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { leftovers, listAccount } from "../../../emulator/account";
import { jsonCall } from "../../../emulator/aws-call";
import { jsonList, without } from "../../../cli/json";
import { planAgain } from "../../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../../cli/terraform/terraform";
import {
  AwsStack,
  Cluster,
  FargateService,
  FileSystem,
  Network,
  scratchVolume,
  secretsManagerSecret,
  ssmParameter,
  type Container,
  type FargateServiceProps,
} from "../../../modules";
import { check } from "../../../traffic";
import { Stage } from "../stage";

const quiet = ["-no-color", "-input=false"];
const BUSYBOX = "public.ecr.aws/docker/library/busybox:1.37";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf";

/** One service, as bare as it can be or with everything that a task can have. */
class ShopStack extends AwsStack {
  constructor(scope: Construct, id: string, rich: boolean, props: Partial<FargateServiceProps> = {}) {
    super(scope, id, { region: "us-east-1" });
    const network = new Network(this, "Network", { zones: ["us-east-1a", "us-east-1b"], nat: "single" });
    const cluster = new Cluster(this, "Cluster", { network });
    const service = new FargateService(this, "Shop", {
      cluster,
      container: rich ? this.richContainer(network) : { image: BUSYBOX },
      ...(rich ? richProps : {}),
      ...props,
    });
    if (rich) service.allowActions("Logs", [{ actions: ["firehose:PutRecordBatch"], resources: ["*"] }]);
    new TerraformOutput(this, "cluster", { value: cluster.clusterName });
  }

  private richContainer(network: Network): Container {
    const files = new FileSystem(this, "Files", { network, backups: true, destroyable: true });
    return {
      image: BUSYBOX,
      entryPoint: ["sh", "-c"],
      command: ["sleep 3600"],
      workingDirectory: "/work",
      secrets: {
        DB_PASSWORD: secretsManagerSecret(SECRET, { jsonKey: "password" }),
        TOKEN: ssmParameter("/shop/token"),
      },
      temporaryMiB: { "/tmp": 64 },
      mounts: { "/data": files.folder("Uploads", { path: "/uploads" }), "/work": scratchVolume("work") },
      dependsOn: { Migration: "SUCCESS", Cache: "HEALTHY" },
      logOptions: { Name: "kinesis_firehose", region: "us-east-1", delivery_stream: "shop" },
    };
  }
}

const richProps: Partial<FargateServiceProps> = {
  exec: true,
  capacity: { base: 1, spotPercent: 75 },
  sidecars: [
    { name: "Migration", image: BUSYBOX, essential: false },
    { name: "Cache", image: BUSYBOX, healthCheck: { command: ["CMD-SHELL", "true"], startPeriodSec: 10 } },
  ],
  task: { architecture: "ARM64", ephemeralStorageGiB: 30, logRouter: {} },
};

let stage: Stage;
let shop: Terraform;

function synthesize(rich: boolean, props: Partial<FargateServiceProps> = {}): void {
  const app = new App({ outdir: stage.workplace.outdir });
  new ShopStack(app, "shop", rich, props);
  app.synth();
}

async function apply(): Promise<string> {
  const args = ["apply", ...quiet, "-auto-approve"];
  return (await shop.run({ step: "apply", args })).stdout;
}

async function ecs(action: string, input: object): Promise<Record<string, unknown>> {
  const to = { url: stage.emulator.url, region: "us-east-1", service: "ecs" };
  const target = `AmazonEC2ContainerServiceV20141113.${action}`;
  const { status, body, json } = await jsonCall(to, target, { ...input });
  if (status !== 200) throw new Error(body);
  return json;
}

async function described(): Promise<Record<string, unknown>> {
  const answer = await ecs("DescribeServices", { cluster: "shop", services: ["Shop"] });
  return jsonList(answer["services"])[0] ?? {};
}

/** What a pipeline does: the same task definition with another image, and the service on it. */
async function release(current: unknown, image: string): Promise<unknown> {
  const described = await ecs("DescribeTaskDefinition", { taskDefinition: current });
  const definition = described["taskDefinition"] as Record<string, unknown>;
  const [first, ...others] = jsonList(definition["containerDefinitions"]);
  const read = ["taskDefinitionArn", "revision", "status", "requiresAttributes", "compatibilities"];
  const containerDefinitions = [{ ...first, image }, ...others];
  const next = { ...without(definition, ...read, "registeredAt", "registeredBy"), containerDefinitions };
  const { taskDefinition } = await ecs("RegisterTaskDefinition", next);
  const arn = (taskDefinition as Record<string, unknown>)["taskDefinitionArn"];
  await ecs("UpdateService", { cluster: "shop", service: "Shop", taskDefinition: arn });
  return arn;
}

/** A revision that a pipeline has registered is the pipeline's to clear away. */
async function deregister(taskDefinition: unknown): Promise<void> {
  await ecs("DeregisterTaskDefinition", { taskDefinition });
}

/** The state, as JSON, and the ids in it of what must never be replaced. */
async function seen(): Promise<{ readonly text: string; readonly standing: readonly string[] }> {
  const { stdout: text } = await shop.run({ step: "show", args: ["show", "-json", "-no-color"] });
  const resources = (JSON.parse(text) as State).values.root_module.resources;
  const lasting = ["aws_vpc", "aws_subnet", "aws_ecs_cluster", "aws_ecs_service"];
  const standing = resources
    .filter(({ type }) => lasting.includes(type))
    .map(({ address, values }) => `${address} ${String(values["id"])}`);
  return { text, standing };
}

interface State {
  readonly values: {
    readonly root_module: {
      readonly resources: { address: string; type: string; values: Record<string, unknown> }[];
    };
  };
}

let account: readonly string[];

beforeAll(async () => {
  stage = await Stage.open();
  account = await listAccount(stage.emulator.url, "us-east-1");
  synthesize(false);
  shop = await stage.terraform("shop");
  await apply();
});

afterAll(() => stage.close());

describe("a service that stands", () => {
  let before: readonly string[];
  let richTask: unknown;

  it("gets all that a task can have, in place, and carries its traffic", async () => {
    before = (await seen()).standing;
    synthesize(true);
    expect(await apply()).toMatch(/Resources: \d+ added, \d+ changed, 1 destroyed/); // the old revision of the task
    const { text, standing } = await seen();
    expect(standing).toEqual(before);
    expect(check(text).findings).toEqual([]);
    expect(text).toContain("arn:aws:ssm:us-east-1:123456789012:parameter/shop/token");
    expect(await planAgain(shop)).toBe("empty");
  });

  it("runs on both kinds of capacity, with sessions that are written down", async () => {
    const service = await described();
    expect(service).toMatchObject({
      enableExecuteCommand: true,
      capacityProviderStrategy: expect.arrayContaining([
        { capacityProvider: "FARGATE", base: 1, weight: 25 },
        expect.objectContaining({ capacityProvider: "FARGATE_SPOT", weight: 75 }),
      ]),
    });
    richTask = service["taskDefinition"];
    const { clusters } = await ecs("DescribeClusters", { clusters: ["shop"], include: ["CONFIGURATIONS"] });
    expect(jsonList(clusters)[0]).toMatchObject({
      configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } },
    });
  });

  it("is handed to a pipeline without a change, and what that releases is no drift", async () => {
    synthesize(true, { releases: "pipeline" });
    const arn = await release(richTask, `${BUSYBOX}.0`);
    expect(await planAgain(shop)).toBe("empty");
    expect((await described())["taskDefinition"]).toBe(arn);
    await deregister(arn);
  });

  it("would come back to Terraform in place", async () => {
    synthesize(true);
    const { stdout } = await shop.run({ step: "plan back", args: ["plan", ...quiet] });
    expect(stdout).toContain("Plan: 0 to add, 1 to change, 0 to destroy.");
  });

  it("would be replaced if its capacity were left out instead of said by name, as the page warns", async () => {
    synthesize(true, { capacity: undefined });
    const { stdout } = await shop.run({ step: "plan replacement", args: ["plan", ...quiet] });
    expect(stdout).toMatch(/aws_ecs_service\.Shop_\w+ must be replaced/);
  });

  it("gives all of it back in place, where the defaults are said by name", async () => {
    synthesize(false, { capacity: "on-demand", exec: false });
    await apply();
    expect((await seen()).standing).toEqual(before);
    expect(await planAgain(shop)).toBe("empty");
    expect(await described()).toMatchObject({ enableExecuteCommand: false });
  });

  it("goes without a rest", async () => {
    await shop.run({ step: "destroy", args: ["destroy", ...quiet, "-auto-approve"] });
    expect(leftovers(account, await listAccount(stage.emulator.url, "us-east-1"))).toEqual([]);
  });
});
