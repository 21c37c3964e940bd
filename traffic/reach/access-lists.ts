import { about, EVERYWHERE, passes, UNKNOWN } from "../model";
import type { AclEntry, Block, Known, NetworkAcl, Ports, Several, Subnet, Truth } from "../model";
import { closedInPart, verdict, type Step } from "./step";
import { inEach } from "./zones";

/** Ports on which answers come back to anybody: clients choose among them. */
const ANSWERS: Ports = { from: 1024, to: 65535 };
/** Among which a container's own Linux chooses. https://docs.kernel.org/networking/ip-sysctl.html */
const ANSWERS_TO_CONTAINERS: Ports = { from: 32768, to: 60999 };
/** On which every system's clients wait for answers: where these are kept back, hardly anybody gets any. */
const ANSWERS_TO_ALL: Ports = { from: 49152, to: 60999 };

export type Client = "anybody" | "container";

/** Lists of subnets that the internet connects to: in on the port, and answers out. */
export function listsFromInternet(subnets: Several<Subnet>, whose: string, port: Known<number>): Step[] {
  return inEach(subnets, whose, (subnet) => [
    lets(subnet, "ingress", ports(port), "internet"),
    lets(subnet, "egress", ANSWERS, "internet"),
  ]).filter(isWorthALine);
}

/** The list of a NAT gateway's subnet, towards whom it serves: what passes keeps the private address at that side only. */
export function listsOfNat(home: Subnet, served: Subnet, port: Known<number>): Step[] {
  if (home === served) return [];
  return [lets(home, "ingress", ports(port), served), lets(home, "egress", ANSWERS_TO_CONTAINERS, served)];
}

/** Lists of a subnet from which the internet is reached: out on the port, and answers in. */
export function listsToInternet(subnet: Subnet, port: Known<number>, client: Client): Step[] {
  return [
    lets(subnet, "egress", ports(port), "internet"),
    lets(subnet, "ingress", answersTo(client), "internet"),
  ];
}

/** Lists between all subnets of two parties. */
export function listsBetweenAll(
  from: Several<Subnet>,
  to: Several<Subnet>,
  port: Known<number>,
  client: Client,
): Step[] {
  const pairs = from.all.flatMap((one) => to.all.map((other) => listsBetween(one, other, port, client)));
  const isForAll = pairs.every((steps) => verdict(steps) === false);
  const steps = closedInPart(pairs.flat().filter(isWorthALine), isForAll);
  const isCertain = !from.among && !to.among;
  return steps.map((step) => (step.holds === false && !isCertain ? { ...step, holds: UNKNOWN } : step));
}

/** Lists between two subnets, there and back. Inside one subnet none is asked. */
function listsBetween(from: Subnet, to: Subnet, port: Known<number>, client: Client): Step[] {
  if (from === to) return [];
  const answers = answersTo(client);
  return [
    lets(from, "egress", ports(port), to),
    lets(to, "ingress", ports(port), from),
    lets(to, "egress", answers, from),
    lets(from, "ingress", answers, to),
  ];
}

function lets(
  subnet: Subnet,
  direction: "ingress" | "egress",
  wanted: Known<Ports>,
  peer: Subnet | "internet",
): Step {
  const acl = subnet.networkAcl;
  const name = acl === undefined || acl === UNKNOWN ? "the network ACL" : `network ACL ${acl.name}`;
  const what = isForAnswers(wanted) ? `answers (${text(wanted)})` : text(wanted);
  const way = direction === "ingress" ? "in" : "out";
  const other = peer === "internet" ? "the internet" : peer.name;
  const towards = `${direction === "ingress" ? "from" : "to"} ${other}`;
  return {
    holds:
      peer === "internet"
        ? passesInternet(acl, direction, wanted)
        : passesSubnet(acl, direction, wanted, peer),
    passed: acl === undefined ? undefined : `${name} lets ${what} ${way}`,
    cause: `${name} of ${subnet.name} does not let ${what} ${way} ${towards}`,
    fix: `allow TCP ${text(wanted)} ${towards} in an ${direction} entry whose number is below what denies it`,
    question: `${name} of ${subnet.name} lets ${what} ${way} ${towards}`,
  };
}

/** Nobody's list is asked where there is none but the default of the VPC, which lets everything pass. */
function isWorthALine({ holds, passed }: Step): boolean {
  return holds !== true || passed !== undefined;
}

type Acl = Known<NetworkAcl> | undefined;
type Direction = "ingress" | "egress";

function passesSubnet(acl: Acl, direction: Direction, wanted: Known<Ports>, { block }: Subnet): Truth {
  if (acl === undefined) return true;
  return about(wanted, (ports) => about(block, (peer) => passesAll(acl, direction, ports, peer)));
}

/** Entries for some addresses only are left out: they neither open nor close anything to the internet as a whole. */
function passesInternet(acl: Acl, direction: Direction, wanted: Known<Ports>): Truth {
  if (acl === undefined) return true;
  if (acl === UNKNOWN || wanted === UNKNOWN) return UNKNOWN;
  const entries = acl.entries.filter((one) => !isNarrow(one));
  const { mayHaveOthers } = acl;
  return passesAll({ ...acl, entries, mayHaveOthers }, direction, wanted, EVERYWHERE);
}

/** Of a range for answers, a part may be kept back from clients that never use it. */
function passesAll(acl: Acl, direction: Direction, wanted: Ports, peer: Block): Truth {
  const whole = passes(acl, direction, wanted, peer);
  if (whole !== UNKNOWN || !isForAnswers(wanted)) return whole;
  return passes(acl, direction, ANSWERS_TO_ALL, peer) === false ? false : UNKNOWN;
}

function isNarrow({ block }: AclEntry): boolean {
  return block !== undefined && block !== UNKNOWN && block.prefix > 1;
}

function isForAnswers(wanted: Known<Ports>): boolean {
  return wanted === ANSWERS || wanted === ANSWERS_TO_CONTAINERS;
}

function answersTo(client: Client): Ports {
  return client === "anybody" ? ANSWERS : ANSWERS_TO_CONTAINERS;
}

function ports(port: Known<number>): Known<Ports> {
  return port === UNKNOWN ? UNKNOWN : { from: port, to: port };
}

function text(wanted: Known<Ports>): string {
  if (wanted === UNKNOWN) return "any port";
  return wanted.from === wanted.to ? String(wanted.from) : `${wanted.from}-${wanted.to}`;
}
