import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Construct } from "constructs";
import { destroy, planAgain } from "../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../cli/terraform/terraform";
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
import { build, programs, Running, type Ended } from "./command";
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
});

afterAll(() => stage.close());

it("a service stands behind its door in the network of another stack, and goes before it", async () => {
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
});

describe("the setting `split`, by cdktf", () => {
  const project = mkdtempSync(join(tmpdir(), "frontyard-split-"));
  const settings = join(project, "split.json");

  function cdktf(...args: string[]): Promise<Ended> {
    const env = {
      ...stage.env,
      ...{
        CI: "1",
        DISABLE_VERSION_CHECK: "1",
        CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
        TF_IN_AUTOMATION: undefined,
      },
      ...{ FRONTYARD_SETTINGS: settings, VOICE_AGENT_DAY: "9" },
    };
    return new Running([programs.cdktf, ...args], { cwd: project, env }).ended;
  }
  const owned = (stack: string): string[] => {
    const state = readFileSync(join(project, `terraform.${stack}.tfstate`), "utf8");
    return [...state.matchAll(/"mode": "managed",\s+"type": "(\w+)"/g)].map(([, type = ""]) => type);
  };

  beforeAll(() => {
    build("main");
    const app = `${process.execPath} ${programs.main}`;
    writeFileSync(settings, '{"voice-agent":{"split":true}}');
    writeFileSync(join(project, "cdktf.json"), JSON.stringify({ language: "typescript", app }));
  });

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it("is refused for the application alone, with the network's name", async () => {
    const { exitCode, output } = await cdktf(
      "deploy",
      "voice-agent",
      "--auto-approve",
      "--skip-provider-lock",
    );
    expect(exitCode).not.toBe(0);
    expect(output).toMatch(/dependencies are not included[^]*voice-agent-network/);
  });

  it("deploys both by one name, each into a state of its own, and destroys both", async () => {
    const deployed = await cdktf("deploy", "voice-agent*", "--auto-approve", "--skip-provider-lock");
    expect(deployed).toMatchObject({ exitCode: 0 });
    expect(deployed.output).toMatch(/url = "?http:\/\/Fargate-ALB/);
    expect(owned("voice-agent-network")).toContain("aws_vpc");
    expect(owned("voice-agent")).toContain("aws_lb");
    expect(owned("voice-agent")).not.toContain("aws_vpc");
    const destroyed = await cdktf("destroy", "voice-agent*", "--auto-approve");
    expect(destroyed).toMatchObject({ exitCode: 0 });
    expect([...owned("voice-agent"), ...owned("voice-agent-network")]).toEqual([]);
  });
});
