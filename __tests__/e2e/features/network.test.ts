import { App } from "cdktf";
import type { Construct } from "constructs";
import { leftovers, listAccount } from "../../../emulator/account";
import { planAgain } from "../../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../../cli/terraform/terraform";
import {
  AwsStack,
  Cluster,
  ExistingNetwork,
  FargateService,
  LoadBalancer,
  Network,
  type ExistingNetworkProps,
  type NetworkProps,
  type VpcNetwork,
} from "../../../modules";
import { Stage } from "../stage";

const ZONES = ["us-east-1a", "us-east-1b"];
const IMAGE = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1";
const quiet = ["-no-color", "-input=false"];

function service(stack: AwsStack, network: VpcNetwork): void {
  const cluster = new Cluster(stack, "Cluster", { network, containerInsights: "disabled" });
  new FargateService(stack, "App", { cluster, container: { image: IMAGE } });
}

class HostStack extends AwsStack {
  public constructor(scope: Construct, id: string, props: Partial<NetworkProps>) {
    super(scope, id, { region: "us-east-1" });
    const network = new Network(this, "Network", { zones: ZONES, ...props });
    new LoadBalancer(this, "Door", { network, scheme: "internet-facing" });
    service(this, network);
  }
}

/** Somebody else's stack, in the network of the first. */
class GuestStack extends AwsStack {
  public constructor(scope: Construct, id: string, props: ExistingNetworkProps) {
    super(scope, id, { region: "us-east-1" });
    service(this, new ExistingNetwork(this, "Network", props));
  }
}

let stage: Stage;
let before: string[];

async function synthesized(build: (app: App) => AwsStack): Promise<Terraform> {
  const app = new App({ outdir: stage.workplace.outdir });
  const { node } = build(app);
  app.synth();
  return stage.terraform(node.id);
}

async function run(terraform: Terraform, command: "apply" | "destroy" | "plan"): Promise<string> {
  const args = [command, ...quiet, ...(command === "plan" ? [] : ["-auto-approve"])];
  return (await terraform.run({ step: command, args })).stdout;
}

const changedTo = async (props: Partial<NetworkProps>): Promise<string> => {
  const terraform = await synthesized((app) => new HostStack(app, "host", props));
  const output = await run(terraform, "apply");
  expect(output).not.toMatch(/must be replaced|will be replaced/);
  expect(await planAgain(terraform)).toBe("empty");
  return output;
};

/** Types of what was destroyed, each once. */
const destroyed = (output: string): string[] =>
  [...new Set([...output.matchAll(/# (\w+)\.\S+ will be destroyed/g)].map(([, type = ""]) => type))].sort();

/** Where something first happens to a resource of a type. */
const moment = (output: string, type: string, what: string): number =>
  output.search(new RegExp(`^${type}\\.\\S+ ${what}`, "m"));

beforeAll(async () => {
  stage = await Stage.open();
  before = await listAccount(stage.emulator.url, "us-east-1");
  await run(await synthesized((app) => new HostStack(app, "host", { nat: "single" })), "apply");
});

afterAll(() => stage.close());

const ON: Partial<NetworkProps> = {
  nat: "single",
  interfaceEndpoints: "fargate",
  flowLogs: "cloudwatch",
  ipv6: true,
  additionalCidrBlocks: ["100.64.0.0/16"],
};

describe("a network that stands", () => {
  it("gets endpoints, flow logs, IPv6 and more addresses, and nothing is replaced or destroyed", async () => {
    expect(await changedTo(ON)).toMatch(/Resources: \d+ added, \d+ changed, 0 destroyed/);
  });

  it("goes over to a NAT instance: the routes move before the gateway goes", async () => {
    const output = await changedTo({ ...ON, nat: "instance" });
    expect(destroyed(output)).toEqual(["aws_eip", "aws_nat_gateway"]);
    const moved = moment(output, "aws_route", String.raw`Modifications complete`);
    expect(moved).toBeGreaterThan(0);
    expect(moment(output, "aws_nat_gateway", "Destroying")).toBeGreaterThan(moved);
  });

  it("goes over to a gateway a zone, and the instance goes last", async () => {
    const output = await changedTo({ ...ON, nat: "per-zone" });
    const moved = moment(output, "aws_route", "Modifications complete");
    for (const type of ["aws_instance", "aws_eip", "aws_vpc_security_group_ingress_rule"])
      expect(moment(output, type, "Destroying")).toBeGreaterThan(moved);
  });

  it("takes guests, by tag, who change nothing of it", async () => {
    const guest = await synthesized(
      (app) =>
        new GuestStack(app, "guest", {
          vpcTags: { Name: "host" },
          publicSubnetTags: { Name: "PublicSubnet-*" },
          privateSubnetTags: { Name: "PrivateSubnet-?" },
          interfaceEndpoints: ["sts"],
          flowLogs: { destination: "s3", retentionDays: 0 },
        }),
    );
    expect(await run(guest, "apply")).toContain("Apply complete!");
    expect(await planAgain(guest)).toBe("empty");
    expect(await run(guest, "destroy")).toContain("Destroy complete!");
  });

  it("refuses guests whose subnets are not what they were taken for", async () => {
    const tags = { vpcTags: { Name: "host" }, privateSubnetTags: { Name: "PrivateSubnet-*" } };
    const crowded = await synthesized((app) => new GuestStack(app, "crowded", tags));
    await expect(run(crowded, "plan")).rejects.toThrow(/crowded\/Network: private subnets are one a zone/);
    const nobody = { vpcTags: { Name: "host" }, privateSubnetTags: { Name: "nobody" } };
    const lost = await synthesized((app) => new GuestStack(app, "lost", nobody));
    await expect(run(lost, "plan")).rejects.toThrow(/private subnets have these tags in the VPC, but none/);
  });

  it("gives up a block, IPv6 and all NAT: subnets go after the service has left them", async () => {
    const output = await changedTo({ nat: "none", interfaceEndpoints: "fargate", ipv6: "unused" });
    const left = moment(output, "aws_ecs_service", "Modifications complete");
    expect(left).toBeGreaterThan(0);
    expect(moment(output, "aws_subnet", "Destroying")).toBeGreaterThan(left);
    expect(destroyed(output)).not.toContain("aws_vpc");
  });

  it("leaves nothing behind", async () => {
    await run(await synthesized((app) => new HostStack(app, "host", { ipv6: "unused" })), "destroy");
    expect(leftovers(before, await listAccount(stage.emulator.url, "us-east-1"))).toEqual([]);
  });
});
