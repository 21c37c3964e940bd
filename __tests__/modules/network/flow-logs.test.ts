import type { FlowLogsProps } from "../../../modules";
import { parse } from "../../support/json";
import { codesOf, synthesize } from "../../support/synthesize";
import { network } from "../../support/parts";

describe("flow logs in CloudWatch", () => {
  const stack = synthesize((scope) => network(scope, { flowLogs: "cloudwatch" }));
  const group = stack.only("aws_cloudwatch_log_group");

  it("record everything of the VPC, every ten minutes", () => {
    expect(stack.only("aws_flow_log").values).toMatchObject({
      vpc_id: stack.only("aws_vpc").ref("id"),
      traffic_type: "ALL",
      max_aggregation_interval: 600,
      log_destination_type: "cloud-watch-logs",
      log_destination: group.ref("arn"),
      iam_role_arn: stack.only("aws_iam_role").ref("arn"),
    });
  });

  it("forget after 30 days", () => expect(group.at("retention_in_days")).toBe(30));

  it("are written by a role that flow logs of this account alone may take, and that writes there alone", () => {
    const trust = parse(stack.only("aws_iam_role").text("assume_role_policy"));
    expect(trust).toMatchObject({
      Statement: [
        {
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Condition: {
            StringEquals: { "aws:SourceAccount": expect.stringContaining("account_id") as string },
          },
        },
      ],
    });
    const policy = parse(stack.only("aws_iam_role_policy").text("policy"));
    expect(policy).toMatchObject({ Statement: [{ Resource: [group.ref("arn"), `${group.ref("arn")}:*`] }] });
    expect(stack.only("aws_iam_role_policy").text("policy")).not.toContain('"*"');
  });

  it("start once the role may write", () => {
    expect(stack.only("aws_flow_log").list("depends_on")).toEqual([
      stack.only("aws_iam_role_policy").address,
    ]);
  });
});

describe("flow logs in S3", () => {
  const stack = synthesize((scope) => network(scope, { flowLogs: "s3" }));
  const bucket = stack.only("aws_s3_bucket");
  const id = bucket.ref("id");

  it("have a bucket that is private, encrypted and forgets after 90 days", () => {
    expect(stack.only("aws_s3_bucket_public_access_block").values).toEqual({
      bucket: id,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(stack.only("aws_s3_bucket_server_side_encryption_configuration").at("rule")).toMatchObject([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
    ]);
    expect(stack.only("aws_s3_bucket_lifecycle_configuration").at("rule")).toMatchObject([
      { status: "Enabled", expiration: [{ days: 90 }] },
    ]);
  });

  it("keep their records when the stack goes, unless that was asked for", () => {
    expect(bucket.at("force_destroy")).toBe(false);
    const other = synthesize((scope) =>
      network(scope, { flowLogs: { destination: "s3", emptyBucketOnDestroy: true } }),
    );
    expect(other.only("aws_s3_bucket").at("force_destroy")).toBe(true);
  });

  it("let AWS's log delivery of this account write, and nobody come without TLS", () => {
    const { Statement } = parse(stack.only("aws_s3_bucket_policy").text("policy")) as {
      Statement: { Sid: string; Effect: string; Principal: unknown }[];
    };
    const delivery = { Service: "delivery.logs.amazonaws.com" };
    expect(Statement.map(({ Sid, Effect, Principal }) => [Sid, Effect, Principal])).toEqual([
      ["AWSLogDeliveryWrite", "Allow", delivery],
      ["AWSLogDeliveryAclCheck", "Allow", delivery],
      ["TlsOnly", "Deny", "*"],
    ]);
  });

  it("start once the bucket's policy stands", () => {
    expect(stack.only("aws_flow_log").list("depends_on")).toEqual([
      stack.only("aws_s3_bucket_policy").address,
    ]);
    expect(stack.resources("aws_iam_role")).toEqual([]);
  });
});

describe("flow logs by choice", () => {
  it("are none by default", () => {
    expect(synthesize((scope) => network(scope)).resources("aws_flow_log")).toEqual([]);
  });

  it("use a key, a kind of traffic and an interval", () => {
    const stack = synthesize((scope) =>
      network(scope, {
        flowLogs: {
          ...{ destination: "cloudwatch", traffic: "REJECT", aggregationSec: 60, retentionDays: 7 },
          kmsKey: { arn: "arn:aws:kms:us-east-1:123456789012:key/1" },
        },
      }),
    );
    expect(stack.only("aws_flow_log").values).toMatchObject({
      traffic_type: "REJECT",
      max_aggregation_interval: 60,
    });
    expect(stack.only("aws_cloudwatch_log_group").values).toMatchObject({
      retention_in_days: 7,
      kms_key_id: "arn:aws:kms:us-east-1:123456789012:key/1",
    });
  });

  it("encrypt a bucket with a key, and keep records for ever", () => {
    const kmsKey = { arn: "arn:aws:kms:us-east-1:123456789012:key/1" };
    const stack = synthesize((scope) =>
      network(scope, { flowLogs: { destination: "s3", kmsKey, retentionDays: 0 } }),
    );
    expect(stack.only("aws_s3_bucket_server_side_encryption_configuration").at("rule")).toMatchObject([
      {
        apply_server_side_encryption_by_default: { kms_master_key_id: kmsKey.arn },
        bucket_key_enabled: true,
      },
    ]);
    expect(stack.resources("aws_s3_bucket_lifecycle_configuration")).toEqual([]);
  });

  it("go to a bucket that there is already, and make none", () => {
    const stack = synthesize((scope) =>
      network(scope, { flowLogs: { destination: "s3", bucket: { arn: "arn:aws:s3:::ours" } } }),
    );
    expect(stack.only("aws_flow_log").at("log_destination")).toBe("arn:aws:s3:::ours");
    expect(stack.resources("aws_s3_bucket")).toEqual([]);
  });

  it.each<[FlowLogsProps, string[]]>([
    [{ destination: "s3", retentionDays: 31 }, []],
    [{ destination: "s3", retentionDays: -1 }, ["FY123"]],
    [{ destination: "cloudwatch", retentionDays: 0 }, []],
    [{ destination: "cloudwatch", bucket: { arn: "a" } }, ["FY124"]],
    [{ destination: "s3", bucket: { arn: "a" }, kmsKey: { arn: "k" }, retentionDays: 3 }, ["FY124", "FY124"]],
  ])("%j leads to %j", (flowLogs, codes) => {
    expect(codesOf((scope) => network(scope, { flowLogs }))).toEqual(codes);
  });
});
