import { type Fault, matching, problems, requireThat } from "../errors";

const ORGANIZATION = /^[A-Za-z0-9_-]+$/;
const WORKSPACE = /^[A-Za-z0-9_-]{1,90}$/;
const TAG = /^[A-Za-z0-9:_-]{1,255}$/;
const PROJECT = /^[A-Za-z0-9_-][A-Za-z0-9 _-]{1,38}[A-Za-z0-9_-]$/;
const HOSTNAME = /^(?=.{1,253}(:|$))[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9-]+)*(:\d{1,5})?$/;

export const HCP_HOSTNAME = "app.terraform.io";

export const DEFAULT_WORKSPACE = "{stack}";

export interface HcpStateProps {
  /** The organization in HCP Terraform, which is free for up to 500 resources. https://www.hashicorp.com/pricing */
  readonly organization: string;

  /**
   * The workspace; `{stack}` in it stands for the id of the stack. Terraform makes it if it is not there.
   * @default "{stack}"
   */
  readonly workspace?: string;

  /**
   * Tags in place of a name: any workspace that carries them all, chosen with `terraform workspace select` or
   * TF_WORKSPACE. No other stack can read the outputs of such a one.
   * @default none: one workspace by its name
   */
  readonly tags?: readonly string[];

  /**
   * The project in which Terraform makes and looks for the workspace.
   * @default the organization's default project
   */
  readonly project?: string;

  /**
   * Host of Terraform Enterprise or of an HCP Terraform in Europe.
   * @default "app.terraform.io"
   */
  readonly hostname?: string;
}

/** What is wrong with known settings; the workspace is the one of a stack, undefined with tags. */
export function hcpFaults(props: HcpStateProps, workspace: string | undefined): Fault[] {
  const { tags } = props;
  return [
    ...matching(problems.hcpOrganization, props.organization, ORGANIZATION),
    ...matching(problems.hcpWorkspace, workspace, WORKSPACE),
    ...(tags === undefined
      ? []
      : requireThat(areTags(tags), problems.hcpWorkspaceTags, JSON.stringify(tags))),
    ...requireThat(
      tags === undefined || props.workspace === undefined,
      problems.hcpWorkspaceSelector,
      "both",
    ),
    ...matching(problems.hcpProject, props.project, PROJECT),
    ...matching(problems.hcpHostname, props.hostname, HOSTNAME),
  ];
}

function areTags(tags: readonly string[]): boolean {
  return tags.length > 0 && tags.every((tag) => TAG.test(tag));
}
