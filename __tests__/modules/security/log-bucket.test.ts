import { EncryptionKey, LogBucket, type LogBucketProps } from "../../../modules";
import { parse } from "../../support/json";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const made = (props: LogBucketProps = {}): Synthesized =>
  synthesize((scope) => {
    new LogBucket(scope, "Logs", props);
  });
const codes = (props: LogBucketProps): string[] => codesOf((scope) => new LogBucket(scope, "Logs", props));

describe("a log bucket", () => {
  const stack = made();
  const bucket = stack.only("aws_s3_bucket");

  it("has a name that AWS makes unique, and is not destroyed with logs in it", () => {
    expect(bucket.at("bucket_prefix")).toBe("test-logs-");
    expect(bucket.at("bucket")).toBeUndefined();
    expect(bucket.at("force_destroy")).toBe(false);
  });

  it("is shut to the public in all four ways", () => {
    const block = stack.only("aws_s3_bucket_public_access_block");
    const ways = [
      "block_public_acls",
      "block_public_policy",
      "ignore_public_acls",
      "restrict_public_buckets",
    ];
    expect(ways.map((way) => block.at(way))).toEqual([true, true, true, true]);
  });

  it("owns what others write, so that ACLs mean nothing", () => {
    expect(stack.only("aws_s3_bucket_ownership_controls").at("rule.object_ownership")).toBe(
      "BucketOwnerEnforced",
    );
  });

  it("is encrypted with S3's own keys, the only ones that load balancers can write with", () => {
    const rule = stack.only("aws_s3_bucket_server_side_encryption_configuration").at("rule.0");
    expect(rule).toEqual({
      apply_server_side_encryption_by_default: { sse_algorithm: "AES256" },
      bucket_key_enabled: false,
    });
  });

  it("keeps logs for 90 days, old versions and unfinished uploads for a week, and no marks of what is gone", () => {
    const lifecycle = stack.only("aws_s3_bucket_lifecycle_configuration");
    expect(lifecycle.list("rule")).toEqual([
      {
        id: "expire-logs",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ days: 90 }],
        noncurrent_version_expiration: [{ noncurrent_days: 7 }],
        abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      },
      {
        id: "remove-delete-markers",
        status: "Enabled",
        filter: [{ prefix: "" }],
        expiration: [{ expired_object_delete_marker: true }],
      },
    ]);
    expect(lifecycle.list("depends_on")).toEqual([stack.only("aws_s3_bucket_versioning").address]);
    expect(stack.only("aws_s3_bucket_versioning").at("versioning_configuration.status")).toBe("Enabled");
  });

  it("lets nobody write yet, and nobody in without TLS", () => {
    expect(parse(stack.only("aws_s3_bucket_policy").text("policy"))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "OverTlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [bucket.ref("arn"), `${bucket.ref("arn")}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("gets its policy last, when it is shut to the public", () => {
    const types = ["public_access_block", "ownership_controls", "server_side_encryption_configuration"];
    expect(stack.only("aws_s3_bucket_policy").list("depends_on")).toEqual(
      types.map((type) => stack.only(`aws_s3_bucket_${type}`).address),
    );
  });

  it("goes after whoever writes to it was told to stop; what is set on it can be set again", () => {
    const last = stack.types().filter((type) => stack.only(type).at("lifecycle") !== undefined);
    expect(last).toEqual(["aws_s3_bucket"]);
    expect(stack.only("aws_s3_bucket").at("lifecycle")).toEqual({ create_before_destroy: true });
  });

  it("is made of nothing else", () => {
    expect(stack.types()).toHaveLength(7);
  });
});

describe("a log bucket with choices", () => {
  const stack = synthesize((scope) => {
    const encryptionKey = new EncryptionKey(scope, "Key");
    const name = "exact-name";
    new LogBucket(scope, "Logs", { name, encryptionKey, retentionDays: 400, deleteLogsWithBucket: true });
  });

  it("has them", () => {
    const bucket = stack.only("aws_s3_bucket");
    expect(bucket.at("bucket")).toBe("exact-name");
    expect(bucket.at("bucket_prefix")).toBeUndefined();
    expect(bucket.at("force_destroy")).toBe(true);
    expect(stack.only("aws_s3_bucket_lifecycle_configuration").at("rule.0.expiration.0.days")).toBe(400);
    expect(stack.only("aws_s3_bucket_server_side_encryption_configuration").at("rule.0")).toEqual({
      apply_server_side_encryption_by_default: {
        sse_algorithm: "aws:kms",
        kms_master_key_id: stack.only("aws_kms_key").ref("arn"),
      },
      bucket_key_enabled: true,
    });
  });
});

describe("what a log bucket is told", () => {
  it("has a generated name within what the provider takes", () => {
    const prefix = synthesize((scope) => {
      new LogBucket(scope, "L".repeat(80));
    })
      .only("aws_s3_bucket")
      .text("bucket_prefix");
    expect(prefix).toMatch(/^test-l+-[0-9a-f]{8}-$/);
    expect(prefix).toHaveLength(37);
  });

  it.each(["abc", "a-1", "x".repeat(63)])("passes as the name %s", (name) => {
    expect(codes({ name })).toEqual([]);
  });

  it.each(["", "ab", "Abc", "a_b", "a.b", "-ab", "ab-", "x".repeat(64), "xn--abc", "abc-s3alias"])(
    "fails as the name %j",
    (name) => {
      expect(codes({ name })).toEqual(["FY801"]);
    },
  );

  it.each([1, 36_500])("passes as %s days", (retentionDays) => {
    expect(codes({ retentionDays })).toEqual([]);
  });

  it.each([0, -1, 1.5, 36_501, NaN])("fails as %s days", (retentionDays) => {
    expect(codes({ retentionDays })).toEqual(["FY803"]);
  });
});
