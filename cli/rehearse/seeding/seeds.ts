import type { Json } from "../../json";
import { isJson } from "../../json";
import { arnSeeds } from "./arn-seeds";
import { dataSeeds } from "./data-seeds";
import { idsIn, networkSeeds } from "./network-seeds";
import type { NetworkSeed, Seed, Seeds, SubnetSeed, Thing } from "./seed";
import type { Block } from "./synthesized";
import { blocksOf, literalText, textOf } from "./synthesized";

export interface StackText {
  readonly region: string;
  readonly synthesized: Json;
}

/** All that stacks take for there, from what they are synthesized to alone. What one of them makes is not seeded. */
export function seedsOf(stacks: readonly StackText[]): Seeds {
  const found = stacks.map(seedsOfStack);
  const made = new Set(
    stacks.flatMap(({ synthesized }) => blocksOf(synthesized, "resource").flatMap(namesOf)),
  );
  const seeds = found.flatMap((one) => one.seeds).filter((seed) => !made.has(nameOf(seed)));
  return {
    seeds: merged(seeds),
    notSeeded: [...new Set(found.flatMap(({ notSeeded }) => notSeeded))],
  };
}

function seedsOfStack({ region, synthesized }: StackText): Seeds {
  const data = blocksOf(synthesized, "data");
  const resources = blocksOf(synthesized, "resource");
  const text = textOf([...data, ...resources]);
  const found = dataSeeds(data);
  const named = arnSeeds(text, region);
  const things: Thing[] = [
    ...networkSeeds(data, resources),
    ...found.things,
    ...resources.flatMap(inResource),
    ...idsIn(text, "fs").map((id): Thing => ({ kind: "file system", id })),
  ];
  return {
    seeds: [...things.map((thing) => ({ ...thing, region })), ...named.seeds],
    notSeeded: [...found.notSeeded, ...named.notSeeded],
  };
}

/** What resources name without an ARN: where a load balancer logs to, which zone a record stands in. */
function inResource({ type, body }: Block): Thing[] {
  const logs = ["access_logs", "connection_logs"].flatMap((name) => [body[name]].flat()).filter(isJson);
  const buckets = logs.flatMap(({ bucket }) => literalText(bucket) ?? []);
  const zone = type === "aws_route53_record" ? literalText(body["zone_id"]) : undefined;
  const parameters = type === "aws_ecs_task_definition" ? parametersIn(body) : [];
  return [
    ...buckets.map((name): Thing => ({ kind: "bucket", name })),
    ...(zone === undefined
      ? []
      : [{ kind: "hosted zone", name: "seeded.example.com", isPrivate: false, id: zone } as const]),
    ...parameters.map((name): Thing => ({ kind: "parameter", name, value: "seeded" })),
  ];
}

/** Secrets of containers that are parameters of SSM, by their names. */
function parametersIn(body: Json): string[] {
  const text = JSON.stringify(body).replaceAll('\\"', '"');
  return [...text.matchAll(/"valueFrom":\s*"([\w./-]+)"/g)].map(([, name = ""]) => name);
}

/** What a resource will be called, where that is known: `parameter /shop/token`. */
function namesOf({ type, body }: Block): string[] {
  const kinds: Readonly<Record<string, readonly [kind: Seed["kind"], field: string]>> = {
    aws_route53_zone: ["hosted zone", "name"],
    aws_ssm_parameter: ["parameter", "name"],
    aws_s3_bucket: ["bucket", "bucket"],
    aws_secretsmanager_secret: ["secret", "name"],
    aws_ecr_repository: ["image repository", "name"],
    aws_sns_topic: ["topic", "name"],
    aws_ecs_cluster: ["cluster", "name"],
    aws_iam_role: ["role", "name"],
  };
  const [kind, field = ""] = kinds[type] ?? [];
  const name = literalText(body[field]);
  if (name === undefined) return [];
  const path = type === "aws_ssm_parameter" ? /^(.+)\/vpc_id$/.exec(name)?.[1] : undefined;
  return [`${kind} ${name}`, ...(path === undefined ? [] : [`VPC ${path}`])];
}

/** What a seed is called in one line, and told from others by. */
export function nameOf(seed: Thing): string {
  switch (seed.kind) {
    case "VPC":
      return `VPC ${seed.id ?? seed.parameterPath ?? (JSON.stringify(seed.tags) === "{}" ? "" : tagText(seed.tags))}`.trim();
    case "key":
      return `key ${seed.arn ?? seed.alias}`;
    case "certificate":
      return `certificate ${seed.arn ?? seed.domain}`;
    case "server certificate":
    case "web ACL":
      return `${seed.kind} ${seed.arn}`;
    case "file system":
      return `file system ${seed.id}`;
    case "hosted zone":
      return `hosted zone ${seed.id ?? seed.name}`;
    default:
      return `${seed.kind} ${seed.name}`;
  }
}

function tagText(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}=${value}`)
    .join(",");
}

/** Two stacks that look for the same thing find one; networks have the subnets that any of them looks for. */
function merged(seeds: readonly Seed[]): Seed[] {
  const known = new Map<string, Seed>();
  for (const seed of seeds) {
    const key = `${seed.region} ${nameOf(seed)}`;
    const before = known.get(key);
    if (before?.kind === "VPC" && seed.kind === "VPC") known.set(key, { ...before, ...both(before, seed) });
    else if (before === undefined || "arn" in seed || "id" in seed) known.set(key, seed);
  }
  return [...known.values()];
}

function both(one: NetworkSeed, other: NetworkSeed): Pick<NetworkSeed, "subnets" | "securityGroups"> {
  const subnets = [...one.subnets, ...other.subnets].map((subnet) => [subnetKey(subnet), subnet] as const);
  return {
    subnets: [...new Map(subnets).values()],
    securityGroups: [...new Set([...one.securityGroups, ...other.securityGroups])],
  };
}

function subnetKey({ id, tags, zone }: SubnetSeed): string {
  return id ?? `${tagText(tags)} ${zone}`;
}
