import { App } from "cdktf";
import type { Construct } from "constructs";
import { destroy, planAgain } from "../../commands/rehearse/steps/stack-steps";
import type { Terraform } from "../../commands/rehearse/steps/terraform";
import {
  AwsStack,
  Cluster,
  ExistingNetwork,
  FargateService,
  HttpListener,
  imageVariable,
  LoadBalancer,
  Network,
  NetworkContract,
  respond,
  TargetGroup,
} from "../../modules";
import { Stage } from "./stage";

const quiet = ["-no-color", "-input=false"];

/** A service behind a door, in the network of another stack. */
class ShopStack extends AwsStack {
  constructor(scope: Construct, id: string, contract: NetworkContract) {
    super(scope, id, { region: "us-east-1" });
    const network = new ExistingNetwork(this, "Network", contract.idsFor(this));
    const targets = new TargetGroup(this, "Targets", { network, port: 8000 });
    const door = new LoadBalancer(this, "Door", { network, scheme: "internet-facing" });
    new HttpListener(this, "Http", { loadBalancer: door, forwardTo: targets });
    new FargateService(this, "Shop", {
      cluster: new Cluster(this, "Cluster", { network }),
      targetGroup: targets,
      container: { image: imageVariable(this, "image", respond(8000, "well")) },
    });
  }
}

let stage: Stage;

async function apply(terraform: Terraform): Promise<string> {
  return (await terraform.run({ step: "apply", args: ["apply", ...quiet, "-auto-approve"] })).stdout;
}

beforeAll(async () => {
  stage = await Stage.open();
}, 120_000);

afterAll(() => stage.close());

test("a service stands behind its door in the network of another stack, and goes before it", async () => {
  const app = new App({ outdir: stage.workplace.outdir });
  const home = new AwsStack(app, "network", { region: "us-east-1" });
  const network = new Network(home, "Network", { zones: ["us-east-1a", "us-east-1b"], nat: "single" });
  const contract = new NetworkContract(home, "Contract", { network });
  new ShopStack(app, "shop", contract);
  app.synth();

  const [first, second] = [await stage.terraform("network"), await stage.terraform("shop")];
  expect(await apply(first)).toContain("Apply complete!");
  expect(await apply(second)).toContain("Apply complete!");
  expect([await planAgain(first), await planAgain(second)]).toEqual(["empty", "empty"]);
  await destroy(second, () => undefined);
  await destroy(first, () => undefined);
}, 300_000);
