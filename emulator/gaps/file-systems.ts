import { restCall, type Destination } from "../aws-call";
import { readJson } from "../../cli/json";
import type { RestGap } from "./gap";

const FILE_SYSTEMS = "/2015-02-01/file-systems";
const BACKUP_POLICY = new RegExp(`^${FILE_SYSTEMS}/([^/?]+)/backup-policy$`);
const POLICY = new RegExp(`^${FILE_SYSTEMS}/[^/?]+/policy$`);

export const backupPolicyGap: RestGap = {
  name: "EFS PutBackupPolicy is missing",
  aws: "it says whether AWS Backup copies the file system, and DescribeBackupPolicy says so too",
  moto: "it knows the policy that a file system is created with, and no way to change it",
  answer: ({ method, url, body }, remembered) => {
    const [, id] = BACKUP_POLICY.exec(url) ?? [];
    if (id === undefined) return undefined;
    if (method === "PUT") remembered.set(id, body);
    const policy = remembered.get(id);
    return policy === undefined ? undefined : { status: 200, body: policy };
  },
  isOpen: (motoUrl) => {
    const input = { BackupPolicy: { Status: "ENABLED" } };
    return isRefused(motoUrl, (to, path) => restCall(to, "PUT", `${path}/backup-policy`, input));
  },
};

export const fileSystemPolicyGap: RestGap = {
  name: "EFS DeleteFileSystemPolicy is missing",
  aws: "it takes the policy of a file system away",
  moto: "it can put a policy, and never take it away again",
  answer: ({ method, url }) =>
    method === "DELETE" && POLICY.test(url) ? { status: 200, body: "{}" } : undefined,
  isOpen: (motoUrl) => isRefused(motoUrl, (to, path) => restCall(to, "DELETE", `${path}/policy`)),
};

/** Asks about a file system that was just made. */
async function isRefused(
  url: string,
  ask: (to: Destination, path: string) => Promise<{ readonly status: number }>,
): Promise<boolean> {
  const to = { url, region: "us-east-1", service: "elasticfilesystem" };
  const input = { CreationToken: `probe-${Math.random()}` };
  const { body } = await restCall(to, "POST", FILE_SYSTEMS, input);
  return (await ask(to, `${FILE_SYSTEMS}/${String(readJson(body)["FileSystemId"])}`)).status >= 300;
}
