import { App, TerraformStack, TerraformVariable } from "cdktf";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TaskDefinition, type Container } from "../../../../modules";
import { check, type Verdict } from "../../../../traffic";
import { newStack } from "../../../support/synthesize";

const IMAGE = "public.ecr.aws/docker/library/busybox:1.37";
const TOKEN = { environment: { TOKEN: "abc" }, plainTextSecrets: ["TOKEN"] };

/** As `npm run check` reads what is written, CDKTF's comments included. */
function judged(stack: TerraformStack): Verdict {
  stack.prepareStack();
  return check(JSON.stringify(stack.toTerraform()));
}

function verdict(...containers: readonly Omit<Container, "image">[]): Verdict {
  const stack = newStack();
  const [first = {}, ...others] = containers.map((one, position) => ({ name: `c${position}`, ...one }));
  const all = [first, ...others].map((one) => ({ image: IMAGE, ...one }));
  new TaskDefinition(stack, "Job", { containers: all as [Container, ...Container[]] });
  return judged(stack);
}

describe("a name in plainTextSecrets", () => {
  it("is found by no check, and printed with the reason", () => {
    const { findings, waived, unusedWaivers } = verdict(TOKEN);
    expect(findings).toEqual([]);
    expect(waived).toMatchObject([{ code: "FY568", got: "variable TOKEN" }]);
    expect(waived[0]?.reason).toMatch(/^plainTextSecrets names TOKEN: /);
    expect(unusedWaivers).toEqual([]);
  });

  it("is waived once, if several containers have it", () => {
    const { findings, waived, unusedWaivers } = verdict(TOKEN, TOKEN);
    expect(findings).toEqual([]);
    expect(waived).toHaveLength(1);
    expect(unusedWaivers).toEqual([]);
  });

  it.each([
    ["looks like no secret", { environment: { COLOUR: "red" }, plainTextSecrets: ["COLOUR"] }],
    ["is no variable", { environment: {}, plainTextSecrets: ["TOKEN"] }],
    ["is an empty variable", { environment: { TOKEN: "" }, plainTextSecrets: ["TOKEN"] }],
    ["is called nowhere", { environment: { COLOUR: "red" } }],
  ])("needs no waiver if it %s", (_, container) => {
    expect(verdict(container)).toMatchObject({ findings: [], waived: [], unusedWaivers: [] });
  });

  it("needs none while its value is not known", () => {
    const stack = newStack();
    const value = new TerraformVariable(stack, "token", { type: "string" }).stringValue;
    const plain = { environment: { TOKEN: value }, plainTextSecrets: ["TOKEN", value] };
    new TaskDefinition(stack, "Job", { containers: [{ image: IMAGE, ...plain }] });
    expect(judged(stack)).toMatchObject({ findings: [], waived: [], unusedWaivers: [] });
  });

  it("waives no other secret of the same task", () => {
    const stack = newStack();
    new TaskDefinition(stack, "Job", { containers: [{ image: IMAGE, ...TOKEN }] });
    const task = JSON.stringify(stack.toTerraform());
    const leaky = task.replace(
      /\{\\"name\\":\\"TOKEN\\"/,
      String.raw`{\"name\":\"DB_PASSWORD\",\"value\":\"x\"},$&`,
    );
    expect(leaky).not.toBe(task);
    expect(check(leaky).findings.map(({ code, got }) => [code, got])).toEqual([
      ["FY568", "variable DB_PASSWORD"],
    ]);
  });

  it("is waived in a stack that is not an AwsStack, too", () => {
    const stack = new TerraformStack(new App(), "plain");
    new AwsProvider(stack, "aws", { region: "us-east-1" });
    new TaskDefinition(stack, "Job", { containers: [{ image: IMAGE, ...TOKEN }] });
    expect(judged(stack)).toMatchObject({ findings: [], waived: [{ code: "FY568" }] });
  });
});
