import { githubActions, gitlabCi, PipelineRoles, type PipelineRolesProps } from "../../../../modules";
import { PipelineStack } from "../../../../stacks/pipeline";
import { bad, type BadInput, type BadInputs } from "./case";

const roles = (props: Partial<PipelineRolesProps>): BadInput =>
  bad((scope) => {
    const sound = { trusts: githubActions({ repository: "acme/shop" }), stacks: ["shop"] };
    const stateAddress = "s3://acme-terraform-state?region=us-east-1";
    new PipelineRoles(scope, "Roles", { ...sound, stateAddress, ...props });
  });

export const pipelines: BadInputs<"93" | "94"> = {
  FY930: roles({ trusts: githubActions({ repository: "acme/*" }) }),
  FY931: roles({ trusts: gitlabCi({ project: "acme/*" }) }),
  FY932: roles({ trusts: githubActions({ repository: "acme/shop", branch: "*" }) }),
  FY933: roles({ trusts: githubActions({ repository: "acme/shop", environment: "prod*" }) }),
  FY934: roles({ trusts: gitlabCi({ project: "acme/shop", host: "https://gitlab.com" }) }),
  FY935: roles({ existingProviderArn: "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }),
  FY936: roles({ stateAddress: "hcp://app.terraform.io/acme" }),
  FY937: roles({ stacks: ["*"] }),
  FY938: roles({ regions: ["*"] }),
  FY939: roles({
    mayChange: [{ actions: ["sqs:CreateQueue"], resources: Array<string>(500).fill("arn:aws:sqs") }],
  }),
  FY940: bad((scope) => {
    new PipelineStack(scope.node.root, "pipeline", { trusts: "acme/shop", stacks: ["shop"] });
  }),
};
