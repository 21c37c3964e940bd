import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  CloudBackend,
  DataTerraformRemoteState,
  NamedCloudWorkspace,
  NamedRemoteWorkspace,
  RemoteBackend,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
} from "cdktf";
import { Construct } from "constructs";
import { AwsStack, hcpState, s3State, type Problem, type State } from "../../../modules";
import { newApp, problemsIn, problemsOf } from "../../support/synthesize";

const SECRET = "hunter2.atlasv1.swordfish";
const TOKEN = `AbCdEfGhIjKlMn.atlasv1.${"x7".repeat(30)}`;
const KEY_ID = "AKIAIOSFODNN7EXAMPLE";

afterEach(() => {
  for (const name of Object.keys(process.env))
    if (name.startsWith("FRONTYARD_STATE")) Reflect.deleteProperty(process.env, name);
});

function withState(state: State | undefined): readonly Problem[] {
  const app = newApp();
  new AwsStack(app, "test", { region: "us-east-1", state });
  return problemsIn(app);
}

/** Told once or more, by the one code, and never quoted. */
function expectToldNotShown(problems: readonly Problem[], secret: string): void {
  const told = new Set(problems.map(({ code }) => code));
  told.delete("FY027"); // a key that no state has is an unknown prop as well
  expect([...told]).toEqual(["FY902"]);
  expect(JSON.stringify(problems)).not.toContain(secret);
}

describe("a secret among the settings fails, and is not repeated", () => {
  const hcp = (more: object): State => hcpState({ organization: "acme", ...more });
  const s3 = (more: object): State => s3State({ bucket: "acme", ...more });

  it.each<[string, State, string]>([
    ["a token", hcp({ token: "hunter2" }), "hunter2"],
    ["a token as an organization", hcp({ organization: SECRET }), SECRET],
    ["a token as a tag", hcp({ tags: [SECRET] }), SECRET],
    ["a user and password before the host", hcp({ hostname: "me:hunter2@app.terraform.io" }), "hunter2"],
    ["an access key", s3({ accessKey: "hunter2" }), "hunter2"],
    ["a secret key", s3({ secret_key: "hunter2" }), "hunter2"],
    ["the id of an access key as a profile", s3({ profile: KEY_ID }), KEY_ID],
    ["a password in the endpoint", s3({ endpoint: "https://me:hunter2@minio.example.com" }), "hunter2"],
  ])("%s", (_, state, secret) => {
    expectToldNotShown(withState(state), secret);
  });
});

describe("a secret in the environment fails, and is not repeated", () => {
  it.each([
    ["FRONTYARD_STATE", SECRET, SECRET],
    ["FRONTYARD_STATE_TEST", `hcp://app.terraform.io/acme?token=hunter2`, "hunter2"],
    ["FRONTYARD_STATE", `hcp://me:hunter2@app.terraform.io/acme`, "hunter2"],
    ["FRONTYARD_STATE", `hcp://hunter2@app.terraform.io/acme`, "hunter2"],
    ["FRONTYARD_STATE", `s3://${KEY_ID}:hunter2@acme`, "hunter2"],
    ["FRONTYARD_STATE", `s3://acme?secretKey=hunter2`, "hunter2"],
    ["FRONTYARD_STATE", `s3://acme?profile=${KEY_ID}`, KEY_ID],
    ["FRONTYARD_STATE", `hcp://app.terraform.io/acme?${SECRET}`, SECRET],
    ["FRONTYARD_STATE_TOKEN", "hunter2", "hunter2"],
  ])("%s=%s", (name, value, secret) => {
    process.env[name] = value;
    expectToldNotShown(withState(undefined), secret);
  });

  it("text that can't be read is not quoted either, as it may be one", () => {
    process.env["FRONTYARD_STATE"] = "hunter2";
    const [problem] = withState(undefined);
    expect(problem?.code).toBe("FY901");
    expect(JSON.stringify(problem)).not.toContain("hunter2");
  });
});

describe("a secret that would be written by another way fails", () => {
  it.each<[string, (stack: AwsStack) => void]>([
    ["an override of the terraform block", (stack) => stack.addOverride("terraform.cloud.token", "hunter2")],
    [
      "a backend of CDKTF's own",
      (stack) => {
        const inner = new Construct(stack, "Inner");
        const workspaces = new NamedCloudWorkspace("x");
        new CloudBackend(inner, { organization: "acme", token: "hunter2", workspaces });
      },
    ],
    [
      "what is read of another state",
      (stack) => {
        const workspaces = { name: "x" };
        new DataTerraformRemoteState(stack, "other", { organization: "acme", token: "hunter2", workspaces });
      },
    ],
    [
      "a provider",
      (stack) => void new AwsProvider(stack, "Second", { alias: "second", secretKey: "hunter2" }),
    ],
    ["an override of a provider", (stack) => stack.addOverride("provider.aws.0.token", "hunter2")],
    [
      "a stack of CDKTF's own in the same app",
      (stack) => {
        const workspaces = new NamedRemoteWorkspace("x");
        const plain = new TerraformStack(stack.node.root, "plain");
        new RemoteBackend(plain, { organization: "acme", token: "hunter2", workspaces });
      },
    ],
  ])("%s", (_, build) => {
    expectToldNotShown(problemsOf(build), "hunter2");
  });

  it.each<[string, (stack: AwsStack) => void]>([
    ["a variable's default", (stack) => void new TerraformVariable(stack, "t", { default: TOKEN })],
    ["an output", (stack) => void new TerraformOutput(stack, "o", { value: `use ${TOKEN}` })],
    ["a tag", (stack) => stack.addOverride("provider.aws.0.default_tags.0.tags.Note", TOKEN)],
  ])("a token of HCP Terraform in %s, by its form", (_, build) => {
    expectToldNotShown(problemsOf(build), TOKEN);
  });

  it("is none where only a name is like one: tags, and files that hold secrets", () => {
    const problems = problemsOf((stack) => {
      new AwsProvider(stack, "Second", {
        alias: "second",
        sharedCredentialsFiles: ["/etc/aws"],
        defaultTags: [{ tags: { Token: "bus ticket" } }],
      });
    });
    expect(problems).toEqual([]);
  });

  it("a reference to one is none: nothing is written", () => {
    const problems = problemsOf((stack) => {
      const token = new TerraformVariable(stack, "token", { type: "string", sensitive: true }).stringValue;
      new DataTerraformRemoteState(stack, "other", {
        organization: "acme",
        token,
        workspaces: { name: "x" },
      });
    });
    expect(problems).toEqual([]);
  });
});
