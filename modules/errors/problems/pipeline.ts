import { problems } from "./tables";

const GITHUB = "https://docs.github.com/en/actions/reference/security/oidc";
const GITLAB = "https://docs.gitlab.com/ci/cloud_services/aws/";
const TRUST = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html";

/** FY93: whom a pipeline's roles trust, and with what. */
export const pipeline = problems({
  gitHubRepository: {
    code: "FY930",
    subject: "the repository that a pipeline's roles trust",
    allowed: "is OWNER/REPOSITORY or OWNER@ID/REPOSITORY@ID, without wildcards",
    fix: "name one repository; whoever it names gets the roles, so * would hand them to others",
    page: GITHUB,
  },
  gitLabProject: {
    code: "FY931",
    subject: "the project that a pipeline's roles trust",
    allowed: "is GROUP/PROJECT with all subgroups, without wildcards",
    fix: "name one project; whoever it names gets the roles, so * would hand them to others",
    page: GITLAB,
  },
  pipelineBranch: {
    code: "FY932",
    subject: "the branch that a pipeline's roles trust",
    allowed: "is the name of one branch, without refs/heads/ and without wildcards",
    fix: "name the branch that is deployed, and protect it",
    page: TRUST,
  },
  pipelineEnvironment: {
    code: "FY933",
    subject: "the environment that a pipeline's roles trust",
    allowed: "has 1 to 255 letters, digits, spaces, . _ / and -",
    fix: "name the environment as the job does, and let only the deployed branch deploy to it",
    page: GITHUB,
  },
  gitLabHost: {
    code: "FY934",
    subject: "the host of GitLab",
    allowed: "is a host name in small letters, such as gitlab.com",
    fix: "leave out https:// and the path",
    page: GITLAB,
  },
  identityProviderArn: {
    code: "FY935",
    subject: "existingProviderArn",
    allowed: "is the ARN of the account's provider for the issuer of these tokens",
    fix: "look it up with aws iam list-open-id-connect-providers; leave it out if there is none",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
  },
  pipelineStates: {
    code: "FY936",
    subject: "the states that a pipeline reads and writes",
    allowed: "lie in S3, at an address that is known now; a kmsKeyId in it is the ARN of the key",
    fix: "give what FRONTYARD_STATE says in the pipeline, such as s3://BUCKET?region=…",
    page: "https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required",
  },
  pipelineStacks: {
    code: "FY937",
    subject: "the stacks of a pipeline",
    allowed: "are ids of one or more stacks, without wildcards, and not the stack of its own roles",
    fix: "list the ids as they stand in main.ts; a pipeline that could change its roles could do anything",
    page: TRUST,
  },
  pipelineRegions: {
    code: "FY938",
    subject: "the regions of a pipeline",
    allowed: "are one or more regions, without wildcards",
    fix: "leave them out for the region of the stack",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion",
  },
  pipelinePolicyTooLong: {
    code: "FY939",
    subject: "what a role of a pipeline may do",
    allowed: "has 10240 characters at the most",
    fix: "write fewer statements, or wildcards in them; or make a second pair of roles for part of the stacks",
    page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  },
  pipelineTrusts: {
    code: "FY940",
    subject: "PIPELINE_TRUSTS",
    allowed: "is github:OWNER/REPOSITORY, github:OWNER@ID/REPOSITORY@ID or gitlab:GROUP/PROJECT",
    fix: "name the host, a colon, and one repository, see docs/pipelines.md",
    page: TRUST,
  },
});
