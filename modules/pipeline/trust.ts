import { type Fault, matching, problems, requireThat } from "../errors";
import { expectArguments } from "../foundation";

/** What both kinds of pipeline tell AWS that their tokens are for. */
export const AUDIENCE = "sts.amazonaws.com";

const GITHUB_ISSUER = "token.actions.githubusercontent.com";

const PART = String.raw`[A-Za-z0-9_.-]+`;
const REPOSITORY = new RegExp(`^(${PART}/${PART}|${PART}@\\d+/${PART}@\\d+)$`);
const PROJECT = new RegExp(`^${PART}(/${PART})+$`);

/** Of what Git allows, what means nothing else in a policy: `*` and `?` would open a role to others, `${` would be a variable. */
const BRANCH = /^[A-Za-z0-9_./@+#=-]{1,255}$/;
const ENVIRONMENT = /^[A-Za-z0-9_./ -]{1,255}$/;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/;

export interface GitHubActionsProps {
  /**
   * `OWNER/REPOSITORY`; for a repository that was made or renamed after 15 July 2026, or has opted in, with the numbers that its
   * tokens carry: `OWNER@OWNER-ID/REPOSITORY@REPOSITORY-ID`. https://docs.github.com/en/actions/reference/security/oidc
   */
  readonly repository: string;

  /**
   * The branch whose plans, and whose scheduled runs, may look at what stands.
   * @default "main"
   */
  readonly branch?: string;

  /**
   * The environment whose jobs alone may change anything. Who may deploy to it, and from which branch, is set in GitHub.
   * @default "production"
   */
  readonly environment?: string;
}

export interface GitLabCiProps {
  /** `GROUP/PROJECT`, with all subgroups. https://docs.gitlab.com/ci/cloud_services/aws/ */
  readonly project: string;

  /**
   * The branch whose jobs alone may change anything; protect it. Jobs of all branches may look.
   * @default "main"
   */
  readonly branch?: string;

  /**
   * Host of GitLab, which AWS has to reach.
   * @default "gitlab.com"
   */
  readonly host?: string;
}

/** Whose jobs may take a role: a condition on the `sub` of their tokens. */
export interface Subjects {
  readonly test: "StringEquals" | "StringLike";
  readonly values: readonly string[];
}

/** A pipeline that AWS trusts; made by `githubActions` or `gitlabCi`. */
export interface PipelineTrust {
  /** Host and path of the issuer, without `https://`. */
  readonly issuer: string;
  readonly mayPlan: Subjects;
  readonly mayApply: Subjects;
  /** What it was made of, for the checks. */
  readonly given: GitHubActionsProps | GitLabCiProps;
}

/**
 * GitHub Actions of one repository: plans for its pull requests and its branch, applies for jobs of one environment.
 *
 * @example
 * const trust = githubActions({ repository: "acme@1234/shop@5678" });
 */
export function githubActions(props: GitHubActionsProps): PipelineTrust {
  return expectArguments("githubActions", { props }, () => {
    const { repository, branch = "main", environment = "production" } = props;
    const subject = (what: string): string => `repo:${repository}:${what}`;
    return {
      issuer: GITHUB_ISSUER,
      mayPlan: exactly(subject("pull_request"), subject(`ref:refs/heads/${branch}`)),
      mayApply: exactly(subject(`environment:${environment}`)),
      given: props,
    };
  });
}

/**
 * GitLab CI of one project: plans for all its branches, applies for jobs of one.
 *
 * @example
 * const trust = gitlabCi({ project: "acme/web/shop" });
 */
export function gitlabCi(props: GitLabCiProps): PipelineTrust {
  return expectArguments("gitlabCi", { props }, () => {
    const { project, branch = "main", host = "gitlab.com" } = props;
    const subject = (ref: string): string => `project_path:${project}:ref_type:branch:ref:${ref}`;
    return {
      issuer: host,
      mayPlan: { test: "StringLike", values: [subject("*")] },
      mayApply: exactly(subject(branch)),
      given: props,
    };
  });
}

/** What is wrong with what is known of a trust. */
export function trustFaults(given: Partial<GitHubActionsProps & GitLabCiProps>): Fault[] {
  return [
    ...matching(problems.gitHubRepository, given.repository, REPOSITORY),
    ...matching(problems.gitLabProject, given.project, PROJECT),
    ...matching(problems.pipelineBranch, given.branch, BRANCH),
    ...matching(problems.pipelineEnvironment, given.environment, ENVIRONMENT),
    ...matching(problems.gitLabHost, given.host, HOST),
  ];
}

/** What is wrong with the ARN of a provider that stands already. */
export function providerFaults(arn: string | undefined, issuer: string | undefined): Fault[] {
  if (arn === undefined) return [];
  const [, of] = /^arn:aws[a-z-]*:iam::\d{12}:oidc-provider\/(.+)$/.exec(arn) ?? [];
  return requireThat(
    of !== undefined && (issuer === undefined || of === issuer),
    problems.identityProviderArn,
    JSON.stringify(arn),
  );
}

/** Who may take a role, as a policy: tokens of this provider, meant for AWS, of these subjects. */
export function trustPolicy(providerArn: string, issuer: string, { test, values }: Subjects): string {
  const audience = { [`${issuer}:aud`]: AUDIENCE };
  const subjects = { [`${issuer}:sub`]: values };
  const condition =
    test === "StringEquals"
      ? { StringEquals: { ...audience, ...subjects } }
      : { StringEquals: audience, StringLike: subjects };
  return JSON.stringify({
    Statement: [
      {
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: condition,
        Effect: "Allow",
        Principal: { Federated: providerArn },
      },
    ],
    Version: "2012-10-17",
  });
}

function exactly(...values: readonly string[]): Subjects {
  return { test: "StringEquals", values };
}
