import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import {
  AwsStack,
  githubActions,
  gitlabCi,
  PipelineRoles,
  type PipelineTrust,
  problems,
  refuse,
} from "../modules";

export interface PipelineStackProps {
  /** `github:OWNER/REPOSITORY`, `github:OWNER@ID/REPOSITORY@ID` or `gitlab:GROUP/PROJECT`. */
  readonly trusts: string;
  /** Ids of the stacks that are deployed. */
  readonly stacks: readonly string[];
  /**
   * Where their states are.
   * @default FRONTYARD_STATE
   */
  readonly stateAddress?: string;
  /**
   * The identity provider of an account that has one.
   * @default PIPELINE_PROVIDER_ARN, else one is made
   */
  readonly existingProviderArn?: string;
  /** @default us-east-1 */
  readonly region?: string;
}

/** The roles that a pipeline takes to deploy the other stacks, without stored keys (docs/pipelines.md). A person deploys it. */
export class PipelineStack extends AwsStack {
  public constructor(scope: Construct, id: string, props: PipelineStackProps) {
    const { trusts, stacks, region = "us-east-1" } = props;
    super(scope, id, { region });

    const roles = new PipelineRoles(this, "Roles", {
      trusts: this.readTrust(trusts),
      stacks,
      stateAddress: props.stateAddress ?? process.env.FRONTYARD_STATE ?? "",
      existingProviderArn: props.existingProviderArn ?? (process.env.PIPELINE_PROVIDER_ARN || undefined),
    });

    new TerraformOutput(this, "plan_role_arn", { value: roles.planRoleArn });
    new TerraformOutput(this, "apply_role_arn", { value: roles.applyRoleArn });
  }

  private readTrust(text: string): PipelineTrust {
    const [, host, name = ""] = /^(github|gitlab):(.+)$/.exec(text) ?? [];
    if (host === undefined) refuse(this.node.path, problems.pipelineTrusts, JSON.stringify(text));
    return host === "github" ? githubActions({ repository: name }) : gitlabCi({ project: name });
  }
}
