import { UNKNOWN } from "../terraform";
import { blockOf } from "./cidr";
import type { Peer, TrafficRule } from "./security-groups";

/** Whether a rule is certain to let all of the internet in, over either version of IP or one of them. */
export function opensToInternet({ direction, certain, peers }: TrafficRule, over?: "ipv4" | "ipv6"): boolean {
  return direction === "ingress" && certain && peers.some((peer) => isEveryone(peer) && isOver(peer, over));
}

/** Whether a rule is for every port there is, of one protocol or of all. */
export function opensEveryPort({ protocol, ports }: TrafficRule): boolean {
  if (protocol === "-1") return true;
  return ports !== UNKNOWN && protocol !== UNKNOWN && ports.from <= 1 && ports.to >= 65535;
}

function isEveryone(peer: Peer): boolean {
  if (peer.kind === "ipv6") return /^(::|0(:0){7})\/0$/.test(peer.cidr);
  return peer.kind === "ipv4" && blockOf(peer.cidr)?.prefix === 0;
}

function isOver({ kind }: Peer, over: "ipv4" | "ipv6" | undefined): boolean {
  return over === undefined || kind === over;
}
