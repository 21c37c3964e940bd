import { StateBucket, type StateBucketProps } from "../../../modules";
import { StateBucketStack } from "../../../stacks/state-bucket";
import { parse } from "../../support/json";
import { codesOf, newApp, synthesize, synthesizeStack } from "../../support/synthesize";

const made = (props: Partial<StateBucketProps> = {}) =>
  synthesize((scope) => {
    new StateBucket(scope, "States", { bucketName: "acme-terraform-state", ...props });
  });
const codesFor = (props: Partial<StateBucketProps>): string[] =>
  codesOf((scope) => void new StateBucket(scope, "States", { bucketName: "acme-terraform-state", ...props }));

describe("a bucket for states", () => {
  const stack = made();

  it("is one of each, and nothing else", () => {
    expect(stack.types()).toEqual([
      "aws_s3_bucket",
      "aws_s3_bucket_lifecycle_configuration",
      "aws_s3_bucket_ownership_controls",
      "aws_s3_bucket_policy",
      "aws_s3_bucket_public_access_block",
      "aws_s3_bucket_server_side_encryption_configuration",
      "aws_s3_bucket_versioning",
    ]);
    expect(stack.addresses()).toHaveLength(7);
  });

  it("is not destroyed: Terraform refuses the plan", () => {
    const bucket = stack.only("aws_s3_bucket");
    expect(bucket.at("lifecycle.prevent_destroy")).toBe(true);
    expect(bucket.at("force_destroy")).toBe(false);
  });

  it("keeps former versions for 90 days, and clears what is left of uploads and locks", () => {
    expect(stack.only("aws_s3_bucket_versioning").at("versioning_configuration.status")).toBe("Enabled");
    expect(stack.only("aws_s3_bucket_lifecycle_configuration").list("rule")).toEqual([
      {
        id: "former-versions",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrent_version_expiration: [{ noncurrent_days: 90 }],
        expiration: [{ expired_object_delete_marker: true }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
    ]);
  });

  it("asks for versions before it says when they end", () => {
    const versioning = stack.only("aws_s3_bucket_versioning").address;
    expect(stack.only("aws_s3_bucket_lifecycle_configuration").list("depends_on")).toEqual([versioning]);
  });

  it("is closed to the public in all four ways, and knows no access lists", () => {
    expect(stack.only("aws_s3_bucket_public_access_block").values).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(stack.only("aws_s3_bucket_ownership_controls").at("rule.object_ownership")).toBe(
      "BucketOwnerEnforced",
    );
  });

  it("refuses whoever comes without TLS 1.2, to the bucket and to all in it", () => {
    const bucket = stack.only("aws_s3_bucket");
    const policy = parse(stack.only("aws_s3_bucket_policy").text("policy")) as { Statement: object[] };
    const everybody = {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [bucket.ref("arn"), `${bucket.ref("arn")}/*`],
    };
    expect(policy.Statement).toEqual([
      { Sid: "OnlyTls", ...everybody, Condition: { Bool: { "aws:SecureTransport": "false" } } },
      { Sid: "OnlyTls12", ...everybody, Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } } },
    ]);
  });

  it("is closed before it gets its policy: S3 refuses both at once", () => {
    const block = stack.only("aws_s3_bucket_public_access_block").address;
    expect(stack.only("aws_s3_bucket_policy").list("depends_on")).toContain(block);
    expect(stack.only("aws_s3_bucket_ownership_controls").list("depends_on")).toEqual([block]);
  });

  it("is encrypted with S3's own key, which is free", () => {
    expect(stack.only("aws_s3_bucket_server_side_encryption_configuration").list("rule")).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" }, bucket_key_enabled: false },
    ]);
  });
});

describe("what a bucket may be told", () => {
  it("kmsKeyArn encrypts with that key, asked once a bucket", () => {
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(
      made({ kmsKeyArn }).only("aws_s3_bucket_server_side_encryption_configuration").list("rule"),
    ).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: kmsKeyArn },
        bucket_key_enabled: true,
      },
    ]);
  });

  it("delete-all-states lets it go with all that is in it", () => {
    const bucket = made({ onDestroy: "delete-all-states" }).only("aws_s3_bucket");
    expect(bucket.at("lifecycle.prevent_destroy")).toBe(false);
    expect(bucket.at("force_destroy")).toBe(true);
  });

  it.each([0, -1, 1.5, 36501])("fails with keepVersionsDays %s", (keepVersionsDays) => {
    expect(codesFor({ keepVersionsDays })).toEqual(["FY918"]);
  });

  it.each([1, 36500])("passes with keepVersionsDays %s", (keepVersionsDays) => {
    expect(codesFor({ keepVersionsDays })).toEqual([]);
  });

  it.each(["Acme", "s3://acme", "a"])("fails with the name %j", (bucketName) => {
    expect(codesFor({ bucketName })).toEqual(["FY903"]);
  });
});

describe("the stack of the bucket", () => {
  it("says by which address other stacks, and itself, find it", () => {
    const stack = new StateBucketStack(newApp(), "state-bucket", { bucketName: "acme", region: "eu-west-1" });
    const made = synthesizeStack(stack);
    expect(made.at("output.frontyard_state.value")).toBe("s3://acme?region=eu-west-1");
    expect(made.at("provider.aws.0.region")).toBe("eu-west-1");
  });
});
