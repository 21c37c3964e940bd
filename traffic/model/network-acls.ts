import { UNKNOWN, type Resource, type Value, type Values } from "../terraform";
import { blocks, flag, number, text, written } from "./attributes";
import { blockOf, contains, overlap, type Block } from "./cidr";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import { protocolOf } from "./protocols";
import type { Known, Truth } from "./truth";
import type { Vpc } from "./network";

export interface NetworkAcl extends Part {
  readonly vpc: Known<Vpc>;
  readonly entries: readonly AclEntry[];
  /** True if there may be entries that this file does not show. */
  readonly mayHaveOthers: boolean;
}

export interface AclEntry {
  readonly address: string;
  readonly direction: Known<"ingress" | "egress">;
  readonly number: Known<number>;
  readonly isAllowed: Known<boolean>;
  readonly protocol: Known<string>;
  readonly ports: Known<Ports>;
  /** Undefined is an IPv6 entry. */
  readonly block: Known<Block> | undefined;
}

export interface Ports {
  readonly from: number;
  readonly to: number;
}

interface Inline {
  readonly direction: "ingress" | "egress";
  readonly found: Known<readonly Values[]>;
}

export function networkAcl(resource: Resource, parts: Parts): NetworkAcl {
  const inline = (["ingress", "egress"] as const).map((direction): Inline => ({
    direction,
    found: blocks(written(resource, direction)),
  }));
  const entries = once(() => [
    ...inline.flatMap(({ direction, found }) =>
      (found === UNKNOWN ? [] : found).map((values) => entry(resource, values, direction)),
    ),
    ...parts.filtering.entriesOf(self).map((one) => separateEntry(one)),
  ]);
  const self: NetworkAcl = {
    ...partOf(resource),
    get vpc() {
      return parts.vpcs.one(written(resource, "vpc_id") ?? resource.values.default_network_acl_id) ?? UNKNOWN;
    },
    get entries() {
      return entries();
    },
    get mayHaveOthers() {
      const isOpen = resource.isData === true || resource.many === true;
      return isOpen || inline.some(({ found }) => found === UNKNOWN) || parts.filtering.mayHaveOthers(self);
    },
  };
  return self;
}

/** Whether a list lets TCP packets of some ports pass between its subnets and a block: the first entry that fits decides. */
export function passes(
  acl: Known<NetworkAcl> | undefined,
  direction: "ingress" | "egress",
  ports: Ports,
  peer: Block,
): Truth {
  if (acl === undefined) return true;
  if (acl === UNKNOWN || acl.mayHaveOthers || acl.entries.some(isUnclear)) return UNKNOWN;
  const fitting = acl.entries
    .filter((one) => one.direction === direction)
    .sort((one, other) => Number(one.number) - Number(other.number))
    .map((one) => ({ isAllowed: one.isAllowed === true, fit: fitOf(one, ports, peer) }))
    .filter(({ fit }) => fit !== "none");
  const last = fitting.findIndex(({ fit }) => fit === "whole");
  const deciding = last < 0 ? [...fitting, { isAllowed: false }] : fitting.slice(0, last + 1);
  const verdict = deciding.at(-1)?.isAllowed === true;
  return deciding.every(({ isAllowed }) => isAllowed === verdict) ? verdict : UNKNOWN;
}

function isUnclear(one: AclEntry): boolean {
  const { direction, number: priority, isAllowed, protocol, ports, block } = one;
  return ([direction, priority, isAllowed, protocol, ports, block] as readonly unknown[]).includes(UNKNOWN);
}

function fitOf({ protocol, ports, block }: AclEntry, wanted: Ports, peer: Block): "whole" | "part" | "none" {
  if (block === undefined || block === UNKNOWN || ports === UNKNOWN) return "none";
  if (protocol !== "-1" && protocol !== "tcp") return "none";
  const isEvery = protocol === "-1";
  if (!overlap(block, peer) || (!isEvery && (ports.to < wanted.from || wanted.to < ports.from)))
    return "none";
  const covers = isEvery || (ports.from <= wanted.from && wanted.to <= ports.to);
  return covers && contains(block, peer) ? "whole" : "part";
}

function entry({ address }: Resource, values: Values, direction: "ingress" | "egress"): AclEntry {
  const action = text(values.action);
  return {
    address,
    direction,
    number: number(values.rule_no) ?? UNKNOWN,
    isAllowed: typeof action === "string" ? action.toLowerCase() === "allow" : UNKNOWN,
    ...matched(values),
  };
}

function separateEntry({ address, values }: Resource): AclEntry {
  const isEgress = flag(values.egress) ?? false;
  const action = text(values.rule_action);
  return {
    address,
    direction: isEgress === UNKNOWN ? UNKNOWN : isEgress ? "egress" : "ingress",
    number: number(values.rule_number) ?? UNKNOWN,
    isAllowed: typeof action === "string" ? action.toLowerCase() === "allow" : UNKNOWN,
    ...matched(values),
  };
}

function matched(values: Values): Pick<AclEntry, "protocol" | "ports" | "block"> {
  const from = number(values.from_port) ?? 0;
  const to = number(values.to_port) ?? 0;
  return {
    protocol: protocolOf(values.protocol),
    ports: from === UNKNOWN || to === UNKNOWN ? UNKNOWN : { from, to },
    block: blockIn(values.cidr_block),
  };
}

function blockIn(value: Value): Known<Block> | undefined {
  const cidr = text(value);
  return typeof cidr === "string" ? (blockOf(cidr) ?? UNKNOWN) : cidr;
}
