import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { TerraformLocal, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { AwsStack } from "../../../modules";
import { codesOf, newApp, problemsIn, problemsOf, synthesize } from "../../support/synthesize";

const group = (scope: Construct, id: string): CloudwatchLogGroup =>
  new CloudwatchLogGroup(scope, id, { name: id });

describe("ids that clean to one address, where CDKTF writes the second over the first", () => {
  it("fail for resources, and say which constructs they are", () => {
    const problems = problemsOf((stack) => {
      group(stack, "a.b");
      group(stack, "ab");
    });
    expect(problems).toMatchObject([
      { code: "FY001", path: "test", given: "aws_cloudwatch_log_group.ab for test/a.b and test/ab" },
    ]);
  });

  it.each<[string, (stack: AwsStack, id: string) => unknown]>([
    ["variables", (stack, id) => new TerraformVariable(stack, id, {})],
    ["locals", (stack, id) => new TerraformLocal(stack, id, 1)],
    ["outputs", (stack, id) => new TerraformOutput(stack, id, { value: 1 })],
    ["data sources", (stack, id) => new DataAwsRegion(stack, id)],
  ])("fail for %s", (_, make) => {
    expect(codesOf((stack) => ["x.y", "xy"].forEach((id) => make(stack, id)))).toEqual(["FY001"]);
  });

  it("fail for each that is written over", () => {
    expect(codesOf((stack) => ["a.b", "a,b", "ab"].forEach((id) => group(stack, id)))).toEqual([
      "FY001",
      "FY001",
    ]);
  });

  it("fail where an override takes another's address", () => {
    const codes = codesOf((stack) => {
      group(stack, "a");
      group(stack, "b").overrideLogicalId("a");
    });
    expect(codes).toEqual(["FY001"]);
  });

  it("pass for elements of two kinds, for deeper constructs and for two stacks", () => {
    const codes = codesOf((stack) => {
      group(stack, "ab");
      new TerraformVariable(stack, "a-b", {});
      new TerraformOutput(stack, "a.b", { value: 1 });
      group(new Construct(stack, "a"), "b");
      new AwsStack(stack.node.root, "other", { region: "us-east-1" });
    });
    expect(codes).toEqual([]);
  });
});

describe("an address that Terraform can't read", () => {
  it.each(["1a", "-a", "1"])("fails for id %s", (id) => {
    expect(codesOf((stack) => group(stack, id))).toEqual(["FY002"]);
  });

  it.each(["a b", "a/b", "1a"])("fails for the override %j", (id) => {
    expect(codesOf((stack) => group(stack, "a").overrideLogicalId(id))).toEqual(["FY002"]);
  });

  it.each(["a", "_a", "a-1", "A_b"])("passes for id %s", (id) => {
    expect(codesOf((stack) => group(stack, id))).toEqual([]);
  });
});

describe("an override of an id", () => {
  it("fails when it comes after the id was read, where CDKTF ignores it", () => {
    const problems = problemsOf((stack) => {
      const late = group(stack, "a");
      expect(late.friendlyUniqueId).toBe("a");
      late.overrideLogicalId("wanted");
    });
    expect(problems).toMatchObject([
      { code: "FY003", given: "wanted, while aws_cloudwatch_log_group.a (test/a) stays" },
    ]);
  });

  it("passes when it comes first, and holds", () => {
    const stack = synthesize((scope) => group(scope, "a").overrideLogicalId("wanted"));
    expect(stack.addresses()).toEqual(["aws_cloudwatch_log_group.wanted"]);
  });
});

describe("what CDKTF drops without a word", () => {
  const condition = { condition: "${true}", errorMessage: "never" };

  it("fails for a precondition of an output", () => {
    expect(
      codesOf((stack) => new TerraformOutput(stack, "o", { value: 1, precondition: condition })),
    ).toEqual(["FY004"]);
  });

  it("passes for a precondition that is added as an override", () => {
    const stack = synthesize((scope) => {
      new TerraformOutput(scope, "o", { value: 1 }).addOverride("precondition", [{ condition: "${true}" }]);
    });
    expect(stack.at("output.o.precondition")).toEqual([{ condition: "${true}" }]);
  });

  it("fails for a move to index 0", () => {
    expect(codesOf((stack) => group(stack, "a").moveTo("target", 0))).toEqual(["FY005"]);
  });
});

describe("stacks", () => {
  it("fail when two have one id: both would be written to one folder", () => {
    const app = newApp();
    const inner = new Construct(app, "Inner");
    new AwsStack(app, "same", { region: "us-east-1" });
    new TerraformStack(inner, "same");
    expect(problemsIn(app).map(({ code, given }) => [code, given])).toEqual([["FY006", "same"]]);
  });

  it("fail when they stand inside a construct, where the CDKTF CLI can't order them", () => {
    const app = newApp();
    new AwsStack(new Construct(app, "Inner"), "deep", { region: "us-east-1" });
    expect(problemsIn(app)).toMatchObject([{ code: "FY007", path: "Inner/deep", given: "Inner/deep" }]);
  });
});
