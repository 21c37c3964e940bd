import type { Volume } from "../storage/volume";
import type { NamedContainer } from "../container/container-specs";
import type { Statement } from "../policies";

/**
 * What the agent of ECS Exec writes to. AWS documents no support for a read-only root file system, which the agent runs
 * in all the same where these are writable. https://github.com/aws/containers-roadmap/issues/1359
 */
const AGENT_FOLDERS = {
  Agents: "/managed-agents",
  State: "/var/lib/amazon/ssm",
  Log: "/var/log/amazon/ssm",
} as const;

/** Gives the agent its folders in a container that can't be written to; each container has an agent of its own. */
export function withAgentFolders(container: NamedContainer, position: number): NamedContainer {
  if (container.writableRootFilesystem === true) return container;
  const folders = Object.entries(AGENT_FOLDERS).map(([part, path]): [string, Volume] => [
    path,
    { name: `Exec${position}${part}`, isReadOnly: false },
  ]);
  return { ...container, mounts: { ...Object.fromEntries(folders), ...container.mounts } };
}

/** Where a cluster writes what is typed and answered in sessions. */
export interface SessionLog {
  readonly arn: string;
  /** The key that sessions and their log are encrypted with. */
  readonly keyArn: string | undefined;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html: these have no narrower resource. */
const CHANNELS = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];

/** What a task may do so that sessions can be opened in it, and are written down. */
export function sessionStatements({ arn, keyArn }: SessionLog): Statement[] {
  return [
    { actions: CHANNELS.map((name) => `ssmmessages:${name}`), resources: ["*"] },
    { actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    {
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [`${arn}:*`],
    },
    ...(keyArn === undefined ? [] : [{ actions: ["kms:Decrypt"], resources: [keyArn] }]),
  ];
}
