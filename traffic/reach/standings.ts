import { ifKnown, listenerOf, UNKNOWN, type Landscape, type Listener } from "../model";
import type { Terraform } from "../terraform";
import { bestTrail } from "./carries";
import { door, INTERNET, service, type DoorParty, type ServiceParty } from "./parties";
import { isOpenInPart, listed, verdict, type Trail } from "./step";
import { Unclear } from "./unclear";

/** Whether the internet reaches a load balancer or a service, and why that is said. */
export interface Standing {
  readonly kind: "load-balancer" | "service";
  readonly name: string;
  readonly address: string;
  readonly constructPath?: string;
  /** `"in part"` is in some zones only. */
  readonly reached: boolean | "in part" | "unknown";
  /** The way, what stops it, or what is not known. */
  readonly because: string;
}

/** Everybody who could be reached, in the order of the file. Pure. */
export function standings(landscape: Landscape, terraform: Terraform): readonly Standing[] {
  const unclear = new Unclear(terraform);
  const parties = [...landscape.loadBalancers.map(door), ...landscape.services.map(service)];
  return parties.map((party) => standing(party, landscape, unclear));
}

function standing(party: DoorParty | ServiceParty, landscape: Landscape, unclear: Unclear): Standing {
  const { kind, name, part } = party;
  const { address, constructPath } = part;
  const trail = bestTrail(landscape, INTERNET, party);
  const said = { kind, name, address, ...(constructPath === undefined ? {} : { constructPath }) };
  const truth = verdict(trail);
  if (truth === true) return { ...said, reached: true, because: wayTo(party, landscape) };
  if (truth === UNKNOWN) return { ...said, reached: "unknown", because: unclear.reason(trail, party) };
  return { ...said, reached: isOpenInPart(trail) ? "in part" : false, because: causeOf(party, trail) };
}

/** Nobody is meant to reach a service that is registered nowhere. */
function causeOf(party: DoorParty | ServiceParty, trail: Trail): string {
  const registrations = party.kind === "service" ? ifKnown(party.part.registrations) : undefined;
  if (registrations?.length === 0) return "it is not registered with a load balancer";
  return trail.find(({ holds }) => holds === false)?.cause ?? "";
}

function wayTo(party: DoorParty | ServiceParty, landscape: Landscape): string {
  const listeners = party.kind === "service" ? listenersBefore(party) : party.part.listeners;
  const open = listeners.filter(
    ({ port }) => port !== UNKNOWN && verdict(bestTrail(landscape, INTERNET, party, port)) === true,
  );
  if (open.length === 0) return party.kind === "service" ? "at addresses of its own" : "";
  const numbers = open.map(({ port }) => Number(port)).sort((one, other) => one - other);
  const ports = `on port ${listed(numbers.map(String))}`;
  const doors = open.flatMap(({ loadBalancer }) => ifKnown(loadBalancer)?.name ?? []);
  return party.kind === "service" ? `through ${listed(doors)} ${ports}` : ports;
}

function listenersBefore({ part }: ServiceParty): Listener[] {
  const groups = (ifKnown(part.registrations) ?? []).flatMap((one) => ifKnown(one.targetGroup) ?? []);
  const all = groups.flatMap(({ forwarders }) => forwarders.flatMap((by) => ifKnown(listenerOf(by)) ?? []));
  return [...new Set(all)];
}
