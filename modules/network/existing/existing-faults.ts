import type { Fault } from "../../errors";
import { fault, problems, requireThat } from "../../errors";

const VPC_ID = /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
const SUBNET_ID = /^subnet-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;

/** How something is found; what is given as a Terraform token is there and undefined. */
export interface KnownLookup {
  readonly ids?: string | readonly (string | undefined)[] | undefined;
  readonly tags?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface KnownExisting {
  readonly vpc: KnownLookup;
  readonly public: KnownLookup;
  readonly private: KnownLookup;
}

/** What is wrong with how a network is to be found. Tokens are not judged. */
export function existingFaults(known: KnownExisting): Fault[] {
  const subnetIds = [...listOf(known.public), ...listOf(known.private)];
  const literalIds = subnetIds.filter((id) => id !== undefined);
  const repeated = literalIds.filter((id, position) => literalIds.indexOf(id) !== position);
  const { ids: vpcId } = known.vpc;
  return [
    ...requireThat(waysOf(known.vpc) === 1, problems.existingVpcSelector, `${waysOf(known.vpc)} of the two`),
    ...requireThat(typeof vpcId !== "string" || VPC_ID.test(vpcId), problems.vpcId, JSON.stringify(vpcId)),
    ...requireThat(
      waysOf(known.private) === 1,
      problems.existingSubnetsSelector,
      `${waysOf(known.private)} of the two`,
      "private subnets",
    ),
    ...requireThat(waysOf(known.public) <= 1, problems.existingSubnetsSelector, "both", "public subnets"),
    ...literalIds
      .filter((id) => !SUBNET_ID.test(id))
      .map((id) => fault(problems.subnetId, JSON.stringify(id))),
    ...requireThat(repeated.length === 0, problems.existingSubnetTwice, [...new Set(repeated)].join(", ")),
    ...emptyLookups(known).map((what) => fault(problems.existingNetworkEmpty, what)),
  ];
}

function waysOf(lookup: KnownLookup): number {
  return ["ids" in lookup, "tags" in lookup].filter(Boolean).length;
}

function listOf({ ids }: KnownLookup): readonly (string | undefined)[] {
  return Array.isArray(ids) ? (ids as readonly (string | undefined)[]) : [];
}

/** An empty list of ids finds nothing, and tags without a name find everything. */
function emptyLookups(known: KnownExisting): string[] {
  return Object.entries(known as unknown as Record<string, KnownLookup>).flatMap(([name, { ids, tags }]) => [
    ...(Array.isArray(ids) && ids.length === 0 ? [`no ids of ${name} subnets`] : []),
    ...(tags !== undefined && Object.keys(tags).length === 0 ? [`no tags of ${whatIs(name)}`] : []),
  ]);
}

function whatIs(name: string): string {
  return name === "vpc" ? "the VPC" : `${name} subnets`;
}
