import { UNKNOWN, type Resource, type Value, type Values } from "../terraform";
import { blocks, flag, number, text, texts, written, writtenValues } from "./attributes";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { Ports } from "./network-acls";
import { protocolOf } from "./protocols";
import type { Known } from "./truth";
import type { Vpc } from "./network";

export interface SecurityGroup extends Part {
  readonly vpc: Known<Vpc>;
  readonly rules: readonly TrafficRule[];
  /** True if there may be rules that this file does not show. */
  readonly mayHaveOthers: boolean;
  /** Directions whose rules are written as blocks of the group itself, or as a list that says there are none. */
  readonly inlineDirections: readonly ("ingress" | "egress")[];
}

/** What a group lets pass. */
export interface TrafficRule {
  /** Address of the resource that says so: the rule, or the group that it stands in. */
  readonly address: string;
  readonly constructPath?: string;
  readonly direction: Known<"ingress" | "egress">;
  /** `tcp`, `udp`, …, or `-1` for all of them, on all ports. */
  readonly protocol: Known<string>;
  readonly ports: Known<Ports>;
  readonly peers: readonly Peer[];
  readonly isInline: boolean;
  /** False if it may not be there, or not in this group. */
  readonly certain: boolean;
}

/** Who is at the other end. */
export type Peer =
  | { readonly kind: "ipv4"; readonly cidr: string }
  | { readonly kind: "ipv6"; readonly cidr: string }
  | { readonly kind: "group"; readonly group: Known<SecurityGroup> }
  | { readonly kind: "prefix-list"; readonly id: Known<string> }
  | { readonly kind: "unknown" };

export const GROUP_RULES = [
  "aws_security_group_rule",
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
];

const DIRECTIONS = ["ingress", "egress"] as const;

export function securityGroup(resource: Resource, parts: Parts): SecurityGroup {
  const inline = once(() => inlineRules(resource, self, parts));
  const rules = once((): readonly TrafficRule[] => [
    ...inline().rules,
    ...parts.owned.groupRules.of(self).map((one) => separateRule(one, self, parts, one.many !== true)),
    ...parts.owned.groupRules.maybeOf(self).map((one) => separateRule(one, self, parts, false)),
  ]);
  const self: SecurityGroup = {
    ...partOf(resource),
    get vpc() {
      return parts.vpcs.one(written(resource, "vpc_id")) ?? UNKNOWN;
    },
    get rules() {
      return rules();
    },
    get mayHaveOthers() {
      return self.open || inline().isOpen;
    },
    inlineDirections: DIRECTIONS.filter((direction) => isWrittenInline(resource, direction, parts)),
  };
  return self;
}

/** A state reports all rules of a group as its own, however they were made. `ingress = []` takes all rules away. */
function isWrittenInline(resource: Resource, direction: string, { kind }: Parts): boolean {
  const value = resource.values[direction];
  const isWritten = kind !== "state" && resource.unset?.has(direction) !== true;
  return isWritten && value !== undefined && value !== null && blocks(value) !== UNKNOWN;
}

type Inlined = readonly [direction: "ingress" | "egress", blocks: Known<readonly Values[]>];

interface Inline {
  readonly rules: readonly TrafficRule[];
  readonly isOpen: boolean;
}

/**
 * In a plan, rules that nobody wrote as such are those that AWS reports, or the work of a dynamic block: the file does
 * not tell the two apart. Where rules are written separately, nobody mixes in the second, and the first are those.
 */
function inlineRules(resource: Resource, self: SecurityGroup, parts: Parts): Inline {
  const { address, constructPath, many, unset } = resource;
  const isSeparate = parts.styles.writesSeparately(resource, GROUP_RULES);
  const found = DIRECTIONS.filter((direction) => !(isSeparate && unset?.has(direction) === true)).map(
    (direction): Inlined => [direction, blocks(resource.values[direction])],
  );
  const rules = found.flatMap(([direction, values]) =>
    (values === UNKNOWN ? [] : values).map((one) => ({
      ...rule(one, direction, self, parts),
      address,
      ...(constructPath === undefined ? {} : { constructPath }),
      isInline: true,
      certain: many !== true,
    })),
  );
  const isUnread = found.some(([direction, values]) => values === UNKNOWN && unset?.has(direction) !== true);
  const isSilent = rules.length === 0 && found.some(([, values]) => values === UNKNOWN);
  return { rules, isOpen: isUnread || isSilent };
}

type Said = Pick<TrafficRule, "direction" | "protocol" | "ports" | "peers">;

function rule(values: Values, direction: TrafficRule["direction"], self: SecurityGroup, parts: Parts): Said {
  return { direction, ...span(values), peers: peersIn(values, self, parts) };
}

function separateRule(resource: Resource, self: SecurityGroup, parts: Parts, certain: boolean): TrafficRule {
  const { address, type, constructPath } = resource;
  const values = writtenValues(resource);
  const said = text(values.type);
  const direction = type.endsWith("_rule") && said !== undefined ? said : directionOf(type);
  return {
    ...rule(values, isDirection(direction) ? direction : UNKNOWN, self, parts),
    address,
    ...(constructPath === undefined ? {} : { constructPath }),
    isInline: false,
    certain,
  };
}

function directionOf(type: string): string {
  return type.includes("ingress") ? "ingress" : type.includes("egress") ? "egress" : "";
}

function isDirection(value: unknown): value is "ingress" | "egress" {
  return value === "ingress" || value === "egress";
}

function span(values: Values): Pick<TrafficRule, "protocol" | "ports"> {
  const protocol = protocolOf(values.ip_protocol ?? values.protocol);
  const from = number(values.from_port) ?? 0;
  const to = number(values.to_port) ?? 65535;
  const all = { from: 0, to: 65535 };
  if (protocol === "-1") return { protocol, ports: all };
  return { protocol, ports: from === UNKNOWN || to === UNKNOWN ? UNKNOWN : { from, to } };
}

function peersIn(values: Values, self: SecurityGroup, parts: Parts): readonly Peer[] {
  const ipv4 = [...texts(values.cidr_blocks), ...texts(values.cidr_ipv4)];
  const ipv6 = [...texts(values.ipv6_cidr_blocks), ...texts(values.cidr_ipv6)];
  const lists = [...texts(values.prefix_list_ids), ...texts(values.prefix_list_id)];
  const isSelf = flag(values.self) ?? false;
  return [
    ...ipv4.map((cidr): Peer => (cidr === UNKNOWN ? { kind: "unknown" } : { kind: "ipv4", cidr })),
    ...ipv6.map((cidr): Peer => (cidr === UNKNOWN ? { kind: "unknown" } : { kind: "ipv6", cidr })),
    ...lists.map((id): Peer => ({ kind: "prefix-list", id })),
    ...groupsIn(values.source_security_group_id, parts),
    ...groupsIn(values.referenced_security_group_id, parts),
    ...groupsIn(values.security_groups, parts),
    ...(isSelf === UNKNOWN ? [{ kind: "unknown" } as const] : []),
    ...(isSelf === true ? [{ kind: "group", group: self } as const] : []),
  ];
}

function groupsIn(value: Value, parts: Parts): Peer[] {
  const { all, among, open } = parts.securityGroups.several(value);
  const known = among ? [] : all.map((group): Peer => ({ kind: "group", group }));
  return open || among ? [...known, { kind: "group", group: UNKNOWN }] : known;
}
