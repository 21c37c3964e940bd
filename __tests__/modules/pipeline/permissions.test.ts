import { readFileSync } from "node:fs";
import { join } from "node:path";
import { githubActions, PipelineRoles, type PipelineRolesProps } from "../../../modules";
import { Policy } from "../../support/policy";
import { synthesize, type Synthesized } from "../../support/synthesize";

const STATE = "s3://acme-states/prod?region=eu-west-1";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const sound: PipelineRolesProps = {
  trusts: githubActions({ repository: "acme@1/shop@2" }),
  stacks: ["shop", "network"],
  stateAddress: STATE,
};
const made = (props: Partial<PipelineRolesProps> = {}): Synthesized =>
  synthesize((scope) => void new PipelineRoles(scope, "Roles", { ...sound, ...props }));

/** What a role may do, with plain text where Terraform fills in account and partition. */
function policyOf(stack: Synthesized, role: "Look" | "Deploy"): Policy {
  const text = stack.named("aws_iam_role_policy", `Roles_${role}`).text("policy");
  const plain = text
    .replace(/\$\{data\.aws_caller_identity[^}]*\}/g, "123456789012")
    .replace(/\$\{data\.aws_partition[^}]*\}/g, "aws")
    .replace(/\$\{aws_iam_openid[^}]*\}/g, "arn:aws:iam::123456789012:oidc-provider/issuer");
  expect(plain).not.toContain("${");
  return new Policy(plain);
}

describe("the role that plans", () => {
  const policy = policyOf(made(), "Look");

  it("only looks: every verb is Describe, Get or List", () => {
    const actions = policy.statements.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => !/^[a-z0-9-]+:(Describe|Get|List)/.test(action))).toEqual([]);
    expect(policy.statements.map(({ Effect }) => Effect)).not.toContain("Deny");
  });

  it.each([
    ["secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:123456789012:secret:x"],
    ["ssm:GetParameter", "arn:aws:ssm:us-east-1:123456789012:parameter/x"],
    ["s3:GetObject", "arn:aws:s3:::somebody/else"],
    ["s3:GetObject", "arn:aws:s3:::acme-states/prod/other/terraform.tfstate"],
    ["ecr:GetDownloadUrlForLayer", "arn:aws:ecr:us-east-1:123456789012:repository/x"],
    ["logs:GetLogEvents", "arn:aws:logs:us-east-1:123456789012:log-group:x"],
    ["kms:Decrypt", KEY],
  ])("sees no contents: %s of %s", (action, resource) => {
    expect(policy.allows(action, resource)).toBe(false);
  });

  it("reads which image a NAT instance starts from, which is public", () => {
    const image = "arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/al2023";
    expect(policy.allows("ssm:GetParameter", image)).toBe(true);
  });

  it("reads the states of its stacks, and takes no lock", () => {
    const key = "arn:aws:s3:::acme-states/prod/shop/terraform.tfstate";
    expect(policy.allows("s3:GetObject", key)).toBe(true);
    expect(policy.allows("s3:PutObject", key)).toBe(false);
    expect(policy.allows("s3:PutObject", `${key}.tflock`)).toBe(false);
  });
});

