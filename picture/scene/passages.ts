import {
  anyOf,
  EVERYWHERE,
  every,
  isExact,
  isPublic,
  letsPass,
  passes,
  some,
  UNKNOWN,
  type Block,
  type Known,
  type LoadBalancer,
  type Members,
  type SecurityGroup,
  type Service,
  type Several,
  type Subnet,
  type Truth,
} from "../../traffic/model";
import type { Passage } from "./scene";
import { listed, say, unique } from "./wording";

export const OPEN: Passage = { way: "open" };
const EPHEMERAL = { from: 1024, to: 65535 };

export function closed(because: string): Passage {
  return { way: "closed", because };
}

/** One condition of a passage, what to say if it does not hold, and what to ask if nobody knows. */
interface Condition {
  readonly holds: Truth;
  readonly otherwise: string;
  readonly question: string;
}

/** Open if all conditions hold; otherwise the first that does not, or that nobody can judge, is the reason. */
function passage(conditions: readonly Condition[]): Passage {
  const broken = conditions.find(({ holds }) => holds === false);
  if (broken !== undefined) return closed(broken.otherwise);
  const open = conditions.find(({ holds }) => holds === UNKNOWN);
  return open === undefined ? OPEN : { way: "unknown", because: open.question };
}

/** From the internet to a port of a load balancer. */
export function arrivalAt(door: LoadBalancer, port: Known<number>): Passage {
  const name = groupNames(door.securityGroups);
  return passage([
    {
      holds: anyOf(door.subnets, isPublic),
      otherwise: "its subnets have no route from the internet",
      question: "do its subnets have a route from the internet?",
    },
    {
      holds: isUnfiltered(door.securityGroups) || letsPass(door.securityGroups, "ingress", port, "internet"),
      otherwise: `${name} does not admit ${say(port)} from the internet`,
      question: `does ${name} admit ${say(port)} from the internet?`,
    },
    aclCondition(door.subnets, port, [EVERYWHERE]),
  ]);
}

/** From one holder of security groups to a port of another. */
export function between(from: Members, to: Members, port: Known<number>): Passage {
  const [caller, callee] = [groupNames(from.groups), groupNames(to.groups)];
  return passage([
    {
      holds: letsPass(to.groups, "ingress", port, from),
      otherwise: `${callee} does not admit ${caller} on ${say(port)}`,
      question: `does ${callee} admit ${caller} on ${say(port)}?`,
    },
    {
      holds: isUnfiltered(from.groups) || letsPass(from.groups, "egress", port, to),
      otherwise: `${caller} may not talk to ${callee} on ${say(port)}`,
      question: `may ${caller} talk to ${callee} on ${say(port)}?`,
    },
    aclCondition(to.subnets, port, from.subnets.all.flatMap(blockOf)),
  ]);
}

function aclCondition(subnets: Several<Subnet>, port: Known<number>, peers: readonly Block[]): Condition {
  return {
    holds: isPassed(subnets, port, peers),
    otherwise: `a network ACL stops ${say(port)}`,
    question: `does a network ACL stop ${say(port)}?`,
  };
}

/** From the internet straight to a service's tasks. */
export function directArrival(service: Service, known: readonly number[]): Passage {
  const ports: readonly Known<number>[] = known.length === 0 ? [UNKNOWN] : known;
  const { subnets, securityGroups, assignsPublicAddresses } = service;
  const admits = some(ports.map((port) => letsPass(securityGroups, "ingress", port, "internet")));
  const isOnInternet = subnets.open ? UNKNOWN : some(subnets.all.map(isPublic));
  const routes = every([isOnInternet, assignsPublicAddresses]);
  if (routes === false)
    return closed(isOnInternet === false ? "private subnets, no public address" : "no public address");
  return passage([
    {
      holds: admits,
      otherwise: admittedBy(service),
      question: `does ${groupNames(securityGroups)} admit the internet?`,
    },
    {
      holds: routes,
      otherwise: "no public address",
      question: "are its subnets and addresses public?",
    },
  ]);
}

/** Why one does not reach another on any of some ports, in a few words; undefined if it may on one. */
export function whyNot(from: Members, service: Service, known: readonly number[]): string | undefined {
  const ports: readonly Known<number>[] = known.length === 0 ? [UNKNOWN] : known;
  const to = { groups: service.securityGroups, subnets: service.subnets };
  const passages = ports.map((port) => between(from, to, port));
  if (!passages.every(({ way }) => way === "closed")) return undefined;
  const isAdmitted = ports.some((port) => letsPass(to.groups, "ingress", port, from) !== false);
  const [first] = passages;
  return isAdmitted && first?.way === "closed" ? first.because : admittedBy(service);
}

/** `BACKEND_SG admits only FRONTEND_SG`. */
function admittedBy({ securityGroups }: Service): string {
  const peers = securityGroups.all
    .flatMap(({ rules }) => rules)
    .filter(({ direction }) => direction === "ingress")
    .flatMap((rule) => rule.peers)
    .map((peer) =>
      peer.kind === "group"
        ? peer.group === UNKNOWN
          ? "a group elsewhere"
          : peer.group.name
        : "cidr" in peer
          ? peer.cidr
          : "others",
    );
  const name = groupNames(securityGroups);
  return peers.length === 0 ? `${name} admits nobody` : `${name} admits only ${listed(unique(peers))}`;
}

export function groupNames({ all, open }: Several<SecurityGroup>): string {
  if (all.length === 0) return open ? "its security group" : "no security group";
  return all.map(({ name }) => name).join(" + ");
}

/** A network load balancer without groups filters nothing. */
function isUnfiltered(groups: Several<SecurityGroup>): boolean {
  return isExact(groups) && groups.all.length === 0;
}

/** Whether network ACLs let a request in, and its answer out; unknown where a list can't be read. */
function isPassed(subnets: Several<Subnet>, port: Known<number>, peers: readonly Block[]): Truth {
  if (port === UNKNOWN) return true;
  const answers = subnets.all.flatMap(({ networkAcl }) =>
    peers.flatMap((peer): Truth[] => [
      passes(networkAcl, "ingress", { from: port, to: port }, peer),
      passes(networkAcl, "egress", EPHEMERAL, peer),
    ]),
  );
  return every(answers);
}

function blockOf({ block }: Subnet): readonly Block[] {
  return block === UNKNOWN ? [] : [block];
}
