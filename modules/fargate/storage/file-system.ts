import { EfsBackupPolicy } from "@cdktf/provider-aws/lib/efs-backup-policy";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { EfsMountTarget, type EfsMountTargetConfig } from "@cdktf/provider-aws/lib/efs-mount-target";
import type { ITerraformDependable } from "cdktf";
import { TerraformIterator, Token } from "cdktf";
import { Construct } from "constructs";
import type { VpcNetwork } from "../../network";
import { SecurityGroup } from "../../network/security-group";
import {
  boundedName,
  expectCall,
  expectOneStack,
  expectProps,
  idPart,
  labelOf,
  namingPath,
  stackName,
  type WithArn,
} from "../../foundation";
import { policyDocument, WITHOUT_TLS } from "../../foundation/policy-document";
import { FileSystemFolder, type FolderProps } from "./folder";
import { checkMounter, NFS } from "./mounting";
import type { Mounter } from "./volume";

const LONGEST_NAME = 255;

export interface FileSystemProps {
  /** Where it is mounted: a mount target stands in each private subnet. */
  readonly network: VpcNetwork;

  /**
   * Customer-managed KMS key. A change replaces the file system, and with it all that it holds.
   * @default AWS's own key for EFS
   */
  readonly key?: WithArn;

  /**
   * AWS Backup copies it every day and keeps that for 35 days: 0.05 USD a GB and month (us-east-1).
   * https://aws.amazon.com/backup/pricing/
   * @default false
   */
  readonly backups?: boolean;

  /**
   * Lets Terraform delete it, and with it all that it holds. To take it away: say this first, apply, then remove it.
   * @default false: a plan that would delete or replace it fails
   */
  readonly destroyable?: boolean;
}

/**
 * An EFS file system for tasks of many zones: encrypted, reached over TLS alone, by those whose role says so. Data in it
 * costs 0.30 USD a GB and month (us-east-1), more for what is read and written. https://aws.amazon.com/efs/pricing/
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
 *
 * @example
 * const files = new FileSystem(stack, "Files", { network });
 * const uploads = files.folder("Uploads", { path: "/uploads" });
 * new FargateService(stack, "App", { cluster, container: { image, mounts: { "/data": uploads } } });
 */
export class FileSystem extends Construct {
  public readonly fileSystemId: string;
  public readonly arn: string;
  public readonly network: VpcNetwork;
  public readonly securityGroup: SecurityGroup;

  /** What stands once it can be mounted. */
  private readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: FileSystemProps) {
    super(scope, id);
    expectProps(this, "FileSystem", props);
    this.network = props.network;
    expectOneStack(this, props.network);
    const label = labelOf(namingPath(this));
    const names = [stackName(this), label];

    const fileSystem = this.createFileSystem(props, boundedName(names, LONGEST_NAME));
    this.fileSystemId = fileSystem.id;
    this.arn = fileSystem.arn;
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", {
      network: props.network,
      name: boundedName([...names, "SG"], LONGEST_NAME),
      description: `file system ${label}`,
    });
    this.ready = [this.createPolicy(), ...this.createMountTargets()];
    if (props.backups === true) this.createBackups();
  }

  /** A folder of it, made when it is first mounted, that tasks see as a volume. */
  public folder(id: string, props: FolderProps): FileSystemFolder {
    expectCall(this, "FileSystem.folder", { id });
    return new FileSystemFolder(this, id, { ...props, fileSystem: this });
  }

  /** Lets a service's tasks mount it. */
  public allowMount(mounter: Mounter): void {
    checkMounter(this, mounter);
    this.securityGroup.admit(mounter.securityGroup, NFS);
    this.ready.forEach((each) => mounter.waitFor(each));
  }

  private createFileSystem({ key, destroyable }: FileSystemProps, name: string): EfsFileSystem {
    return new EfsFileSystem(this, "Resource", {
      encrypted: true,
      ...(key === undefined ? {} : { kmsKeyId: key.arn }),
      tags: { Name: name },
      lifecycle: { preventDestroy: destroyable !== true },
    });
  }

  /**
   * Without a policy EFS lets in whoever reaches a mount target. One that only forbids takes that away, and leaves
   * what a role is allowed.
   */
  private createPolicy(): EfsFileSystemPolicy {
    const statement = {
      Action: "*",
      Condition: WITHOUT_TLS,
      Effect: "Deny",
      Principal: { AWS: "*" },
      Resource: this.arn,
    };
    return new EfsFileSystemPolicy(this, "Policy", {
      fileSystemId: this.fileSystemId,
      policy: policyDocument([statement]),
    });
  }

  private createMountTargets(): EfsMountTarget[] {
    const { privateSubnetIds, zoneNames } = this.network;
    if (Token.isUnresolved(privateSubnetIds)) {
      const each = TerraformIterator.fromList(privateSubnetIds);
      return [this.mountTarget("MountTargets", { subnetId: each.value, forEach: each })];
    }
    return privateSubnetIds.map((subnetId, position) =>
      this.mountTarget(zoneNames?.[position] ?? idPart(this, subnetId), { subnetId }),
    );
  }

  private mountTarget(id: string, where: Pick<EfsMountTargetConfig, "subnetId" | "forEach">): EfsMountTarget {
    const securityGroups = [this.securityGroup.groupId];
    return new EfsMountTarget(this, id, { fileSystemId: this.fileSystemId, ...where, securityGroups });
  }

  private createBackups(): void {
    new EfsBackupPolicy(this, "Backups", {
      fileSystemId: this.fileSystemId,
      backupPolicy: { status: "ENABLED" },
    });
  }
}
