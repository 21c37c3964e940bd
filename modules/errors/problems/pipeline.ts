import { problems } from "./tables";

const GITHUB = "https://docs.github.com/en/actions/reference/security/oidc";
const GITLAB = "https://docs.gitlab.com/ci/cloud_services/aws/";
const TRUST = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html";

/** FY93: whom a pipeline's roles trust, and with what. */
export const pipeline = problems({
  gitHubRepository: {
    code: "FY930",
    subject: "the repository that a pipeline's roles trust",
    allowed: "must be OWNER/REPOSITORY or OWNER@ID/REPOSITORY@ID, without wildcards",
    fix: "name one repository; every repository that matches can use the roles, so * would give them to others",
    page: GITHUB,
  },
  gitLabProject: {
    code: "FY931",
    subject: "the project that a pipeline's roles trust",
    allowed: "must be GROUP/PROJECT with all subgroups, without wildcards",
    fix: "name one project; every project that matches can use the roles, so * would give them to others",
    page: GITLAB,
  },
  pipelineBranch: {
    code: "FY932",
    subject: "the branch that a pipeline's roles trust",
    allowed: "must be the name of one branch, without refs/heads/ and without wildcards",
    fix: "name the branch that is deployed, and protect it",
    page: TRUST,
  },
  pipelineEnvironment: {
    code: "FY933",
    subject: "the environment that a pipeline's roles trust",
    allowed: "must have 1 to 255 letters, digits, spaces, . _ / and -",
    fix: "name the environment as the job does, and allow only the deployed branch to deploy to it",
    page: GITHUB,
  },
  gitLabHost: {
    code: "FY934",
    subject: "the host of GitLab",
    allowed: "must be a host name in lower case, such as gitlab.com",
    fix: "remove https:// and the path",
    page: GITLAB,
  },
  identityProviderArn: {
    code: "FY935",
    subject: "existingProviderArn",
    allowed: "must be the ARN of the account's identity provider for the issuer of these tokens",
    fix: "look it up with aws iam list-open-id-connect-providers; omit it if there is none",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
  },
  pipelineStates: {
    code: "FY936",
    subject: "the states that a pipeline reads and writes",
    allowed:
      "must be in S3, at an address that is known at synthesis; its kmsKeyId must be the ARN of the key",
    fix: "give the value of FRONTYARD_STATE in the pipeline, such as s3://BUCKET?region=…",
    page: "https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required",
  },
  pipelineStacks: {
    code: "FY937",
    subject: "the stacks of a pipeline",
    allowed:
      "must be the ids of one or more stacks, without wildcards, and can't include the stack of the pipeline's own roles",
    fix: "list the ids from main.ts; a pipeline that can change its own roles can do anything",
    page: TRUST,
  },
  pipelineRegions: {
    code: "FY938",
    subject: "the regions of a pipeline",
    allowed: "must be one or more regions, without wildcards",
    fix: "omit them to use the Region of the stack",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion",
  },
  pipelinePolicyTooLong: {
    code: "FY939",
    subject: "the policy of a pipeline role",
    allowed: "can have at most 10240 characters",
    fix: "write fewer statements, or wildcards in them; or create a second pair of roles for some of the stacks",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  },
  pipelineTrusts: {
    code: "FY940",
    subject: "PIPELINE_TRUSTS",
    allowed: "must be github:OWNER/REPOSITORY, github:OWNER@ID/REPOSITORY@ID or gitlab:GROUP/PROJECT",
    fix: "write the host, a colon, and one repository, see docs/pipelines.md",
    page: TRUST,
  },
});
