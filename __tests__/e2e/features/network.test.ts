import { App, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { listAccount } from "../../../commands/rehearse/emulator/account";
import { planAgain } from "../../../commands/rehearse/steps/stack-steps";
import type { Terraform } from "../../../commands/rehearse/steps/terraform";
import {
  AwsStack,
  Cluster,
  ExistingNetwork,
  FargateService,
  HttpListener,
  LoadBalancer,
  Network,
  TargetGroup,
  type ExistingNetworkProps,
  type NatMode,
  type NetworkProps,
  type VpcNetwork,
} from "../../../modules";
import { Stage } from "../stage";

const ZONES = ["us-east-1a", "us-east-1b"];
const IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1";

/** A door and a service, in whatever network. */
function system(stack: AwsStack, network: VpcNetwork, scheme: "internet-facing" | "internal"): void {
  const targets = new TargetGroup(stack, "Targets", { network, port: 8080 });
  const door = new LoadBalancer(stack, "Door", { network, scheme });
  new HttpListener(stack, "Http", { loadBalancer: door, forwardTo: targets });
  const cluster = new Cluster(stack, "Cluster", { network });
  new FargateService(stack, "App", { cluster, targetGroup: targets, container: { image: IMAGE } });
}

class NetworkStack extends AwsStack {
  public constructor(scope: Construct, id: string, props: Partial<NetworkProps>) {
    super(scope, id, { region: "us-east-1" });
    const network = new Network(this, "Network", { zones: ZONES, ...props });
    system(this, network, "internet-facing");
    new TerraformOutput(this, "vpc_id", { value: network.vpcId });
    new TerraformOutput(this, "public", { value: network.publicSubnetIds });
    new TerraformOutput(this, "private", { value: network.privateSubnetIds });
  }
}

class GuestStack extends AwsStack {
  public constructor(scope: Construct, id: string, props: ExistingNetworkProps) {
    super(scope, id, { region: "us-east-1" });
    system(this, new ExistingNetwork(this, "Network", props), "internet-facing");
  }
}

const quiet = ["-no-color", "-input=false"];
let stage: Stage;
let before: string[];

function synthesize(build: (app: App) => void): void {
  const app = new App({ outdir: stage.workplace.outdir });
  build(app);
  app.synth();
}

async function run(terraform: Terraform, command: "apply" | "destroy"): Promise<string> {
  const { stdout } = await terraform.run({ step: command, args: [command, ...quiet, "-auto-approve"] });
  return stdout;
}

/** `3 added, 1 changed, 0 destroyed`, and the addresses of what was replaced. */
function summary(output: string): { counts: string; replaced: string[] } {
  const [, counts = "none"] = /Apply complete! Resources: (.*)\./.exec(output) ?? [];
  const replaced = [...output.matchAll(/# (\S+) (?:must be|will be) replaced/g)].map(
    ([, address = ""]) => address,
  );
  return { counts, replaced };
}

function destroyed(output: string): string[] {
  return [...output.matchAll(/# (\S+) will be destroyed/g)].map(
    ([, address = ""]) => address.split(".")[0] ?? "",
  );
}

async function change(terraform: Terraform, id: string, props: Partial<NetworkProps>): Promise<string> {
  synthesize((app) => new NetworkStack(app, id, props));
  const output = await run(terraform, "apply");
  expect(summary(output).replaced).toEqual([]);
  expect(await planAgain(terraform)).toBe("empty");
  return output;
}

beforeAll(async () => {
  stage = await Stage.open();
  before = await listAccount(stage.emulator.url, "us-east-1");
}, 300_000);

afterAll(() => stage.close());

describe("a network that stands", () => {
  let terraform: Terraform;

  beforeAll(async () => {
    synthesize((app) => new NetworkStack(app, "grown", { nat: "single" }));
    terraform = await stage.terraform("grown");
    await run(terraform, "apply");
  }, 300_000);

  // Each of the twelve changes from one mode to another.
  const walk: NatMode[] = ["instance", "per-zone", "single", "per-zone", "instance", "single"];
  test.each(walk)(
    "moves its routes to nat %s, and replaces nothing",
    async (nat) => {
      const output = await change(terraform, "grown", { nat });
      console.log(summary(output), destroyed(output));
    },
    120_000,
  );

  test("none", async () => {
    const output = await change(terraform, "grown", { nat: "none", interfaceEndpoints: "fargate" });
    console.log(summary(output), destroyed(output));
  }, 120_000);

  test("all", async () => {
    const output = await change(terraform, "grown", {
      nat: "instance",
      interfaceEndpoints: "fargate",
      ipv6: true,
      flowLogs: "s3",
      additionalCidrBlocks: ["100.64.0.0/16"],
    });
    console.log(summary(output), destroyed(output));
    const output2 = await change(terraform, "grown", {
      nat: "instance",
      interfaceEndpoints: "fargate",
      ipv6: "unused",
      flowLogs: "cloudwatch",
    });
    console.log(summary(output2), destroyed(output2));
  }, 120_000);

  test("guests", async () => {
    const { stdout } = await terraform.run({ step: "output", args: ["output", "-json", "-no-color"] });
    console.log(stdout);
    const out = JSON.parse(stdout) as Record<string, { value: string | string[] }>;
    synthesize((app) => {
      new GuestStack(app, "guest", {
        vpcId: out.vpc_id!.value as string,
        publicSubnetIds: out.public!.value as string[],
        privateSubnetIds: out.private!.value as string[],
        flowLogs: "s3",
        interfaceEndpoints: ["sts"],
      });
      new GuestStack(app, "tagged", {
        vpcTags: { Name: "grown" },
        publicSubnetTags: { Name: "PublicSubnet-*" },
        privateSubnetTags: { Name: "PrivateSubnet-*" },
      });
    });
    for (const id of ["guest", "tagged"]) {
      const guest = await stage.terraform(id);
      console.log(summary(await run(guest, "apply")));
      expect(await planAgain(guest)).toBe("empty");
      await run(guest, "destroy");
    }
  }, 120_000);

  test("destroy", async () => {
    await run(terraform, "destroy");
    const after = await listAccount(stage.emulator.url, "us-east-1");
    expect(after.filter((one) => !before.includes(one))).toEqual([]);
  }, 120_000);
});
