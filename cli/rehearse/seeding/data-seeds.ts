import { contractPath } from "./network-seeds";
import type { Thing } from "./seed";
import type { Block } from "./synthesized";
import { literalText } from "./synthesized";

type Found = Thing | typeof NAMED | undefined;
type Maker = ((body: Block["body"]) => Found) | typeof NEEDS_NOTHING;

/** By an id or ARN, which is found in the text of the stack wherever it stands. */
const NAMED = "named";

/** What Terraform works out by itself, what moto has, or what stands in the network that is seeded as a whole. */
const NEEDS_NOTHING = "needs nothing";

/** What each kind of data source has to find. A kind that is not here is told of as not seeded. */
export const dataSources: Readonly<Record<string, Maker>> = {
  aws_caller_identity: NEEDS_NOTHING,
  aws_partition: NEEDS_NOTHING,
  aws_region: NEEDS_NOTHING,
  aws_availability_zones: NEEDS_NOTHING,
  aws_availability_zone: NEEDS_NOTHING,
  aws_iam_policy_document: NEEDS_NOTHING,
  aws_default_tags: NEEDS_NOTHING,
  aws_elb_service_account: NEEDS_NOTHING,
  aws_canonical_user_id: NEEDS_NOTHING,
  aws_vpc: NEEDS_NOTHING,
  aws_vpcs: NEEDS_NOTHING,
  aws_subnet: NEEDS_NOTHING,
  aws_subnets: NEEDS_NOTHING,
  aws_internet_gateway: NEEDS_NOTHING,
  aws_security_group: ({ id }) => (literalText(id) === undefined ? undefined : NAMED),
  // A rehearsal reads no state but those of its own stacks, and says so before it applies.
  terraform_remote_state: NEEDS_NOTHING,
  aws_route53_zone: ({ name, zone_id: id, private_zone: isPrivate }) => {
    const zoneId = literalText(id);
    const domain = literalText(name) ?? (zoneId === undefined ? undefined : "seeded.example.com");
    if (domain === undefined) return undefined;
    const zone = {
      kind: "hosted zone",
      name: domain.replace(/\.$/, ""),
      isPrivate: isPrivate === true,
    } as const;
    return zoneId === undefined ? zone : { ...zone, id: zoneId };
  },
  aws_ssm_parameter: ({ name }) => {
    const known = literalText(name);
    if (known === undefined) return undefined;
    if (known.startsWith("/aws/") || contractPath(known) !== undefined) return NAMED;
    return { kind: "parameter", name: known, value: "seeded" };
  },
  aws_acm_certificate: ({ domain }) => named(domain, (name) => ({ kind: "certificate", domain: name })),
  aws_s3_bucket: ({ bucket }) => named(bucket, (name) => ({ kind: "bucket", name })),
  aws_secretsmanager_secret: ({ name, arn }) =>
    named(arn, () => NAMED) ?? named(name, (secret) => ({ kind: "secret", name: secret })),
  aws_secretsmanager_secret_version: ({ secret_id: id }) =>
    named(id, (name) => byArn(name) ?? { kind: "secret", name }),
  aws_kms_alias: ({ name }) => named(name, (alias) => ({ kind: "key", alias })),
  aws_kms_key: ({ key_id: id }) =>
    named(id, (key) => (key.startsWith("alias/") ? { kind: "key", alias: key } : byArn(key))),
  aws_sns_topic: ({ name }) => named(name, (topic) => ({ kind: "topic", name: topic })),
  aws_ecr_repository: ({ name }) =>
    named(name, (repository) => ({ kind: "image repository", name: repository })),
  aws_iam_role: ({ name }) => named(name, (role) => ({ kind: "role", name: role })),
  aws_ecs_cluster: ({ cluster_name: name }) => named(name, (cluster) => ({ kind: "cluster", name: cluster })),
  aws_efs_file_system: ({ file_system_id: id }) => named(id, (file) => ({ kind: "file system", id: file })),
};

export interface DataSeeds {
  readonly things: readonly Thing[];
  readonly notSeeded: readonly string[];
}

export function dataSeeds(data: readonly Block[]): DataSeeds {
  const things: Thing[] = [];
  const notSeeded: string[] = [];
  for (const { type, name, body } of data) {
    const maker = dataSources[type];
    if (maker === NEEDS_NOTHING) continue;
    const thing = typeof maker === "function" ? maker(body) : undefined;
    if (thing === undefined && !refersToStack(body)) notSeeded.push(`data.${type}.${name}`);
    if (thing !== undefined && thing !== NAMED) things.push(thing);
  }
  return { things, notSeeded };
}

/** Such a lookup finds what the stacks make, or what another lookup has found. */
function refersToStack(body: Block["body"]): boolean {
  return /[$]\{[^${}]*\b(aws_\w+|data)\.\w/.test(JSON.stringify(body));
}

function byArn(text: string): Found {
  return text.startsWith("arn:") ? NAMED : undefined;
}

function named(value: unknown, make: (text: string) => Found): Found {
  const text = literalText(value);
  return text === undefined ? undefined : make(text);
}
