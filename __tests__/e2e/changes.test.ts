import { App } from "cdktf";
import type { Construct } from "constructs";
import { planAgain } from "../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../cli/terraform/terraform";
import { verify } from "../../cli/rehearse/steps/verify";
import {
  AwsStack,
  Cluster,
  FargateService,
  HttpListener,
  imageVariable,
  LoadBalancer,
  Network,
  respond,
  TargetGroup,
} from "../../modules";
import { VoiceAgentStack } from "../../stacks/voice-agent";
import { Stage } from "./stage";

const quiet = ["-no-color", "-input=false"];

/** One front door, two target groups behind it: one by an exact name, one by a generated name. */
class TwoPortsStack extends AwsStack {
  constructor(scope: Construct, id: string, port: number) {
    super(scope, id, { region: "us-east-1" });
    const network = new Network(this, "Network", { zones: ["us-east-1a", "us-east-1b"], nat: "single" });
    const door = new LoadBalancer(this, "Door", { network, scheme: "internet-facing" });
    const exact = new TargetGroup(this, "Exact", { network, name: "exact-name", port });
    const generated = new TargetGroup(this, "Generated", { network, port });
    new HttpListener(this, "Http", { loadBalancer: door, forwardTo: exact });
    new HttpListener(this, "Other", { loadBalancer: door, forwardTo: generated, port: 8080 });
    const cluster = new Cluster(this, "Cluster", { network });
    const container = { image: imageVariable(this, "image", respond(port, "well")) };
    new FargateService(this, "ExactApp", { cluster, targetGroup: exact, container });
    new FargateService(this, "GeneratedApp", { cluster, targetGroup: generated, container });
  }
}

let stage: Stage;

function synthesize(build: (app: App) => void): void {
  const app = new App({ outdir: stage.workplace.outdir });
  build(app);
  app.synth();
}

async function apply(terraform: Terraform, ...args: string[]): Promise<string> {
  const { stdout } = await terraform.run({
    step: "apply",
    args: ["apply", ...quiet, "-auto-approve", ...args],
  });
  return stdout;
}

beforeAll(async () => {
  stage = await Stage.open();
});

afterAll(() => stage.close());

describe("a stack that stands", () => {
  let voiceAgent: Terraform;
  let twoPorts: Terraform;

  beforeAll(async () => {
    synthesize((app) => {
      new VoiceAgentStack(app, "voice-agent", { day: 9 });
      new TwoPortsStack(app, "two-ports", 8000);
    });
    voiceAgent = await stage.terraform("voice-agent");
    twoPorts = await stage.terraform("two-ports");
    await Promise.all([apply(voiceAgent), apply(twoPorts)]);
  });

  it("is what the walkthrough shows on day 9, where 503 is the answer", async () => {
    const looked = { stack: "voice-agent", endpoint: stage.emulator.url, region: "us-east-1" };
    const note = await verify({ ...looked, terraform: voiceAgent });
    expect(note).toMatch(/^\d+ checks; day 9: no service yet, so the front door answers 503, as expected$/);
  });

  it("gets its service on day 13, and that only adds", async () => {
    synthesize((app) => new VoiceAgentStack(app, "voice-agent"));
    expect(await apply(voiceAgent)).toMatch(/Resources: \d+ added, 0 changed, 0 destroyed/);
    expect(await planAgain(voiceAgent)).toBe("empty");
  });

  it("takes another port, with an exact name of the target group and with a generated one", async () => {
    synthesize((app) => new TwoPortsStack(app, "two-ports", 9000));
    expect(await apply(twoPorts)).toContain("Apply complete!");
    expect(await planAgain(twoPorts)).toBe("empty");
  });

  it("fails to apply when ECS rolls the deployment back", async () => {
    await stage.emulator.inject({ rolledBack: true });
    const image = "-var=agent_image=public.ecr.aws/docker/library/caddy:2.0.0-alpine";
    await expect(apply(voiceAgent, image)).rejects.toThrow(
      /postcondition failed[^]*ECS rolled the deployment/,
    );
    await stage.emulator.inject({ rolledBack: false });
  });
});
