import { DataTerraformRemoteState, TerraformBackend, TerraformStack, type TerraformRemoteState } from "cdktf";
import type { Construct } from "constructs";
import { addCheck, fault, problems } from "../errors";
import { HCP_HOSTNAME, type HcpStateProps } from "./hcp-settings";

export interface HcpBackendProps extends HcpStateProps {
  /** The workspace of this very stack; undefined with tags. */
  readonly workspace?: string;
}

/**
 * The `cloud` block. CDKTF's own class takes a token, starts Terraform at every synth to ask for its version, loses the
 * project in HCL, and lets a reader of tagged workspaces end in an error that names no stack.
 * https://developer.hashicorp.com/terraform/cli/cloud/settings#arguments
 */
export class HcpBackend extends TerraformBackend {
  public constructor(
    private readonly stack: TerraformStack,
    private readonly props: HcpBackendProps,
  ) {
    super(stack, "backend", "cloud");
  }

  public override toTerraform(): object {
    const { organization, hostname, project, workspace, tags } = this.props;
    const workspaces = { name: workspace, tags, project };
    return { terraform: { cloud: { organization, hostname, workspaces } } };
  }

  public override toHclTerraform(): object {
    const { organization, hostname, project, workspace, tags } = this.props;
    const text = (value: string | undefined): object | undefined =>
      value === undefined ? undefined : { value, type: "simple", storageClassType: "string" };
    const list = tags && { value: tags, type: "list", storageClassType: "stringList" };
    const value = { name: text(workspace), tags: list, project: text(project) };
    const workspaces = { value, isBlock: true, type: "map", storageClassType: "stringmap" };
    return { terraform: { cloud: { organization, hostname, workspaces } } };
  }

  public override toMetadata(): object {
    const isHcp = (this.props.hostname ?? HCP_HOSTNAME).startsWith(HCP_HOSTNAME);
    return { ...(super.toMetadata() as object), cloud: isHcp ? "tfc" : "tfe" };
  }

  public getRemoteStateDataSource(scope: Construct, name: string): TerraformRemoteState {
    const { organization, hostname, workspace } = this.props;
    if (workspace === undefined) {
      const reader = TerraformStack.of(scope);
      addCheck(reader, () => [
        fault(problems.hcpTaggedStackRead, `${this.stack.node.id}, read by ${reader.node.id}`),
      ]);
    }
    const workspaces = { name: workspace ?? "" };
    return new DataTerraformRemoteState(scope, name, { organization, hostname, workspaces });
  }
}
