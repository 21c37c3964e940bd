import { limits, problems } from "./tables";

const S3_BACKEND = "https://developer.hashicorp.com/terraform/language/backend/s3";
const CLOUD = "https://developer.hashicorp.com/terraform/cli/cloud/settings";
const CREDENTIALS = "https://developer.hashicorp.com/terraform/cli/config/config-file#credentials";
const ENVIRONMENT = "https://developer.hashicorp.com/terraform/cli/config/environment-variables";
const BUCKET_NAMES = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html";
const LIFECYCLE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html";
const PARAMETERS =
  "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html";

/** FY9: where Terraform keeps its state, and what stacks tell each other. */
export const state = problems({
  stateAddress: {
    code: "FY901",
    subject: "a state address in the environment",
    allowed:
      "must be local, local:PATH, s3://BUCKET[/PREFIX]?region=… or hcp://HOST/ORGANIZATION[/WORKSPACE]",
    fix: "fix it, see docs/state.md",
    page: ENVIRONMENT,
  },
  secretInOutput: {
    code: "FY902",
    subject: "synthesized output",
    allowed: "can't contain a secret of the state's backend or of a provider",
    fix: "remove the secret and revoke it; Terraform reads it from TF_TOKEN_app_terraform_io or its credentials file, and AWS credentials from a profile or the AWS_ variables",
    page: CREDENTIALS,
  },
  stateBucketName: {
    code: "FY903",
    subject: "the bucket of the state",
    allowed:
      "must have 3 to 63 lower-case letters, digits, dots and hyphens, with a letter or digit at both ends",
    fix: "give only the bucket name, without s3:// and without a key",
    page: BUCKET_NAMES,
  },
  stateKey: {
    code: "FY904",
    subject: "the key of the state",
    allowed:
      "must have 1 to 1017 characters, because the lock's key is longer, and can't have / at either end or twice in a row",
    fix: "give a key such as shop/{stack}.tfstate, where {stack} is replaced by the id of the stack",
    page: S3_BACKEND,
  },
  stateRegion: {
    code: "FY905",
    subject: "the region of the state",
    allowed: "must be the AWS region of the bucket, such as us-east-1",
    fix: "give the bucket's Region; if omitted, it is the stack's own, which must then be known",
    page: S3_BACKEND,
  },
  stateUnknown: {
    code: "FY906",
    subject: "the location of the state",
    allowed: "must be known before Terraform runs",
    fix: "give plain text: Terraform reads its state before any variable or resource",
    page: "https://developer.hashicorp.com/terraform/language/backend#define-a-backend-block",
  },
  stateKmsKey: {
    code: "FY907",
    subject: "kmsKeyId of the state",
    allowed: "must be the ARN of a KMS key or alias, the key's id, or alias/NAME",
    fix: "omit it for encryption with S3's own key, which is free",
    page: S3_BACKEND,
  },
  stateEndpoint: {
    code: "FY908",
    subject: "endpoint of the state",
    allowed: "must be the https address of an S3-compatible store, or http on this machine",
    fix: "omit it for Amazon S3",
    page: S3_BACKEND,
  },
  stateRoleArn: {
    code: "FY909",
    subject: "roleArn of the state",
    allowed: "must be the ARN of an IAM role",
    fix: "give the whole ARN, such as arn:aws:iam::123456789012:role/state",
    page: S3_BACKEND,
  },
  hcpOrganization: {
    code: "FY910",
    subject: "the organization in HCP Terraform",
    allowed: "must contain only letters, digits, - and _",
    fix: "give the organization's name as in the URL of its page",
    page: CLOUD,
  },
  hcpWorkspace: {
    code: "FY911",
    subject: "a workspace in HCP Terraform",
    allowed: "must have 1 to 90 letters, digits, - and _",
    fix: "rename it; {stack} in it is replaced by the id of the stack",
    page: "https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create",
  },
  hcpWorkspaceTags: {
    code: "FY912",
    subject: "tags of workspaces",
    allowed: "must be one or more, each of 1 to 255 letters, digits, : - and _",
    fix: "rename the tag, or name one workspace instead of tags",
    page: "https://developer.hashicorp.com/terraform/cloud-docs/workspaces/tags",
  },
  hcpWorkspaceSelector: {
    code: "FY913",
    subject: "a workspace in HCP Terraform",
    allowed: "must be selected by its name or by tags",
    fix: "set one of the two",
    page: CLOUD,
  },
  hcpProject: {
    code: "FY914",
    subject: "a project in HCP Terraform",
    allowed: "must have 3 to 40 letters, digits, spaces, - and _",
    fix: "give the project's name, not its id",
    page: "https://developer.hashicorp.com/terraform/cloud-docs/projects/manage",
  },
  hcpHostname: {
    code: "FY915",
    subject: "the hostname of HCP Terraform",
    allowed: "must be a host name such as app.terraform.io, optionally with a port",
    fix: "remove https:// and the path",
    page: CLOUD,
  },
  hcpTaggedStackRead: {
    code: "FY916",
    subject: "a stack whose workspace is selected by tags",
    allowed: "can't be read by other stacks",
    fix: "name its workspace: tags can match several workspaces",
    page: "https://developer.hashicorp.com/terraform/language/state/remote-state-data",
  },
  stateVariableWithoutStack: {
    code: "FY917",
    subject: "a variable FRONTYARD_STATE_…",
    allowed:
      "must name a stack of the app in capitals, with _ for every character that is not a letter or digit",
    fix: "fix its name or unset it: otherwise the intended stack would keep its state elsewhere",
    page: ENVIRONMENT,
  },
  stateBucketKmsKey: {
    code: "FY919",
    subject: "kmsKeyArn of a state bucket",
    allowed: "must be the ARN of a KMS key",
    fix: "omit it for encryption with S3's own key, which is free",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  },
  parameterPath: {
    code: "FY920",
    subject: "parameterPath",
    allowed:
      "must start with / and have letters, digits, . - _ in up to 14 parts; the first part can't be aws or ssm",
    fix: "give a path such as /shop/network; each value becomes one parameter below it",
    page: PARAMETERS,
  },
});

/** Numbers with a range. */
export const stateLimits = limits({
  keptVersionsDays: {
    code: "FY918",
    from: 1,
    to: 36_500,
    unit: "days",
    subject: "keepVersionsDays",
    fix: "set for how many days former versions of a state can be restored",
    page: LIFECYCLE,
  },
});
