import type { EcsTaskDefinitionVolume } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { textOrExpression } from "../../foundation";
import type { NamedContainer } from "../container/container-specs";
import type { Secret } from "../container/secret";
import type { Statement } from "../policies";
import type { Volume, VolumeSource } from "../storage/volume";
import type { Grant } from "./secret-policies";

/** The volumes of a task, each once, however many containers mount it. */
export function taskVolumes(containers: readonly NamedContainer[]): EcsTaskDefinitionVolume[] {
  const byName = new Map(volumesOf(containers).map((volume) => [volume.name, volume]));
  return [...byName.values()].map(({ name, source }) => ({
    name,
    ...(source === undefined ? {} : { efsVolumeConfiguration: efsVolume(source) }),
  }));
}

/** The folders of file systems that a task mounts, each once. */
export function sourcesOf(containers: readonly NamedContainer[]): VolumeSource[] {
  return [...new Set(volumesOf(containers).flatMap(({ source }) => source ?? []))];
}

/**
 * What the program may do to mount exactly its folders: write only where a container does.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function mountStatements(containers: readonly NamedContainer[]): Statement[] {
  const volumes = volumesOf(containers);
  return sourcesOf(containers).map((source) => {
    const isWritten = volumes.some((volume) => volume.source === source && !volume.isReadOnly);
    const write = isWritten ? ["elasticfilesystem:ClientWrite"] : [];
    return {
      actions: ["elasticfilesystem:ClientMount", ...write],
      resources: [source.fileSystemArn],
      conditions: { StringEquals: { "elasticfilesystem:AccessPointArn": [source.accessPointArn] } },
    };
  });
}

/** Secrets of all containers, those in the options of their logs included. */
export function grantsOf(containers: readonly NamedContainer[]): Grant[] {
  return containers.flatMap(({ secrets = {}, logOptions = {} }) => {
    const hidden = Object.values(logOptions).filter((value): value is Secret => typeof value === "object");
    return [...Object.values(secrets), ...hidden].map(({ store, id, key }) => ({
      store,
      id: textOrExpression(id),
      keyArn: key?.arn,
    }));
  });
}

function volumesOf(containers: readonly NamedContainer[]): Volume[] {
  return containers.flatMap(({ mounts = {} }) => Object.values(mounts));
}

/** Encrypted on the way, and by the task's own role. */
function efsVolume({
  fileSystemId,
  accessPointId,
}: VolumeSource): EcsTaskDefinitionVolume["efsVolumeConfiguration"] {
  return {
    fileSystemId,
    transitEncryption: "ENABLED",
    authorizationConfig: { accessPointId, iam: "ENABLED" },
  };
}
