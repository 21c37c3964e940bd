import { existsSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import {
  AwsStack,
  Cluster,
  FargateService,
  FrontyardError,
  Network,
  type NetworkProps,
} from "../../../modules";
import { outdir as emptyFolder } from "../../support/outdir";

/** A stack whose tasks have a way to their image, or have not. */
function tasks(nat: NetworkProps["nat"]): { app: App; stack: AwsStack; outdir: string } {
  const outdir = emptyFolder();
  const app = new App({ outdir });
  const stack = new AwsStack(app, "tasks", { region: "us-east-1" });
  const network = new Network(stack, "Network", { zones: ["us-east-1a", "us-east-1b"], nat });
  const cluster = new Cluster(stack, "Cluster", { network });
  new FargateService(stack, "App", { cluster, container: { image: "ghcr.io/example/app:1.0" } });
  return { app, stack, outdir };
}

const document = (stack: AwsStack): Record<string, { waivers?: unknown }> =>
  stack.toTerraform() as Record<string, { waivers?: unknown }>;

describe("a stack that can't carry its traffic", () => {
  it("is refused before anything is written, with rule, place, cause and fix", () => {
    const { app, outdir } = tasks("none");
    expect(() => app.synth()).toThrow(FrontyardError);
    expect(() => app.synth()).toThrow(/^ {2}FY531 tasks\/App\/Resource: .+, got .+: .+$/m);
    expect(existsSync(join(outdir, "stacks", "tasks"))).toBe(false);
  });

  it("is written once the breach is waived, with the reason", () => {
    const { app, stack } = tasks("none");
    const waiver = { rule: "FY531", address: "tasks/App/*", reason: "the images come over endpoints" };
    stack.waive(waiver);
    expect(() => app.synth()).not.toThrow();
    expect(document(stack)["//"]?.waivers).toEqual([waiver]);
  });

  it("is refused all the same if the waiver is for something else", () => {
    const { app, stack } = tasks("none");
    stack.waive({ rule: "FY531", address: "tasks/Other/*", reason: "not this one" });
    expect(() => app.synth()).toThrow(/FY531/);
  });
});

it("a stack that carries its traffic is written", () => {
  const { app, outdir } = tasks("single");
  app.synth();
  expect(existsSync(join(outdir, "stacks", "tasks", "cdk.tf.json"))).toBe(true);
});
