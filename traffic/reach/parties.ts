import { printed } from "../printed";
import type { Landscape, LoadBalancer, Part, SecurityGroup, Service, Several, Subnet } from "../model";
import { exactly, ifKnown } from "../model";

/** Whoever is named by address, construct path or name, or by a construct: whatever has a `node.path`. */
export type End = string | { readonly node: { readonly path: string } };

export interface Internet {
  readonly kind: "internet";
  readonly name: string;
}

/** Somebody in a VPC. */
export interface Inside<Kind extends string, T extends Part> {
  readonly kind: Kind;
  readonly name: string;
  readonly part: T;
  readonly groups: Several<SecurityGroup>;
  readonly subnets: Several<Subnet>;
}

export type ServiceParty = Inside<"service", Service>;
export type DoorParty = Inside<"load-balancer", LoadBalancer>;
/** Whoever is a member of the group, wherever that is: only the rules of groups are asked. */
export type GroupParty = Inside<"security-group", SecurityGroup>;
export type InsideParty = ServiceParty | DoorParty | GroupParty;

export const INTERNET: Internet = { kind: "internet", name: "the internet" };

export function partyOf(end: End, landscape: Landscape): Internet | InsideParty {
  if (end === "internet") return INTERNET;
  const parties = partiesIn(landscape);
  const tests = typeof end === "string" ? [isAddress(end), isPath(end), isName(end), isLastWord(end)] : [];
  for (const test of typeof end === "string" ? tests : [isPath(end.node.path)])
    for (const kind of parties) {
      const [found, ...others] = kind.filter(({ part }) => test(part));
      if (found !== undefined && others.length === 0) return found;
      if (found !== undefined) throw new Error(ambiguous(end, [found, ...others]));
    }
  throw new Error(nobody(end, parties.flat()));
}

export function service(part: Service): ServiceParty {
  return {
    kind: "service",
    name: part.name,
    part,
    get groups() {
      return part.securityGroups;
    },
    get subnets() {
      return part.subnets;
    },
  };
}

export function door(part: LoadBalancer): DoorParty {
  return {
    kind: "load-balancer",
    name: part.name,
    part,
    get groups() {
      return part.securityGroups;
    },
    get subnets() {
      return part.subnets;
    },
  };
}

/** Members may be in any subnet of the VPC. */
function group(part: SecurityGroup): GroupParty {
  return {
    kind: "security-group",
    name: part.name,
    part,
    groups: exactly([part]),
    get subnets() {
      const vpc = ifKnown(part.vpc);
      return { all: vpc?.subnets ?? [], among: false, open: vpc?.open ?? true };
    },
  };
}

/** A construct that holds more than one of these is taken for its service, then for its load balancer. */
function partiesIn({
  services,
  loadBalancers,
  securityGroups,
}: Landscape): readonly (readonly InsideParty[])[] {
  return [services.map(service), loadBalancers.map(door), securityGroups.map(group)];
}

type Test = (part: Part) => boolean;

const isAddress =
  (end: string): Test =>
  ({ address }) =>
    address === end;
const isPath =
  (end: string): Test =>
  ({ constructPath: path }) =>
    path !== undefined && `${path}/`.startsWith(`${end}/`);
const isName =
  (end: string): Test =>
  ({ name }) =>
    name === end;
const isLastWord =
  (end: string): Test =>
  ({ address }) =>
    address.split(".").at(-1) === end;

function ambiguous(end: End, found: readonly InsideParty[]): string {
  const addresses = printed(found.map(({ part }) => part.address).join(", "));
  return `${textOf(end)} means more than one: ${addresses}. Name one by its address.`;
}

function nobody(end: End, parties: readonly InsideParty[]): string {
  const known = parties.map(({ name, part }) => printed(`  ${part.constructPath ?? part.address} (${name})`));
  const hasPaths = parties.some(({ part }) => part.constructPath !== undefined);
  const why =
    typeof end !== "string" && !hasPaths
      ? " This JSON has no construct paths (plans, states and Testing.synth leave them out): name it by address, or give the stack itself."
      : "";
  return [`nobody here is ${textOf(end)}.${why} There are:`, ...known].join("\n");
}

function textOf(end: End): string {
  return printed(JSON.stringify(typeof end === "string" ? end : end.node.path));
}
