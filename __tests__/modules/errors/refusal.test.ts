import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import { assertSound, AwsStack, FrontyardError, LoadBalancer, Network, TargetGroup } from "../../../modules";
import { filesIn, outdir } from "../../support/outdir";
import { problemsIn } from "../../support/synthesize";

const ZONES = ["us-east-1a", "us-east-1b"];

type Kind = "our stack" | "a plain TerraformStack";

/** A stack of some kind, with a network that is sound or not. */
function addStack(app: App, kind: Kind, id: string, zones: readonly string[]): TerraformStack {
  if (kind === "our stack") {
    const ours = new AwsStack(app, id, { region: "us-east-1" });
    new Network(ours, "Network", { zones });
    return ours;
  }
  const plain = new TerraformStack(app, id);
  new AwsProvider(plain, "aws", { region: "us-east-1" });
  new Network(plain, "Network", { zones });
  return plain;
}

describe.each<Kind>(["our stack", "a plain TerraformStack"])("an app with bad input in %s", (kind) => {
  describe.each([false, true])("with skipValidation %s", (skipValidation) => {
    it.each([[["bad"]], [["bad", "good"]], [["good", "bad"]]])("writes nothing at all: %j", (ids) => {
      const app = new App({ outdir: outdir(), skipValidation });
      for (const id of ids) addStack(app, kind, id, id === "bad" ? ["mars-1a"] : ZONES);
      expect(problemsIn(app).map(({ code, path }) => [code, path])).toEqual([["FY105", "bad/Network"]]);
      expect(filesIn(app.outdir)).toEqual([]);
    });

    it("writes each stack once it is sound", () => {
      const app = new App({ outdir: outdir(), skipValidation });
      for (const id of ["one", "two"]) addStack(app, kind, id, ZONES);
      expect(problemsIn(app)).toEqual([]);
      expect(filesIn(app.outdir)).toEqual([
        "manifest.json",
        "stacks/one/cdk.tf.json",
        "stacks/two/cdk.tf.json",
      ]);
    });
  });

  it("is refused by Testing.synth too, which validates and prepares nothing", () => {
    const stack = addStack(new App({ outdir: outdir() }), kind, "bad", []);
    expect(() => Testing.synth(stack)).toThrow(FrontyardError);
  });
});

describe("an app with bad input in several places", () => {
  const app = new App({ outdir: outdir() });
  const stacks = ["one", "two"].map((id) => new AwsStack(app, id, { region: id }));
  for (const stack of stacks) {
    const network = new Network(stack, "Network", {
      zones: ["us-east-1a"],
      cidrBlock: "10.0.0.1/24",
      nat: "none",
    });
    new TargetGroup(stack, "Targets", {
      network,
      port: 0,
      name: "-",
      healthCheck: { path: "x", matcher: "y" },
    });
    new LoadBalancer(stack, "Door", { network, scheme: "internal", idleTimeoutSec: 0 });
  }
  const found = problemsIn(app);

  it("is refused with all of it in one error", () => {
    const each = (id: string): string[] => [
      `FY013 ${id}`,
      `FY107 ${id}/Network`,
      `FY102 ${id}/Network`,
      `FY103 ${id}/Network`,
      `FY301 ${id}/Targets`,
      `FY302 ${id}/Targets`,
      `FY307 ${id}/Targets`,
      `FY308 ${id}/Targets`,
      `FY322 ${id}/Door`,
      `FY324 ${id}/Door`,
    ];
    const seen = found.map(({ code, path }) => `${code} ${path}`);
    for (const id of ["one", "two"]) expect(seen.filter((text) => text.includes(` ${id}`))).toEqual(each(id));
    expect(seen).toHaveLength(20);
  });

  it("is told so in one message, a line a problem", () => {
    const { message } = new FrontyardError(found);
    expect(message.split("\n")).toHaveLength(21);
    expect(message).toMatch(
      /^20 problems, nothing was written:\n {2}FY013 one: region must be an AWS region/,
    );
    expect(new FrontyardError(found.slice(0, 1)).message).toMatch(/^1 problem, nothing was written:\n {2}FY/);
  });

  it("can be judged a part at a time", () => {
    expect(() => assertSound(stacks[0]!.node.findChild("Door"))).toThrow(/^2 problems/);
    expect(() => assertSound(stacks[0]!)).toThrow(/^10 problems/);
    expect(() => assertSound(app)).toThrow(/^20 problems/);
  });

  it("takes no stack for a part of another whose name begins alike", () => {
    const other = new App({ outdir: outdir() });
    const sound = new AwsStack(other, "a", { region: "us-east-1" });
    new AwsStack(other, "ab", { region: "nowhere" });
    expect(() => assertSound(sound)).not.toThrow();
  });
});
