import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { addCheck, matching, problems } from "../../errors";
import type { VpcNetwork } from "../../network";
import { expectCall, expectOneStack, expectProps, labelOf, literal, namingPath } from "../../foundation";
import { FileSystemFolder, type FolderProps } from "./folder";
import { checkMounter, NFS } from "./mounting";
import type { Mounter } from "./volume";

const FILE_SYSTEM = /^fs-[0-9a-f]{8,40}$/;
const SECURITY_GROUP = /^sg-[0-9a-f]{8,40}$/;

export interface ExistingFileSystemProps {
  /** Network whose tasks mount it; its VPC holds the mount targets. */
  readonly network: VpcNetwork;

  /** Id of the file system, `fs-…`. */
  readonly fileSystemId: string;

  /** Id of the security group of its mount targets, `sg-…`: services that mount it are let in there. */
  readonly securityGroupId: string;
}

/**
 * An EFS file system that is there already, with a mount target in each zone of the network. Its own settings stay as
 * they are; whether it is encrypted and who else may mount it is its owner's choice.
 *
 * @example
 * const files = new ExistingFileSystem(stack, "Files", {
 *   network,
 *   fileSystemId: "fs-0123456789abcdef0",
 *   securityGroupId: "sg-0123456789abcdef0",
 * });
 * const uploads = files.folder("Uploads", { path: "/uploads" });
 */
export class ExistingFileSystem extends Construct {
  public readonly fileSystemId: string;
  public readonly network: VpcNetwork;

  private readonly securityGroupId: string;

  public constructor(scope: Construct, id: string, props: ExistingFileSystemProps) {
    super(scope, id);
    expectProps(this, "ExistingFileSystem", props);
    this.network = props.network;
    this.fileSystemId = props.fileSystemId;
    this.securityGroupId = props.securityGroupId;
    expectOneStack(this, props.network);
    addCheck(this, () => [
      ...matching(problems.fileSystemId, literal(props.fileSystemId), FILE_SYSTEM, "fileSystemId"),
      ...matching(problems.fileSystemId, literal(props.securityGroupId), SECURITY_GROUP, "securityGroupId"),
    ]);
  }

  /** A folder of it, made when it is first mounted, that tasks see as a volume. */
  public folder(id: string, props: FolderProps): FileSystemFolder {
    expectCall(this, "ExistingFileSystem.folder", { id });
    return new FileSystemFolder(this, id, { ...props, fileSystem: this });
  }

  /** Lets a service's tasks mount it: a rule at each end, of which one stands in a group that is not ours. */
  public allowMount(mounter: Mounter): void {
    const { label, groupId } = mounter.securityGroup;
    checkMounter(this, mounter);
    if (this.node.tryFindChild(`To-${label}`) !== undefined) return;
    const nfs = { ipProtocol: "tcp", fromPort: NFS, toPort: NFS };
    const rules = [
      new VpcSecurityGroupEgressRule(this, `To-${label}`, {
        ...nfs,
        securityGroupId: groupId,
        referencedSecurityGroupId: this.securityGroupId,
        description: `port ${NFS} to ${labelOf(namingPath(this))}`,
      }),
      new VpcSecurityGroupIngressRule(this, `From-${label}`, {
        ...nfs,
        securityGroupId: this.securityGroupId,
        referencedSecurityGroupId: groupId,
        description: `port ${NFS} from ${label}`,
      }),
    ];
    rules.forEach((rule) => mounter.waitFor(rule));
  }
}
