import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { apply, destroy, planAgain } from "../../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../../cli/terraform/terraform";
import { VoiceAgentStack } from "../../../stacks/voice-agent";
import { build, programs } from "../command";
import { Stage } from "../stage";
import { describeState, type State } from "./alike";
import { asAWhole, byParts } from "./roots";

const NAMES = ["network", "front-door", "fargate-service", "web-application"];

let stage: Stage;

/** Where the roots find the modules. */
const folder = (...path: string[]): string => join(stage.workplace.folder, "hcl", ...path);
const silent = (): void => undefined;

beforeAll(async () => {
  stage = await Stage.open();
  build("terraform-modules");
  execFileSync(process.execPath, [programs.share, "--to", folder("modules")]);
});

afterAll(() => stage.close());

/** A root module of HCL, initialized. */
async function root(name: string, text: string): Promise<Terraform> {
  mkdirSync(folder(name), { recursive: true });
  writeFileSync(folder(name, "main.tf"), text);
  const terraform = stage.terraformIn(folder(name), name);
  await terraform.run({ step: "init", args: ["init", "-no-color", "-input=false"] });
  return terraform;
}

async function stateOf(terraform: Terraform): Promise<string[]> {
  const { stdout } = await terraform.run({ step: "show", args: ["show", "-no-color", "-json"] });
  return describeState(JSON.parse(stdout) as State);
}

/** What there is after an apply. */
async function applied(terraform: Terraform): Promise<string[]> {
  await apply(terraform, silent);
  return stateOf(terraform);
}

describe.each(NAMES)("module %s", (name) => {
  it("is valid, formatted, and passes its own tests without an account", async () => {
    const terraform = stage.terraformIn(folder("modules", name), name);
    await terraform.run({ step: "init", args: ["init", "-no-color", "-input=false"] });
    await terraform.run({ step: "validate", args: ["validate", "-no-color"] });
    await terraform.run({ step: "fmt", args: ["fmt", "-check", "-recursive", "-no-color"] });
    const { stdout } = await terraform.run({ step: "test", args: ["test", "-no-color"] });
    expect(stdout).toMatch(/Success! \d+ passed, 0 failed\./);
    expect(stdout).not.toContain("Warning");
  });
});

it("the modules' examples are valid", async () => {
  const examples = NAMES.flatMap((name) =>
    readdirSync(folder("modules", name, "examples")).map((example) => ({ name, example })),
  );
  expect(examples).toHaveLength(8);
  const terraform = await root("examples", examples.map(calledAsModule).join("\n"));
  await terraform.run({ step: "validate", args: ["validate", "-no-color"] });
});

/** An example with something for each variable that it leaves open. */
function calledAsModule({ name, example }: { readonly name: string; readonly example: string }): string {
  const source = `../modules/${name}/examples/${example}`;
  const open = readFileSync(folder(source.slice(3), "main.tf"), "utf8").matchAll(
    /^variable "(\w+)" \{\n +type += (.*)$/gm,
  );
  const values = [...open].map(
    ([, variable, type]) => `  ${variable} = ${type === "string" ? '"given"' : '["given"]'}`,
  );
  return `module "${name}_${example}" {\n  source = "${source}"\n${values.join("\n")}\n}\n`;
}

it("a root of HCL has what the CDKTF stack has, resource by resource, by parts and as a whole", async () => {
  const app = new App({ outdir: stage.workplace.outdir });
  new VoiceAgentStack(app, "voice-agent");
  app.synth();
  const stack = await stage.terraform("voice-agent");
  const expected = await applied(stack);
  expect(expected.length).toBeGreaterThan(40);
  await destroy(stack, silent); // its names are the others' too

  const parts = await root("parts", byParts);
  expect(await applied(parts)).toEqual(expected);
  expect(await planAgain(parts)).toBe("empty");
  await destroy(parts, silent);

  expect(await applied(await root("whole", asAWhole))).toEqual(expected);
});

it("what can't work is refused by a plan, in the words of the constructs", async () => {
  const terraform = await root("refused", asAWhole.replace('"us-east-1a", "us-east-1b"', '"us-east-1a"'));
  const plan = terraform.run({ step: "plan", args: ["plan", "-no-color", "-input=false"] });
  await expect(plan).rejects.toThrow("FY322: a load balancer needs subnets in at least 2 zones, got 1");
});

it("a module names no provider's settings and no place for its state", () => {
  for (const name of NAMES) {
    const document = JSON.parse(readFileSync(folder("modules", name, "main.tf.json"), "utf8")) as Record<
      string,
      object
    >;
    expect(Object.keys(document)).not.toContain("provider");
    expect(Object.keys(document.terraform ?? {})).toEqual(["required_version", "required_providers"]);
  }
});
