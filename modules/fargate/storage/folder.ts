import { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point";
import { Construct } from "constructs";
import { addCheck, inRange, limits, matching, problems } from "../../errors";
import { expectProps, labelOf, literal, literals, namingPath } from "../../foundation";
import type { Mounter, Volume, VolumeSource } from "./volume";

/** https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html: at most four levels deep. */
const PATH = /^(?!.{101})(\/[^/$#<>;`|&?{}^*\n\0]+){1,4}$/;
const PERMISSIONS = /^[0-7]{3,4}$/;

export interface FolderProps {
  /** Folder of the file system, at most four levels deep, such as `/uploads`. A change replaces the access point, not the data. */
  readonly path: string;

  /**
   * User that everything is read and written as, whoever the program runs as, 0 to 4294967295.
   * @default 1000
   */
  readonly uid?: number;

  /**
   * Group likewise.
   * @default 1000
   */
  readonly gid?: number;

  /**
   * Permissions that the folder is made with, in octal.
   * @default "0750"
   */
  readonly permissions?: string;
}

/** A file system as its folders see it. */
export interface FileSystemLike {
  readonly fileSystemId: string;
  allowMount(mounter: Mounter): void;
}

/**
 * A folder of an EFS file system (an access point), to be mounted in containers: those who mount it see nothing else.
 * https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html
 *
 * @example
 * const uploads = files.folder("Uploads", { path: "/uploads" });
 */
export class FileSystemFolder extends Construct implements Volume, VolumeSource {
  public readonly name: string;
  public readonly isReadOnly = false;
  public readonly fileSystemId: string;
  public readonly fileSystemArn: string;
  public readonly accessPointId: string;
  public readonly accessPointArn: string;

  private readonly fileSystem: FileSystemLike;

  public constructor(
    scope: Construct,
    id: string,
    props: FolderProps & { readonly fileSystem: FileSystemLike },
  ) {
    super(scope, id);
    expectProps(this, "FileSystemFolder", props);
    this.fileSystem = props.fileSystem;
    this.name = labelOf(namingPath(this));
    addCheck(this, () => {
      const { uid, gid } = literals(props);
      return [
        ...matching(problems.folderPath, literal(props.path), PATH),
        ...[uid, gid].flatMap((each) => inRange(limits.folderOwner, each)),
        ...matching(problems.folderPermissions, literal(props.permissions), PERMISSIONS),
      ];
    });

    const accessPoint = this.createAccessPoint(props);
    this.fileSystemId = props.fileSystem.fileSystemId;
    this.fileSystemArn = accessPoint.fileSystemArn;
    this.accessPointId = accessPoint.id;
    this.accessPointArn = accessPoint.arn;
  }

  public get source(): VolumeSource {
    return this;
  }

  public allowMount(mounter: Mounter): void {
    this.fileSystem.allowMount(mounter);
  }

  private createAccessPoint({
    path,
    uid = 1000,
    gid = 1000,
    permissions = "0750",
    fileSystem,
  }: FolderProps & { readonly fileSystem: FileSystemLike }): EfsAccessPoint {
    return new EfsAccessPoint(this, "Resource", {
      fileSystemId: fileSystem.fileSystemId,
      posixUser: { uid, gid },
      rootDirectory: { path, creationInfo: { ownerUid: uid, ownerGid: gid, permissions } },
      tags: { Name: this.name },
    });
  }
}
