import type { ITerraformDependable } from "cdktf";
import type { SecurityGroup } from "../../network/security-group";
import { expectArguments } from "../../foundation";

/** A program's tasks as a file system sees them. */
export interface Mounter {
  readonly securityGroup: SecurityGroup;
  readonly network: object;
  waitFor(dependable: ITerraformDependable): void;
}

/** A folder of a file system that tasks mount. */
export interface VolumeSource {
  readonly fileSystemId: string;
  readonly fileSystemArn: string;
  readonly accessPointId: string;
  readonly accessPointArn: string;
  /** Lets a service's tasks reach the file system, and orders the one after the other. */
  allowMount(mounter: Mounter): void;
}

/** Something that containers see at a path. */
export interface Volume {
  /** Unique in the task; volumes of one name are one. */
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Where the data lies; undefined is the task's own disk. */
  readonly source?: VolumeSource;
}

/**
 * An empty folder on the task's own disk, which containers of the task share and which goes with the task. It belongs
 * to root unless the image has a `VOLUME` at the same path; for a folder that any user may write to, see
 * `temporaryMiB`. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html
 *
 * @example
 * const shared = scratchVolume("shared");
 */
export function scratchVolume(name: string): Volume {
  return expectArguments("scratchVolume", { name }, () => ({ name, isReadOnly: false }));
}

/** The same volume for a container that may only read it. */
export function readOnly(volume: Volume): Volume {
  return expectArguments("readOnly", { volume }, () => {
    const { name, source } = volume;
    return { name, isReadOnly: true, ...(source === undefined ? {} : { source }) };
  });
}
