import {
  githubActions,
  gitlabCi,
  PipelineRoles,
  type PipelineRolesProps,
  type PipelineTrust,
} from "../../../modules";
import { PipelineStack } from "../../../stacks/pipeline";
import { parse } from "../../support/json";
import { codesOf, newApp, synthesize, synthesizeStack, type Synthesized } from "../../support/synthesize";

const STATE = "s3://acme-states/prod?region=eu-west-1";
const sound: PipelineRolesProps = {
  trusts: githubActions({ repository: "acme@1/shop@2" }),
  stacks: ["shop", "network"],
  stateAddress: STATE,
};
const made = (props: Partial<PipelineRolesProps> = {}): Synthesized =>
  synthesize((scope) => void new PipelineRoles(scope, "Roles", { ...sound, ...props }));
const codesFor = (props: Partial<PipelineRolesProps>): string[] =>
  codesOf((scope) => void new PipelineRoles(scope, "Roles", { ...sound, ...props }));

function trustOf(trusts: PipelineTrust, role: "Plan" | "Apply"): unknown {
  const text = made({ trusts }).named("aws_iam_role", `Roles_${role}`).text("assume_role_policy");
  const { Statement } = parse(text) as unknown as { Statement: { Condition: unknown }[] };
  expect(Statement).toEqual([
    expect.objectContaining({ Action: "sts:AssumeRoleWithWebIdentity", Effect: "Allow" }),
  ]);
  return Statement[0]?.Condition;
}

describe("the roles of a pipeline", () => {
  const stack = made();

  it("are two, each with one policy, and the provider that vouches for their takers", () => {
    expect(stack.addresses()).toEqual([
      "aws_iam_openid_connect_provider.Roles_Provider_637C8CB1",
      "aws_iam_role.Roles_Apply_BE6BE0F0",
      "aws_iam_role.Roles_Plan_0D08B1C6",
      "aws_iam_role_policy.Roles_Deploy_1CDC1485",
      "aws_iam_role_policy.Roles_Look_5307FDBF",
    ]);
    expect(stack.only("aws_iam_openid_connect_provider").values).toMatchObject({
      url: "https://token.actions.githubusercontent.com",
      client_id_list: ["sts.amazonaws.com"],
    });
    const names = stack.resources("aws_iam_role").map((role) => role.text("name"));
    expect(names.sort()).toEqual(["test-Roles-Apply", "test-Roles-Plan"]);
  });

  it("make no provider where the account has one", () => {
    const arn = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
    const other = made({ existingProviderArn: arn });
    expect(other.resources("aws_iam_openid_connect_provider")).toEqual([]);
    for (const role of other.resources("aws_iam_role")) {
      expect(parse(role.text("assume_role_policy"))).toMatchObject({
        Statement: [{ Principal: { Federated: arn } }],
      });
    }
  });
});

describe("who takes them", () => {
  const issuer = "token.actions.githubusercontent.com";
  const github = githubActions({ repository: "acme@1/shop@2" });

  it("on GitHub: pull requests and the branch plan, jobs of the environment apply, all told exactly", () => {
    expect(trustOf(github, "Plan")).toEqual({
      StringEquals: {
        [`${issuer}:aud`]: "sts.amazonaws.com",
        [`${issuer}:sub`]: ["repo:acme@1/shop@2:pull_request", "repo:acme@1/shop@2:ref:refs/heads/main"],
      },
    });
    expect(trustOf(github, "Apply")).toEqual({
      StringEquals: {
        [`${issuer}:aud`]: "sts.amazonaws.com",
        [`${issuer}:sub`]: ["repo:acme@1/shop@2:environment:production"],
      },
    });
  });

  it("on GitLab: all branches of the project plan, one applies", () => {
    const gitlab = gitlabCi({ project: "acme/web/shop", branch: "trunk", host: "git.acme.com" });
    expect(trustOf(gitlab, "Plan")).toEqual({
      StringEquals: { "git.acme.com:aud": "sts.amazonaws.com" },
      StringLike: { "git.acme.com:sub": ["project_path:acme/web/shop:ref_type:branch:ref:*"] },
    });
    expect(trustOf(gitlab, "Apply")).toEqual({
      StringEquals: {
        "git.acme.com:aud": "sts.amazonaws.com",
        "git.acme.com:sub": ["project_path:acme/web/shop:ref_type:branch:ref:trunk"],
      },
    });
  });

  it.each([
    "acme",
    "*/shop",
    "acme/*",
    "acme/shop:*",
    "acme/sh?p",
    "acme@1/shop",
    "a/b/c",
    "",
    "${x}/shop",
    "*",
  ])("is never the repository %j", (repository) => {
    expect(codesFor({ trusts: githubActions({ repository }) })).toEqual(["FY930"]);
  });

  it.each(["acme", "acme/*", "*/shop", "acme/shop:ref_type:*", "/acme/shop", "acme/shop/"])(
    "is never the project %j",
    (project) => {
      expect(codesFor({ trusts: gitlabCi({ project }) })).toEqual(["FY931"]);
    },
  );

  it.each(["*", "release/*", "ma?n", "", "a b", "${branch}"])("is never the branch %j", (branch) => {
    expect(codesFor({ trusts: githubActions({ repository: "acme/shop", branch }) })).toEqual(["FY932"]);
    expect(codesFor({ trusts: gitlabCi({ project: "acme/shop", branch }) })).toEqual(["FY932"]);
  });

  it.each(["release/2.1", "main", "feat/a+b"])("may be the branch %j", (branch) => {
    expect(codesFor({ trusts: gitlabCi({ project: "acme/shop", branch }) })).toEqual([]);
  });
});

describe("bad input", () => {
  it.each([[[]], [["test"]], [["shop", "*"]], [["shop*"]]])("refuses the stacks %j", (stacks) => {
    expect(codesFor({ stacks })).toEqual(["FY937"]);
  });

  it.each(["local", "hcp://app.terraform.io/acme", `${STATE}&kmsKeyId=alias/states`])(
    "refuses the state address %s",
    (stateAddress) => {
      expect(codesFor({ stateAddress })).toEqual(["FY936"]);
    },
  );

  it("refuses an address that nobody can read", () => {
    expect(codesFor({ stateAddress: "" })).toEqual(["FY901"]);
  });

  it.each([undefined, "github", {}])("refuses %j where a pipeline belongs", (trusts) => {
    expect(codesFor({ trusts: trusts as unknown as PipelineTrust })).toContain("FY018");
  });
});

describe("the stack of these roles", () => {
  const stack = synthesizeStack(
    new PipelineStack(newApp(), "pipeline", {
      trusts: "gitlab:acme/shop",
      stacks: ["shop"],
      stateAddress: STATE,
    }),
  );

  it("says which roles to name in the pipeline", () => {
    expect(stack.addresses().filter((address) => address.startsWith("output."))).toEqual([
      "output.apply_role_arn",
      "output.plan_role_arn",
    ]);
    expect(stack.only("aws_iam_openid_connect_provider").text("url")).toBe("https://gitlab.com");
  });
});
