import type { TerraformStack } from "cdktf";
import { addCheck, type Fault, problems } from "../errors";
import { reserveName } from "../foundation/reserved-names";
import { HcpBackend } from "./hcp-backend";
import { DEFAULT_WORKSPACE, HCP_HOSTNAME, hcpFaults, type HcpStateProps } from "./hcp-settings";
import { nameFor } from "./s3-settings";
import { secretsIn } from "./secrets";
import { unknownSettings } from "./settings";
import type { State } from "./state";
import { expectCall } from "../foundation/shapes";

/**
 * State, locks and runs in HCP Terraform or Terraform Enterprise. One object serves all stacks of an app: each has a
 * workspace of its own. The token comes from `terraform login` or TF_TOKEN_app_terraform_io, never from code.
 * https://developer.hashicorp.com/terraform/cli/cloud/settings
 *
 * @example
 * const state = hcpState({ organization: "acme", workspace: "prod-{stack}", project: "Front door" });
 * new AwsStack(app, "shop", { region: "eu-west-1", state });
 */
export function hcpState(props: HcpStateProps): State {
  return {
    attachTo(stack: TerraformStack): void {
      expectCall(stack, "hcpState", { props });
      const workspace =
        props.tags === undefined ? nameFor(stack.node.id, props.workspace ?? DEFAULT_WORKSPACE) : undefined;
      addCheck(stack, () => findings(stack, props, workspace));
      const { organization, hostname, project, tags } = props;
      new HcpBackend(stack, { organization, hostname, project, workspace, tags });
    },
  };
}

function findings(stack: TerraformStack, props: HcpStateProps, workspace: string | undefined): Fault[] {
  const secrets = secretsIn(props, "hcpState");
  if (secrets.length > 0) return secrets;
  const unknown = unknownSettings(props);
  if (unknown.length > 0) return unknown;
  const place = `hcp://${props.hostname ?? HCP_HOSTNAME}/${props.organization}/${workspace}`;
  return [
    ...hcpFaults(props, workspace),
    ...(workspace === undefined ? [] : reserveName(stack.node.root, problems.stateFileShared, place, stack)),
  ];
}
