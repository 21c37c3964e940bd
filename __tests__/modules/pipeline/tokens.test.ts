import { githubActions, gitlabCi, PipelineRoles, type PipelineRolesProps } from "../../../modules";
import { codesOf, newStack, synthesizeStack } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

type All<T, Literal extends keyof T = never> = Required<Omit<T, Literal>>;

const stack = newStack();
const { text } = variablesOf(stack);
const stateAddress = "s3://acme-terraform-state?region=us-east-1";
const rest: All<PipelineRolesProps, "trusts" | "stateAddress" | "stacks"> = {
  existingProviderArn: text("provider"),
  regions: [text("region")],
  mayRead: [{ actions: [text("read_action")], resources: [text("read_resource")] }],
  mayChange: [{ actions: [text("change_action")], resources: [text("change_resource")] }],
};
const github = githubActions({
  repository: text("repository"),
  branch: text("branch"),
  environment: text("environment"),
});
const gitlab = gitlabCi({ project: text("project"), branch: text("ref"), host: text("host") });
new PipelineRoles(stack, "GitHub", { trusts: github, stacks: ["shop"], stateAddress, ...rest });
new PipelineRoles(stack, "GitLab", { trusts: gitlab, stacks: ["shop"], stateAddress });

describe("values that nobody knows before the apply", () => {
  const whole = JSON.stringify(synthesizeStack(stack).document);

  it.each([
    ...["provider", "region", "read_action", "read_resource", "change_action", "change_resource"],
    ...["repository", "branch", "environment", "project", "ref", "host"],
  ])("reach Terraform by their names: %s", (name) => {
    expect(whole).toContain(`\${var.${name}}`);
  });

  it("leave no stand-in of CDKTF behind", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
  });

  it.each([
    ["FY936", { stateAddress: text("address") }],
    ["FY937", { stacks: [text("stack")] }],
  ] as const)("are refused where names are made of them: %s", (code, props) => {
    const trusts = githubActions({ repository: "acme/shop" });
    const codes = codesOf((scope) => {
      new PipelineRoles(scope, "Roles", { trusts, stacks: ["shop"], stateAddress, ...props });
    });
    expect(codes).toEqual([code]);
  });
});
