import { AwsStack, localState, s3State, STATE_CONTEXT, type Problem, type State } from "../../../modules";
import { readAddress } from "../../../modules/state/state-address";
import { newApp, problemsIn, synthesizeStack } from "../../support/synthesize";
import type { Json } from "../../support/json";

afterEach(() => {
  for (const name of Object.keys(process.env))
    if (name.startsWith("FRONTYARD_STATE")) Reflect.deleteProperty(process.env, name);
});

function terraformOf(id: string, state?: State, context: Record<string, unknown> = {}): Json | undefined {
  const stack = new AwsStack(newApp(context), id, { region: "us-east-1", state });
  const { backend, cloud } = synthesizeStack(stack).at("terraform") as { backend?: Json; cloud?: Json };
  return backend ?? { cloud: cloud ?? null };
}

function problems(variables: Record<string, string>): readonly Problem[] {
  Object.assign(process.env, variables);
  const app = newApp();
  for (const id of ["shop", "voice-agent"]) new AwsStack(app, id, { region: "us-east-1" });
  return problemsIn(app);
}

describe("FRONTYARD_STATE", () => {
  it("says where the state of every stack is kept, over what the code says", () => {
    process.env["FRONTYARD_STATE"] = "s3://acme/prod?region=eu-west-1";
    expect(terraformOf("shop", localState("mine.tfstate"))).toEqual({
      s3: {
        bucket: "acme",
        key: "prod/shop/terraform.tfstate",
        region: "eu-west-1",
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it("gives way to the variable of one stack, in capitals with _ for what is no letter or digit", () => {
    process.env["FRONTYARD_STATE"] = "s3://acme";
    process.env["FRONTYARD_STATE_VOICE_AGENT"] = "hcp://app.terraform.io/acme/agent?project=Front+door";
    expect(terraformOf("voice-agent")).toEqual({
      cloud: {
        hostname: "app.terraform.io",
        organization: "acme",
        workspaces: { name: "agent", project: "Front door" },
      },
    });
  });

  it("that is empty is as one that is not set", () => {
    process.env["FRONTYARD_STATE"] = "";
    expect(terraformOf("shop", localState("mine.tfstate"))).toEqual({ local: { path: "mine.tfstate" } });
  });

  it.each([
    ["local", { local: { path: "../../../terraform.shop.tfstate" } }],
    ["local:../x.tfstate", { local: { path: "../x.tfstate" } }],
  ])("takes %j", (address, backend) => {
    process.env["FRONTYARD_STATE"] = address;
    expect(terraformOf("shop", s3State({ bucket: "acme" }))).toEqual(backend);
  });

  it("is not looked at where the app keeps its states in files, as a rehearsal does", () => {
    process.env["FRONTYARD_STATE"] = "nonsense";
    const local = { local: { path: "../../../terraform.shop.tfstate" } };
    expect(terraformOf("shop", s3State({ bucket: "acme" }), { [STATE_CONTEXT]: "local" })).toEqual(local);
    expect(terraformOf("shop", localState("../../../../real.tfstate"), { [STATE_CONTEXT]: "local" })).toEqual(
      local,
    );
  });

  it("is not looked at where the code alone counts, as for output that is committed", () => {
    process.env["FRONTYARD_STATE"] = "nonsense";
    expect(terraformOf("shop", localState("mine.tfstate"), { [STATE_CONTEXT]: "code" })).toEqual({
      local: { path: "mine.tfstate" },
    });
  });
});

describe("an address", () => {
  it.each([
    ["s3://acme", { bucket: "acme", key: "{stack}/terraform.tfstate" }],
    ["s3://acme/", { bucket: "acme", key: "{stack}/terraform.tfstate" }],
    ["s3://acme/a/b/", { bucket: "acme", key: "a/b/{stack}/terraform.tfstate" }],
    ["s3://acme/a/b.tfstate", { bucket: "acme", key: "a/b.tfstate" }],
    ["s3://acme/{stack}.tfstate", { bucket: "acme", key: "{stack}.tfstate" }],
    ["s3://acme/%7Bstack%7D.tfstate", { bucket: "acme", key: "{stack}.tfstate" }],
    [
      "s3://acme?region=eu-west-1&profile=p&kmsKeyId=alias/x&endpoint=http://127.0.0.1:1",
      {
        bucket: "acme",
        key: "{stack}/terraform.tfstate",
        region: "eu-west-1",
        profile: "p",
        kmsKeyId: "alias/x",
        endpoint: "http://127.0.0.1:1",
      },
    ],
  ])("%s is in S3", (text, props) => {
    expect(readAddress(text, "V")).toEqual({ kind: "s3", props });
  });

  it.each([
    ["hcp://tfe.acme.com:8443/acme", { hostname: "tfe.acme.com:8443", organization: "acme" }],
    ["hcp://h/acme/shop-{stack}", { hostname: "h", organization: "acme", workspace: "shop-{stack}" }],
    ["hcp://h/acme?tags=a,b:c", { hostname: "h", organization: "acme", tags: ["a", "b:c"] }],
  ])("%s is in HCP Terraform", (text, props) => {
    expect(readAddress(text, "V")).toEqual({ kind: "hcp", props });
  });

  it.each([
    "s3",
    "s3:",
    "s3:/acme",
    "S3://acme",
    "https://acme",
    "hcp://app.terraform.io",
    "hcp://app.terraform.io/",
    "hcp://h/o/w/x",
    "s3://acme?regoin=x",
    "s3://acme?project=x",
    "hcp://h/o?region=x",
    "s3://acme/%zz",
    "s3://acme#x",
    "locale",
    " local",
    "\0",
    "${var.x}",
  ])("fails as %j", (text) => {
    expect(problems({ FRONTYARD_STATE: text || "x" }).map(({ code }) => code)).toEqual(["FY901", "FY901"]);
  });

  it("fails by the rules of what it stands for", () => {
    const codes = problems({
      FRONTYARD_STATE: "s3://A?region=x",
      FRONTYARD_STATE_SHOP: "hcp://h/o/w.x?project=y",
    });
    expect(codes.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "FY911 shop",
      "FY914 shop",
      "FY903 voice-agent",
      "FY905 voice-agent",
    ]);
  });
});

describe("a variable that names no stack", () => {
  it("fails, once: the stack that it was meant for would keep its state elsewhere", () => {
    const found = problems({ FRONTYARD_STATE_VOICEAGENT: "s3://acme" });
    expect(found.map(({ code, path, given }) => `${code} ${path} ${given}`)).toEqual([
      "FY917 shop FRONTYARD_STATE_VOICEAGENT",
    ]);
  });
});
