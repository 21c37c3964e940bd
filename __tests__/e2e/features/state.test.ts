import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { App, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { listAccount, leftovers } from "../../../emulator/account";
import { destroy, planAgain } from "../../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../../cli/terraform/terraform";
import { AwsStack, Network, NetworkContract, NetworkParameters } from "../../../modules";
import { Stage } from "../stage";

const quiet = ["-no-color", "-input=false"];

class NetworkStack extends AwsStack {
  readonly network = new Network(this, "Network", { zones: ["us-east-1a", "us-east-1b"], nat: "none" });

  constructor(scope: Construct, id: string) {
    super(scope, id, { region: "us-east-1" });
  }

  publish(): NetworkContract {
    return new NetworkContract(this, "Contract", { network: this.network, parameterPath: "/shop/network" });
  }
}

/** Stands in the network of another stack, once by its state, once by its parameters. */
class ReaderStack extends AwsStack {
  constructor(scope: Construct, id: string, contract: NetworkContract) {
    super(scope, id, { region: "us-east-1" });
    const byState = contract.idsFor(this);
    const byParameters = new NetworkParameters(this, "Shared", { parameterPath: "/shop/network" });
    new SecurityGroup(this, "group", { name: "by-state", description: "x", vpcId: byState.vpcId });
    new TerraformOutput(this, "by_state", { value: { ...byState } });
    new TerraformOutput(this, "by_parameters", { value: idsOf(byParameters) });
  }
}

function idsOf({ vpcId, publicSubnetIds, privateSubnetIds }: NetworkParameters): object {
  return { vpcId, publicSubnetIds, privateSubnetIds };
}

let stage: Stage;
let before: string[];

function synthesize(isPublished: boolean): void {
  const app = new App({ outdir: stage.workplace.outdir });
  const network = new NetworkStack(app, "network");
  if (isPublished) new ReaderStack(app, "reader", network.publish());
  app.synth();
}

async function apply(terraform: Terraform): Promise<string> {
  return (await terraform.run({ step: "apply", args: ["apply", ...quiet, "-auto-approve"] })).stdout;
}

beforeAll(async () => {
  stage = await Stage.open();
  before = await listAccount(stage.emulator.url, "us-east-1");
});

afterAll(() => stage.close());

describe("a network that stands", () => {
  let network: Terraform;
  let reader: Terraform;

  it("tells others of itself: that only adds", async () => {
    synthesize(false);
    network = await stage.terraform("network");
    await apply(network);
    synthesize(true);
    expect(await apply(network)).toMatch(/Resources: 5 added, 0 changed, 0 destroyed/);
    expect(await planAgain(network)).toBe("empty");
  });

  it("is found by another stack, by its state and by its parameters alike", async () => {
    reader = await stage.terraform("reader");
    await apply(reader);
    expect(await planAgain(reader)).toBe("empty");
    const { stdout } = await reader.run({ step: "output", args: ["output", "-json"] });
    const outputs = JSON.parse(stdout) as Record<string, { value: Record<string, unknown> }>;
    expect(outputs["by_state"]?.value["vpcId"]).toMatch(/^vpc-/);
    expect(outputs["by_state"]?.value["privateSubnetIds"]).toHaveLength(2);
    expect(outputs["by_parameters"]?.value).toEqual(outputs["by_state"]?.value);
  });

  it("goes after its reader, and nothing is left", async () => {
    await destroy(reader, () => undefined);
    await destroy(network, () => undefined);
    expect(leftovers(before, await listAccount(stage.emulator.url, "us-east-1"))).toEqual([]);
  });
});
