import type { RestGap } from "./gap";

const FILE_SYSTEMS = "/2015-02-01/file-systems";

export const backupPolicyGap: RestGap = {
  name: "EFS PutBackupPolicy is missing",
  aws: "it says whether AWS Backup copies the file system, and DescribeBackupPolicy says so too",
  moto: "it knows the policy that a file system is created with, and no way to change it",
  service: "elasticfilesystem",
  path: new RegExp(`^${FILE_SYSTEMS}/[^/]+/backup-policy$`),
  answer: ({ method, path, input }, remembered) => {
    if (method === "PUT") remembered.set(path, { BackupPolicy: input["BackupPolicy"] });
    return remembered.get(path);
  },
  probe: (fileSystemId) => ({
    method: "PUT",
    path: `${FILE_SYSTEMS}/${fileSystemId}/backup-policy`,
    input: { BackupPolicy: { Status: "ENABLED" } },
  }),
};

export const fileSystemPolicyGap: RestGap = {
  name: "EFS DeleteFileSystemPolicy is missing",
  aws: "it takes the policy of a file system away",
  moto: "it can put a policy, and never take it away again",
  service: "elasticfilesystem",
  path: new RegExp(`^${FILE_SYSTEMS}/[^/]+/policy$`),
  answer: ({ method }) => (method === "DELETE" ? {} : undefined),
  probe: (fileSystemId) => ({
    method: "DELETE",
    path: `${FILE_SYSTEMS}/${fileSystemId}/policy`,
    input: {},
  }),
};
