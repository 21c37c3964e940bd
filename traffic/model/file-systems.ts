import { UNKNOWN, type Resource, type Value } from "../terraform";
import { block, blocks, written } from "./attributes";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { Subnet } from "./network";
import type { SecurityGroup } from "./security-groups";
import { ANYTHING, exactly, together, type Several } from "./several";

/** An EFS file system. */
export interface FileSystem extends Part {
  /** Where it can be mounted. */
  readonly mountTargets: Several<MountTarget>;
}

/** The address of a file system in one subnet. */
export interface MountTarget extends Part {
  readonly fileSystem: Several<FileSystem>;
  readonly subnets: Several<Subnet>;
  readonly securityGroups: Several<SecurityGroup>;
}

export function fileSystem(resource: Resource, parts: Parts): FileSystem {
  const part = partOf(resource);
  const self: FileSystem = {
    ...part,
    get mountTargets() {
      const maybe = parts.owned.mountTargets.maybeOf(self);
      const certain = exactly(parts.owned.mountTargets.of(self));
      return part.open || maybe.length > 0 ? { ...certain, open: true } : certain;
    },
  };
  return self;
}

export function mountTarget(resource: Resource, parts: Parts): MountTarget {
  const groups = once(() => parts.securityGroups.several(written(resource, "security_groups")));
  return {
    ...partOf(resource),
    get fileSystem() {
      return parts.fileSystems.several(resource.values.file_system_id);
    },
    get subnets() {
      return parts.subnets.several(resource.values.subnet_id);
    },
    /** Left out, it is the VPC's default group. */
    get securityGroups() {
      return groups().all.length === 0 ? ANYTHING : groups();
    },
  };
}

/** The file systems that the volumes of a task definition lie in. */
export function fileSystemsIn(volumes: Value, parts: Parts): Several<FileSystem> {
  const found = blocks(volumes);
  if (found === UNKNOWN) return ANYTHING;
  return together(
    found.flatMap(({ efs_volume_configuration: efs }) => {
      const configuration = block(efs);
      if (configuration === undefined) return [];
      return configuration === UNKNOWN
        ? [ANYTHING]
        : [parts.fileSystems.several(configuration.file_system_id)];
    }),
  );
}
