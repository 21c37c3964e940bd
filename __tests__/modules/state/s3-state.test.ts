import { TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AwsStack, s3State, type S3StateProps } from "../../../modules";
import { newApp, problemsIn, synthesize, synthesizeStack } from "../../support/synthesize";
import { network } from "../../support/parts";

const BUCKET = "acme-terraform-state";
const nothing = (): void => undefined;
const written = (props: Partial<S3StateProps> = {}) =>
  synthesize(nothing, { stack: { state: s3State({ bucket: BUCKET, ...props }) } });
const codesFor = (props: Partial<S3StateProps>): string[] => {
  const app = newApp();
  new AwsStack(app, "test", { region: "us-east-1", state: s3State({ bucket: BUCKET, ...props }) });
  return problemsIn(app).map(({ code }) => code);
};

describe("a state in S3", () => {
  const stack = written();

  it("is encrypted and locked, under a key of the stack's own, in the stack's region", () => {
    expect(stack.at("terraform.backend")).toEqual({
      s3: {
        bucket: BUCKET,
        key: "test/terraform.tfstate",
        region: "us-east-1",
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it("leaves no state anywhere else", () => {
    expect(stack.at("terraform.cloud")).toBeUndefined();
    expect(Object.keys(stack.at("terraform") as object).sort()).toEqual([
      "backend",
      "required_providers",
      "required_version",
    ]);
  });

  it("takes every setting under Terraform's name", () => {
    const all: Required<S3StateProps> = {
      bucket: "other",
      region: "eu-west-1",
      key: "prod/{stack}.tfstate",
      kmsKeyId: "alias/state",
      roleArn: "arn:aws:iam::123456789012:role/state",
      profile: "states",
      endpoint: "https://minio.example.com",
    };
    expect(written(all).at("terraform.backend.s3")).toEqual({
      bucket: "other",
      region: "eu-west-1",
      key: "prod/test.tfstate",
      kms_key_id: "alias/state",
      assume_role: { role_arn: "arn:aws:iam::123456789012:role/state" },
      profile: "states",
      encrypt: true,
      use_lockfile: true,
      use_path_style: true,
      skip_credentials_validation: true,
      skip_requesting_account_id: true,
      endpoints: { s3: "https://minio.example.com" },
    });
  });
});

describe("several stacks", () => {
  it("share the object, not the key", () => {
    const app = newApp();
    const state = s3State({ bucket: BUCKET });
    const stacks = ["one", "two"].map((id) => new AwsStack(app, id, { region: "us-east-1", state }));
    expect(stacks.map((stack) => synthesizeStack(stack).at("terraform.backend.s3.key"))).toEqual([
      "one/terraform.tfstate",
      "two/terraform.tfstate",
    ]);
  });

  it("fail with one key for two", () => {
    const app = newApp();
    const state = s3State({ bucket: BUCKET, key: "all.tfstate" });
    for (const id of ["one", "two"]) new AwsStack(app, id, { region: "us-east-1", state });
    expect(problemsIn(app).map(({ code, path }) => [code, path])).toEqual([["FY019", "two"]]);
  });

  it("read each other by the same bucket, without the lock, which only a writer has", () => {
    const app = newApp();
    const state = s3State({ bucket: BUCKET });
    const producer = new AwsStack(app, "network", { region: "us-east-1", state });
    const reader = new AwsStack(app, "shop", { region: "us-east-1", state });
    new TerraformOutput(reader, "vpc_id", { value: network(producer).vpcId });
    const data = synthesizeStack(reader).at(
      "data.terraform_remote_state.cross-stack-reference-input-network",
    );
    expect(data).toEqual({
      backend: "s3",
      workspace: "${terraform.workspace}",
      config: { bucket: BUCKET, key: "network/terraform.tfstate", region: "us-east-1", encrypt: true },
    });
  });
});

describe("a plain TerraformStack", () => {
  it("takes the state too", () => {
    const stack = new TerraformStack(newApp(), "plain");
    s3State({ bucket: BUCKET, region: "us-east-1" }).attachTo(stack);
    expect(synthesizeStack(stack).at("terraform.backend.s3.key")).toBe("plain/terraform.tfstate");
  });

  it("fails without a region, as it has none of its own", () => {
    const app = newApp();
    s3State({ bucket: BUCKET }).attachTo(new TerraformStack(app, "plain"));
    expect(problemsIn(app).map(({ code }) => code)).toEqual(["FY905"]);
  });
});

describe("bad input", () => {
  it.each(["", "ab", "Acme", "a_b", "-ab", "ab.", "a..b", "xn--ab", "1.2.3.4", "s3://abc", "x".repeat(64)])(
    "fails with the bucket %j",
    (bucket) => expect(codesFor({ bucket })).toEqual(["FY903"]),
  );

  it.each(["abc", "a.b-c.1", "x".repeat(63)])("passes with the bucket %j", (bucket) => {
    expect(codesFor({ bucket })).toEqual([]);
  });

  it.each([
    "",
    "/a",
    "a/",
    "a//b",
    "../a",
    "a/./b",
    "{stack",
    "{Stack}",
    "a\n",
    "x".repeat(1018),
    "ü".repeat(509),
  ])("fails with the key %.20j", (key) => expect(codesFor({ key })).toEqual(["FY904"]));

  it.each(["a", "{stack}", "{stack}/{stack}", "a/..b", "x".repeat(1017)])(
    "passes with the key %.20j",
    (key) => {
      expect(codesFor({ key })).toEqual([]);
    },
  );

  it.each(["1234abcd-12ab-34cd-56ef-1234567890ab", "mrk-1234abcd12ab34cd56ef1234567890ab", "alias/x"])(
    "passes with the KMS key %j",
    (kmsKeyId) => expect(codesFor({ kmsKeyId })).toEqual([]),
  );

  it.each(["http://127.0.0.1:9000", "http://localhost:9000/", "https://s3.example.com:9000"])(
    "passes with the endpoint %j",
    (endpoint) => expect(codesFor({ endpoint })).toEqual([]),
  );

  it.each(["minio", "http://10.0.0.1:9000", "https://a/b", "ftp://a"])(
    "fails with the endpoint %j",
    (endpoint) => {
      expect(codesFor({ endpoint })).toEqual(["FY908"]);
    },
  );

  it("fails with settings that Terraform would know too late", () => {
    const app = newApp();
    const settings = new AwsStack(app, "settings", { region: "us-east-1" });
    const token = new TerraformVariable(settings, "it", { type: "string" }).stringValue;
    new AwsStack(app, "a", { region: "us-east-1", state: s3State({ bucket: BUCKET, key: `${token}/x` }) });
    new AwsStack(app, "b", { region: token, state: s3State({ bucket: BUCKET }) });
    expect(problemsIn(app).map(({ code, path, given }) => `${code} ${path} ${given}`)).toEqual([
      "FY906 a a Terraform token as key",
      "FY906 b a Terraform token as region",
    ]);
  });

  it.each([undefined, null, 1, {}])("fails with %j for a bucket", (bucket) => {
    expect(() => codesFor({ bucket: bucket as string })).toThrow(/FY018 .*state\.bucket/);
  });

  it("fails with a number for a key", () => {
    expect(() => codesFor({ key: 1 as unknown as string })).toThrow(/FY018 .*state\.key/);
  });
});