describe("the role that applies", () => {
  const policy = policyOf(made(), "Deploy");
  const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;
  const state = "arn:aws:s3:::acme-states/prod/shop/terraform.tfstate";

  it.each([
    ["ec2:CreateVpc", "*"],
    ["ecs:UpdateService", "arn:aws:ecs:us-east-1:123456789012:service/shop/api"],
    ["iam:CreateRole", role("shop-Api-Execution-20261121")],
    ["iam:PassRole", role("network-Nat-1")],
    ["s3:PutBucketPolicy", "arn:aws:s3:::shop-logs-1"],
    ["s3:PutObject", state],
    ["s3:DeleteObject", `${state}.tflock`],
    ["sts:GetCallerIdentity", "*", false],
  ] as [string, string, boolean?][])(
    "may do what a deploy needs: %s on %s",
    (action, resource, may = true) => {
      expect(policy.allows(action, resource)).toBe(may);
    },
  );

  it.each([
    ["iam:CreateUser", "arn:aws:iam::123456789012:user/me"],
    ["iam:CreateAccessKey", "arn:aws:iam::123456789012:user/me"],
    ["iam:AttachRolePolicy", role("shop-Api")],
    ["iam:PutRolePolicy", role("admin")],
    ["iam:PutRolePolicy", role("shopping-Api")],
    ["iam:PutRolePolicy", role("test-Roles-Apply")],
    ["iam:UpdateAssumeRolePolicy", role("test-Roles-Plan")],
    ["iam:UpdateOpenIDConnectProviderThumbprint", "arn:aws:iam::123456789012:oidc-provider/issuer"],
    ["s3:PutObject", "arn:aws:s3:::acme-states/prod/other/terraform.tfstate"],
    ["s3:DeleteObject", state],
    ["s3:DeleteObjectVersion", state],
    ["s3:PutBucketPolicy", "arn:aws:s3:::acme-states"],
    ["ecs:RunTask", "*"],
    ["ecs:ExecuteCommand", "*"],
    ["ec2:CreateImage", "*"],
    ["kms:Decrypt", "*"],
  ])("may not do more: %s on %s", (action, resource) => {
    expect(policy.allows(action, resource)).toBe(false);
  });

  it("keeps to its regions, and hands roles to services of a deploy alone", () => {
    expect(policy.allows("ec2:CreateVpc", "*", { "aws:RequestedRegion": "us-east-1" })).toBe(true);
    expect(policy.allows("ec2:CreateVpc", "*", { "aws:RequestedRegion": "eu-west-1" })).toBe(false);
    const passed = { "iam:PassedToService": "lambda.amazonaws.com" };
    expect(policy.allows("iam:PassRole", role("shop-Api"), passed)).toBe(false);
    const elsewhere = policyOf(made({ regions: ["eu-west-1"] }), "Deploy");
    expect(elsewhere.allows("ec2:CreateVpc", "*", { "aws:RequestedRegion": "eu-west-1" })).toBe(true);
  });

  it("does not spoil a bucket of states whose name begins as a stack's buckets do", () => {
    const close = policyOf(made({ stateAddress: "s3://shop-states?region=us-east-1" }), "Deploy");
    expect(close.allows("s3:PutBucketPolicy", "arn:aws:s3:::shop-logs")).toBe(true);
    expect(close.allows("s3:PutBucketPolicy", "arn:aws:s3:::shop-states")).toBe(false);
    expect(close.allows("s3:DeleteObject", "arn:aws:s3:::shop-states/other/terraform.tfstate")).toBe(false);
  });

  it("uses the key of the states, and neither opens nor destroys it", () => {
    const stack = made({ stateAddress: `${STATE}&kmsKeyId=${KEY}` });
    const [plan, apply] = [policyOf(stack, "Look"), policyOf(stack, "Deploy")];
    expect([plan.allows("kms:Decrypt", KEY), plan.allows("kms:GenerateDataKey", KEY)]).toEqual([true, false]);
    expect([apply.allows("kms:Decrypt", KEY), apply.allows("kms:GenerateDataKey", KEY)]).toEqual([
      true,
      true,
    ]);
    for (const action of ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"])
      expect(apply.allows(action, KEY)).toBe(false);
  });

  it("takes the state's own role where there is one, and asks nothing of the bucket", () => {
    const roleArn = "arn:aws:iam::210987654321:role/states";
    const other = policyOf(made({ stateAddress: `${STATE}&roleArn=${roleArn}` }), "Deploy");
    expect(other.allows("sts:AssumeRole", roleArn)).toBe(true);
    expect(other.allows("s3:PutObject", state)).toBe(false);
  });

  it("may be given more, by name", () => {
    const queue = "arn:aws:sqs:us-east-1:123456789012:shop";
    const stack = made({
      mayRead: [{ actions: ["sqs:GetQueueAttributes"], resources: [queue] }],
      mayChange: [{ actions: ["sqs:CreateQueue"], resources: [queue] }],
    });
    const [plan, apply] = [policyOf(stack, "Look"), policyOf(stack, "Deploy")];
    expect(plan.allows("sqs:GetQueueAttributes", queue)).toBe(true);
    expect(plan.allows("sqs:CreateQueue", queue)).toBe(false);
    expect(apply.allows("sqs:GetQueueAttributes", queue)).toBe(true);
    expect(apply.allows("sqs:CreateQueue", queue)).toBe(true);
  });
});

describe("the page's example, whose stack keeps its contract in SSM parameters", () => {
  const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "pipelines.md"), "utf8");
  const [, mayRead = ""] = /mayRead: \[([^]*?)\n  \],/.exec(page) ?? [];
  const [, mayChange = ""] = /mayChange: \[([^]*?)\n  \],/.exec(page) ?? [];

  // What the AWS provider calls for an aws_ssm_parameter: https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html
  it.each(["GetParameter", "DescribeParameters", "ListTagsForResource"])("may plan: ssm:%s", (action) => {
    expect(mayRead).toContain(`"ssm:${action}"`);
  });

  it.each(["PutParameter", "DeleteParameter", "AddTagsToResource", "RemoveTagsFromResource"])(
    "may apply: ssm:%s",
    (action) => {
      expect(mayChange).toContain(`"ssm:${action}"`);
    },
  );

  it("looks for parameters everywhere, as DescribeParameters has no narrower resource", () => {
    expect(mayRead).toMatch(/actions: \["ssm:DescribeParameters"\], resources: \["\*"\]/);
  });
});
