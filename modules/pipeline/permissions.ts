import { statementJson, type Statement } from "../fargate/policies";
import type { S3StateProps } from "../state/s3-settings";
import { DEFAULT_KEY, nameFor } from "../state/s3-settings";
import {
  CHANGING_ANYWHERE,
  CHANGING_BUCKETS,
  CHANGING_IN_REGION,
  CHANGING_ROLES,
  LINKED_SERVICES,
  LOOKING,
  ROLE_TAKERS,
} from "./actions";

/** A role's name begins with the id of its stack, of which at least as much survives when the name is cut. */
const KEPT_OF_NAME = 24;

/** What a pipeline deploys, and where its states are. */
export interface Deployed {
  readonly stacks: readonly string[];
  readonly state: S3StateProps;
  /** Empty if nobody said in which: then in all. */
  readonly regions: readonly string[];
  readonly accountId: string;
  readonly partition: string;
}

/** What nobody who deploys may touch. */
export interface Guarded {
  readonly roleArns: readonly string[];
  readonly providerArn: string;
}

/** Looks at what stands, and reads the states of these stacks. It takes no lock: it writes nothing at all. */
export function planStatements(deployed: Deployed): Statement[] {
  return [...lookStatements(deployed), ...stateStatements(deployed, ["s3:GetObject"])];
}

/** Makes, changes and removes what stacks of these constructs are made of, and writes their states. */
export function applyStatements(deployed: Deployed): Statement[] {
  const { stacks, regions, accountId, partition } = deployed;
  const roles = stacks.map((stack) => `arn:${partition}:iam::${accountId}:role/${nameStart(stack)}*`);
  const linked = `arn:${partition}:iam::${accountId}:role/aws-service-role/*`;
  const buckets = stacks.map((stack) => `arn:${partition}:s3:::${nameStart(stack).toLowerCase()}*`);
  return [
    ...lookStatements(deployed),
    allow(
      CHANGING_IN_REGION,
      ["*"],
      regions.length > 0 ? { StringEquals: { "aws:RequestedRegion": regions } } : undefined,
    ),
    allow(CHANGING_ANYWHERE, ["*"]),
    allow(CHANGING_BUCKETS, [...buckets, ...buckets.map((bucket) => `${bucket}/*`)]),
    allow(CHANGING_ROLES, roles),
    allow(["iam:PassRole"], roles, { StringEquals: { "iam:PassedToService": ROLE_TAKERS } }),
    allow(["iam:CreateServiceLinkedRole"], [linked], {
      StringLike: { "iam:AWSServiceName": LINKED_SERVICES },
    }),
    ...stateStatements(deployed, ["s3:GetObject", "s3:PutObject"]),
    ...lockStatements(deployed),
  ];
}

/** As a policy, with what is refused whatever else says: the pipeline's own roles, its provider, the bucket of the states. */
export function applyPolicy(
  statements: readonly Statement[],
  { state, partition }: Deployed,
  { roleArns, providerArn }: Guarded,
): string {
  const bucket = `arn:${partition}:s3:::${state.bucket}`;
  const settings = ["s3:DeleteBucket*", "s3:PutBucket*", "s3:PutEncryption*", "s3:PutLifecycle*"];
  const deny = (actions: readonly string[], resources: readonly string[]): string =>
    JSON.stringify({ Action: actions, Effect: "Deny", Resource: resources });
  return policyJson([
    ...statements.map(statementJson),
    deny(["iam:*"], [...roleArns, providerArn]),
    deny(settings, [bucket]),
    deny(["s3:DeleteObject", "s3:DeleteObjectVersion"], [`${bucket}/*.tfstate`]),
    ...(state.kmsKeyId === undefined
      ? []
      : [deny(["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"], [state.kmsKeyId])]),
  ]);
}

export function planPolicy(statements: readonly Statement[]): string {
  return policyJson(statements.map(statementJson));
}

/** AWS's own parameters are public: which machine image a NAT instance starts from. */
function lookStatements({ partition }: Deployed): Statement[] {
  const images = `arn:${partition}:ssm:*::parameter/aws/service/*`;
  return [allow(LOOKING, ["*"]), allow(["ssm:GetParameter"], [images])];
}

function stateStatements(deployed: Deployed, actions: readonly string[]): Statement[] {
  const { state, partition } = deployed;
  if (state.roleArn !== undefined) return [allow(["sts:AssumeRole"], [state.roleArn])];
  const writes = actions.includes("s3:PutObject");
  const kms = ["kms:Decrypt", ...(writes ? ["kms:Encrypt", "kms:GenerateDataKey"] : [])];
  return [
    allow(["s3:ListBucket"], [`arn:${partition}:s3:::${state.bucket}`]),
    allow(actions, keysOf(deployed)),
    ...(state.kmsKeyId === undefined ? [] : [allow(kms, [state.kmsKeyId])]),
  ];
}

function lockStatements(deployed: Deployed): Statement[] {
  if (deployed.state.roleArn !== undefined) return [];
  const locks = keysOf(deployed).map((key) => `${key}.tflock`);
  return [allow(["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], locks)];
}

/** The keys of these stacks' states alone: the bucket may hold those of others. */
function keysOf({ stacks, state, partition }: Deployed): string[] {
  const { bucket, key = DEFAULT_KEY } = state;
  const keys = stacks.map((stack) => `arn:${partition}:s3:::${bucket}/${nameFor(stack, key)}`);
  return [...new Set(keys)];
}

/** With a hyphen behind it as long as the whole id fits: `shop` is not to deploy what `shopping` has. */
function nameStart(stack: string): string {
  const clean = stack.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return clean.length <= KEPT_OF_NAME ? `${clean}-` : clean.slice(0, KEPT_OF_NAME);
}

function allow(
  actions: readonly string[],
  resources: readonly string[],
  conditions?: Statement["conditions"],
): Statement {
  return { actions, resources, ...(conditions === undefined ? {} : { conditions }) };
}

function policyJson(statements: readonly string[]): string {
  return `{"Statement":[${statements.join(",")}],"Version":"2012-10-17"}`;
}
