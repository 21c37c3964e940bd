import type { NetworkSeed, SubnetSeed } from "./seed";
import type { Block } from "./synthesized";
import { filteredTags, literalText, textOf } from "./synthesized";

/** The end of a parameter's name that a NetworkContract writes. */
const CONTRACT = /^(\/.+)\/(vpc_id|cidr_block|zones|public_subnet_ids|private_subnet_ids)$/;
const SUBNETS_FOUND_BY_TAGS = 2;

/** The networks that the data sources of a stack look for, each with its subnets; nothing if it looks for none. */
export function networkSeeds(data: readonly Block[], resources: readonly Block[]): NetworkSeed[] {
  const lookups = data.filter(({ type }) => type === "aws_vpc").filter(isKnown);
  const text = textOf([...data, ...resources]);
  const known = idsIn(text, "subnet");
  const networks = lookups.map((vpc, position): NetworkSeed => {
    const own = data.filter((block) => vpcOf(block, lookups) === vpc);
    const named = new Set(own.flatMap(({ body }) => literalText(body["id"]) ?? []));
    const others = position === 0 ? known.filter((id) => !isLookedUp(id, data) && !named.has(id)) : [];
    return {
      ...{ kind: "VPC", ...identity(vpc), tags: filteredTags(vpc.body) },
      subnets: [...subnetsOf(own), ...others.map((id, zone) => ({ id, tags: {}, zone }))],
      securityGroups: position === 0 ? idsIn(text, "sg") : [],
    };
  });
  const told = toldNetworks(data);
  if (networks.length + told.length > 0) return [...networks, ...told];
  const securityGroups = idsIn(text, "sg");
  const subnets = known.map((id, zone): SubnetSeed => ({ id, tags: {}, zone }));
  if (securityGroups.length + subnets.length === 0) return [];
  return [{ kind: "VPC", tags: {}, subnets, securityGroups }];
}

/** `sg-0123456789abcdef0` and its like, wherever it stands. */
export function idsIn(text: string, kind: string): string[] {
  const found = text.matchAll(new RegExp(`(?<![\\w-])${kind}-[0-9a-f]{8,40}(?![\\w-])`, "g"));
  return [...new Set([...found].map(([id]) => id))].sort();
}

/** Networks that are read from parameters, by the path of these. */
function toldNetworks(data: readonly Block[]): NetworkSeed[] {
  const names = data
    .filter(({ type }) => type === "aws_ssm_parameter")
    .map(({ body }) => literalText(body["name"]));
  const paths = new Set(names.flatMap((name = "") => contractPath(name) ?? []));
  return [...paths].map((parameterPath) => ({
    ...{ kind: "VPC", tags: {}, securityGroups: [], parameterPath },
    subnets: [0, 1, 0, 1].map((zone) => ({ tags: {}, zone })),
  }));
}

export function contractPath(parameter: string): string | undefined {
  return CONTRACT.exec(parameter)?.[1];
}

/** A VPC that a stack makes itself, or reads elsewhere, is no lookup; the default one stands in every account. */
function isKnown({ body }: Block): boolean {
  return body["default"] !== true && (body["id"] === undefined || literalText(body["id"]) !== undefined);
}

function identity({ body }: Block): { readonly id?: string } {
  const id = literalText(body["id"]);
  return id === undefined ? {} : { id };
}

/** The lookup that a subnet refers to; the first one if it refers to none. */
function vpcOf(block: Block, vpcs: readonly Block[]): Block | undefined {
  if (!block.type.startsWith("aws_subnet")) return undefined;
  const text = JSON.stringify(block.body);
  const referred = vpcs.find(({ name, body }) => {
    const id = literalText(body["id"]);
    return text.includes(`data.aws_vpc.${name}.`) || (id !== undefined && text.includes(id));
  });
  return referred ?? (text.includes("_vpc.") ? undefined : vpcs[0]);
}

function isLookedUp(id: string, data: readonly Block[]): boolean {
  return data.some(({ type, body }) => type === "aws_subnet" && body["id"] === id);
}

/** Those of one construct lie in a zone each; tags that are looked for find two. */
function subnetsOf(own: readonly Block[]): SubnetSeed[] {
  const zones = new Map<string, number>();
  const next = (tier: string): number => {
    const zone = zones.get(tier) ?? 0;
    zones.set(tier, zone + 1);
    return zone;
  };
  return own.flatMap(({ type, body, parent }) => {
    const id = literalText(body["id"]);
    const tags = filteredTags(body);
    if (id !== undefined) return [{ id, tags, zone: next(parent) }];
    if (Object.keys(tags).length === 0) return [];
    const count = type === "aws_subnets" ? SUBNETS_FOUND_BY_TAGS : 1;
    return Array.from({ length: count }, () => ({ tags, zone: next(parent) }));
  });
}
