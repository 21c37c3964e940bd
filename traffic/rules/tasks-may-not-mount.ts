import { anyOf, letsPass, membersOf, UNKNOWN, type FileSystem, type Service } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const tasksMayNotMount: Rule = {
  code: "FY539",
  severity: "error",
  subject: "a Fargate task that mounts an EFS file system",
  allowed: "must be able to reach a mount target on port 2049: both security groups must allow it",
  fix: "add an egress rule to the tasks' group and an ingress rule to the mount targets' group, for port 2049",
  page: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs-create-security-groups.html",
  judge: ({ services }) => services.filter(({ isFargate }) => isFargate === true).flatMap(faults),
};

const NFS = 2049;

function faults(service: Service): Fault[] {
  const { taskDefinition: task } = service;
  if (task === undefined || task === UNKNOWN || task.fileSystems.among) return [];
  return task.fileSystems.all.flatMap((fileSystem) => {
    const { all, open } = fileSystem.mountTargets;
    if (all.length === 0)
      return open ? [] : [fault(service, `${fileSystem.name}, which has no mount target at all`)];
    return isShut(service, fileSystem) ? [fault(service, reason(service, fileSystem))] : [];
  });
}

/** No mount target can be reached, as far as is known. */
function isShut(service: Service, { mountTargets }: FileSystem): boolean {
  const reached = anyOf(mountTargets, (target) => {
    const out = letsPass(service.securityGroups, "egress", NFS, membersOf(target));
    const into = letsPass(target.securityGroups, "ingress", NFS, membersOf(service));
    if (out === false || into === false) return false;
    return out === UNKNOWN || into === UNKNOWN ? UNKNOWN : true;
  });
  return reached === false;
}

function reason(service: Service, { name, mountTargets }: FileSystem): string {
  const mayLeave = mountTargets.all.some(
    (target) => letsPass(service.securityGroups, "egress", NFS, membersOf(target)) !== false,
  );
  const groups = mayLeave
    ? mountTargets.all.flatMap(({ securityGroups: { all } }) => all)
    : service.securityGroups.all;
  const names = listed([...new Set(groups.map((group) => group.name))]);
  return `${names}, shut to ${mayLeave ? service.name : name} on port ${NFS}`;
}
