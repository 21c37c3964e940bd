import { at, listAt, parse, type Json } from "../../support/json";
import type { Resource } from "../../support/synthesize";
import { all, companion, each, none, value, is, type Proof } from "./proof";

const BUCKET = "aws_s3_bucket";
const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration";
const POLICY = "aws_s3_bucket_policy";
const BLOCK = "aws_s3_bucket_public_access_block";
const ENCRYPTION = "aws_s3_bucket_server_side_encryption_configuration";
const WAYS = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

const TOPIC = "aws_sns_topic";
const TOPIC_POLICY = "aws_sns_topic_policy";
const FILE_SYSTEM = "aws_efs_file_system";
const BACKUPS = "aws_efs_backup_policy";
const FOLDER = "aws_efs_access_point";

const isOwnKey = (key: unknown): boolean => /^\$\{aws_kms_key\./.test(String(key));
const statements = (resource: Resource): Json[] => listAt(parse(resource.text("policy")), "Statement");
const isForEveryone = (one: Json): boolean => JSON.stringify(at(one, "Principal")).includes('"*"');
const wantsTls = (one: Json): boolean =>
  at(one, "Effect") === "Deny" &&
  at(one, "Action") === "s3:*" &&
  isForEveryone(one) &&
  at(one, "Condition.Bool.aws:SecureTransport") === "false";
const withPolicy = (statement: object): string => JSON.stringify({ Statement: [statement] });
const openToAll = withPolicy({
  Effect: "Allow",
  Principal: { AWS: "*" },
  Action: "s3:GetObject",
  Resource: "*",
});

export const storage: Readonly<Record<string, Proof>> = {
  "buckets-are-private": all(
    companion(BUCKET, BLOCK),
    ...WAYS.map((way) => value(BLOCK, way, is(true), false)),
  ),
  "buckets-are-encrypted": all(
    companion(BUCKET, ENCRYPTION),
    value(
      ENCRYPTION,
      "rule.0.apply_server_side_encryption_by_default.sse_algorithm",
      (algorithm) => algorithm === "AES256" || algorithm === "aws:kms",
      undefined,
    ),
  ),
  "buckets-have-no-acls": all(
    value(
      "aws_s3_bucket_ownership_controls",
      "rule.object_ownership",
      is("BucketOwnerEnforced"),
      "ObjectWriter",
    ),
    companion(BUCKET, "aws_s3_bucket_ownership_controls"),
    none("aws_s3_bucket_acl"),
  ),
  "buckets-keep-versions": all(
    value("aws_s3_bucket_versioning", "versioning_configuration.status", is("Enabled"), "Suspended"),
    companion(BUCKET, "aws_s3_bucket_versioning"),
  ),
  "buckets-forget": all(
    each(
      LIFECYCLE,
      (lifecycle, stack) => {
        const isVersioned = stack.resources("aws_s3_bucket_versioning").length > 0;
        const parts = [
          ...["expiration", "abort_incomplete_multipart_upload"],
          ...(isVersioned ? ["noncurrent_version_expiration"] : []),
        ];
        return (
          lifecycle.at("rule.0.status") === "Enabled" &&
          parts.every((what) => lifecycle.at(`rule.0.${what}.0`) !== undefined)
        );
      },
      (lifecycle) => (lifecycle.rule = []),
    ),
    companion(BUCKET, LIFECYCLE),
  ),
  "buckets-want-tls": all(
    each(
      POLICY,
      (policy) => statements(policy).some(wantsTls),
      (policy) => (policy.policy = openToAll),
    ),
    companion(BUCKET, POLICY),
  ),
  "buckets-allow-nobody-unnamed": each(
    POLICY,
    (policy) =>
      statements(policy).every((one) =>
        at(one, "Effect") === "Allow"
          ? !isForEveryone(one) && ["s3:PutObject", "s3:GetBucketAcl"].includes(String(at(one, "Action")))
          : wantsTls(one),
      ),
    (policy) => (policy.policy = openToAll),
  ),
  "bucket-names-have-no-dots": each(
    BUCKET,
    (bucket) => /^[a-z0-9-]+$/.test(String(bucket.at("bucket") ?? bucket.at("bucket_prefix"))),
    (bucket) => (bucket.bucket = "logs.example.com"),
  ),
  "keys-rotate": value("aws_kms_key", "enable_key_rotation", is(true), false),
  "keys-have-a-policy": each(
    "aws_kms_key",
    (key) => key.at("is_enabled") !== false && statements(key).every((one) => !isForEveryone(one)),
    (key) => (key.policy = openToAll),
  ),
  "topics-are-encrypted": value(TOPIC, "kms_master_key_id", isOwnKey, "alias/aws/sns"),
  "topics-allow-nobody-unnamed": all(
    companion(TOPIC, TOPIC_POLICY),
    each(
      TOPIC_POLICY,
      (policy) =>
        statements(policy).every((one) => at(one, "Effect") === "Deny" || !isForEveryone(one)) &&
        statements(policy).some(
          (one) => at(one, "Effect") === "Deny" && at(one, "Condition.Bool.aws:SecureTransport") === "false",
        ),
      (policy) => (policy.policy = openToAll),
    ),
  ),
  "file-systems-are-encrypted": all(
    value(FILE_SYSTEM, "encrypted", is(true), false),
    value(FILE_SYSTEM, "kms_key_id", isOwnKey, undefined),
  ),
  "file-systems-are-backed-up": all(
    companion(FILE_SYSTEM, BACKUPS),
    value(BACKUPS, "backup_policy.status", is("ENABLED"), "DISABLED"),
  ),
  "folders-have-a-root-and-a-user": all(
    value(FOLDER, "root_directory.path", (path) => /^\/./.test(String(path)), "/"),
    value(FOLDER, "posix_user.uid", (user) => user !== undefined, undefined),
  ),
  "file-systems-stand-in-private-subnets": each(
    "aws_efs_mount_target",
    (target, stack) =>
      stack
        .resources("aws_subnet")
        .some((one) => one.ref("id") === target.at("subnet_id") && one.id.includes("PrivateSubnet")),
    (target) => (target.subnet_id = "subnet-1"),
  ),
  "image-tags-stay": value("aws_ecr_repository", "image_tag_mutability", is("IMMUTABLE"), "MUTABLE"),
  "images-are-scanned": value(
    "aws_ecr_repository",
    "image_scanning_configuration.scan_on_push",
    is(true),
    false,
  ),
  "images-are-encrypted-with-own-key": value(
    "aws_ecr_repository",
    "encryption_configuration.0.encryption_type",
    is("KMS"),
    "AES256",
  ),
  "old-images-go": companion("aws_ecr_repository", "aws_ecr_lifecycle_policy"),
  "repositories-are-private": all(
    each(
      "aws_ecr_repository",
      (_, stack) => stack.resources("aws_ecr_repository_policy").length === 0,
      (_, resources) => (resources["aws_ecr_repository_policy"] = { open: {} }),
    ),
  ),
  "state-is-locked": {
    offenders: (stack) =>
      stack.at("terraform.backend.s3.use_lockfile") === true ? [] : ["state without a lock"],
    spoil: () => undefined,
  },
  "no-modules": {
    offenders: (stack) => Object.keys((stack.at("module") ?? {}) as object),
    spoil: () => undefined,
  },
};
