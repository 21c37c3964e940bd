import { TerraformVariable } from "cdktf";
import { AwsStack, localState } from "../../../modules";
import { codesOf, newApp, problemsIn, synthesize, synthesizeStack } from "../../support/synthesize";

const nothing = (): void => undefined;
const tags = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, position) => [`key${position}`, ""]));
const codesFor = (stack: Parameters<typeof codesOf>[1] = {}): string[] => codesOf(nothing, stack);

describe("a stack", () => {
  const stack = synthesize(nothing);

  it("asks for the AWS provider of HashiCorp in both majors, and for a Terraform that is new enough", () => {
    expect(stack.at("terraform.required_providers")).toEqual({
      aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" },
    });
    expect(stack.at("terraform.required_version")).toBe(">= 1.11.0");
  });

  it("has one provider, in its region, that tags everything with the stack", () => {
    expect(stack.at("provider")).toEqual({
      aws: [{ region: "us-east-1", default_tags: [{ tags: { Stack: "test" } }] }],
    });
  });

  it("keeps its state in a file beside the output folder, by a relative path", () => {
    expect(stack.at("terraform.backend")).toEqual({ local: { path: "../../../terraform.test.tfstate" } });
  });

  it("makes nothing by itself", () => {
    expect(stack.addresses()).toEqual([]);
  });
});

describe("what a stack may be told", () => {
  it("tags takes the place of the stack's own", () => {
    const stack = synthesize(nothing, { stack: { tags: { Team: "voice", Owner: "a@b.c" } } });
    expect(stack.at("provider.aws.0.default_tags")).toEqual([{ tags: { Team: "voice", Owner: "a@b.c" } }]);
  });

  it("state is where it says", () => {
    const stack = synthesize(nothing, { stack: { state: localState("../state/x.tfstate") } });
    expect(stack.at("terraform.backend.local.path")).toBe("../state/x.tfstate");
  });

  it("region may be set at deploy time", () => {
    const app = newApp();
    const settings = new AwsStack(app, "settings", { region: "us-east-1" });
    const region = new TerraformVariable(settings, "region", { type: "string" }).stringValue;
    const stack = new AwsStack(app, "test", { region });
    expect(synthesizeStack(stack).at("provider.aws.0.region")).toMatch(/^\$\{data\.terraform_remote_state/);
  });
});

describe("bad input to a stack", () => {
  it.each(["", "us-east", "us-east-1a", "US-EAST-1", "virginia", "us_east_1"])(
    "fails in region %j",
    (region) => {
      expect(codesFor({ stack: { region } })).toEqual(["FY013"]);
    },
  );

  it.each(["us-east-1", "us-gov-west-1", "ap-southeast-4", "cn-north-1"])("passes in region %s", (region) => {
    expect(codesFor({ stack: { region } })).toEqual([]);
  });

  it.each(["", "aws:x", "AWS:x", "a,b", "😀", "x".repeat(129)])("fails with the tag key %j", (key) => {
    expect(codesFor({ stack: { tags: { [key]: "" } } })).toEqual(["FY010"]);
  });

  it.each(["a,b", "#", "x".repeat(257), "tab\t"])("fails with the tag value %.20j", (value) => {
    expect(codesFor({ stack: { tags: { Key: value } } })).toEqual(["FY011"]);
  });

  it("passes tags that every AWS service takes", () => {
    const all = { "Grüße _.:/=+-@1": "日本 _.:/=+-@1", Empty: "", Long: "x".repeat(256), aws: "aws:" };
    expect(codesFor({ stack: { tags: all } })).toEqual([]);
  });

  it("fails above 49 tags, as Name comes on top", () => {
    expect(codesFor({ stack: { tags: tags(49) } })).toEqual([]);
    expect(codesFor({ stack: { tags: tags(50) } })).toEqual(["FY012"]);
  });

  it("fails with an absolute path to its state, which holds on one machine only", () => {
    expect(codesFor({ stack: { state: localState("/home/me/x.tfstate") } })).toEqual(["FY015"]);
  });
});

describe("stacks of one app", () => {
  it("synthesize side by side", () => {
    const app = newApp();
    for (const id of ["one", "two"]) new AwsStack(app, id, { region: "us-east-1" });
    expect(problemsIn(app)).toEqual([]);
  });
});
