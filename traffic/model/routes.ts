import { UNKNOWN, type Resource, type Value, type Values } from "../terraform";
import { blocks, text, written, writtenValues } from "./attributes";
import type { Instance } from "./instances";
import type { InternetGateway, NatGateway, Subnet, Vpc } from "./network";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { Known, Truth } from "./truth";

export interface RouteTable extends Part {
  readonly vpc: Known<Vpc>;
  readonly routes: readonly Route[];
  /** True if there may be routes that this file does not show, or that are not certain to be in this table. */
  readonly mayHaveOthers: boolean;
}

export interface Route {
  /** Address of the resource that says so: the route, or the table that it stands in. */
  readonly address: string;
  /** An IPv4 or IPv6 block, or the id of a prefix list. */
  readonly destination: Known<string>;
  readonly target: RouteTarget;
  /** False if it may not be there (`count` before a plan). */
  readonly certain: boolean;
}

export type RouteTarget =
  | { readonly kind: "internet-gateway"; readonly gateway: Known<InternetGateway> }
  | { readonly kind: "nat-gateway"; readonly gateway: Known<NatGateway> }
  | { readonly kind: "nat-instance"; readonly gateway: Known<Instance> }
  /** Peering, transit gateway, firewall, an interface made apart: it leads somewhere, and this model does not follow. */
  | { readonly kind: "elsewhere"; readonly by: string }
  | { readonly kind: "unknown" };

/** The block that means everywhere. */
export const DEFAULT_ROUTE = "0.0.0.0/0";
export const DEFAULT_IPV6_ROUTE = "::/0";

const DESTINATIONS = [
  "destination_cidr_block",
  "cidr_block",
  "destination_ipv6_cidr_block",
  "ipv6_cidr_block",
  "destination_prefix_list_id",
];

const ELSEWHERE = [
  "transit_gateway_id",
  "vpc_peering_connection_id",
  "network_interface_id",
  "instance_id",
  "vpc_endpoint_id",
  "egress_only_gateway_id",
  "carrier_gateway_id",
  "local_gateway_id",
  "core_network_arn",
];

export function routeTable(resource: Resource, parts: Parts): RouteTable {
  const inline = once(() => inlineRoutes(resource, parts.styles.writesSeparately(resource, ["aws_route"])));
  const part = partOf(resource);
  const routes = once(() => [
    ...inline().found.map((values) => route(values, resource, parts)),
    ...parts.routing.routesOf(self).map((one) => route(writtenValues(one), one, parts)),
  ]);
  const self: RouteTable = {
    ...part,
    get vpc() {
      return parts.vpcs.one(written(resource, "vpc_id") ?? resource.values.default_route_table_id) ?? UNKNOWN;
    },
    get routes() {
      return routes();
    },
    get mayHaveOthers() {
      return part.open || inline().isOpen || parts.routing.mayHaveOthers(self);
    },
  };
  return self;
}

/**
 * In a plan, routes that nobody wrote as such are those that AWS reports, or the work of a dynamic block. Where
 * routes are written separately, nobody mixes in the second, and the first are those.
 */
function inlineRoutes(
  resource: Resource,
  isSeparate: boolean,
): { found: readonly Values[]; isOpen: boolean } {
  const isUnset = resource.unset?.has("route") === true;
  const found = isUnset && isSeparate ? [] : blocks(resource.values.route);
  return found === UNKNOWN ? { found: [], isOpen: true } : { found, isOpen: false };
}

/**
 * Where a subnet sends what is meant for the internet; undefined is nowhere. Where one of several tables is meant and
 * all lead to the same kind of target, that is what is known of it.
 */
export function wayOut(subnet: Subnet): Known<RouteTarget> | undefined {
  const { all, open } = subnet.possibleRouteTables;
  if (open || all.length === 0) return UNKNOWN;
  const ways = all.map(defaultWay);
  const [first] = ways;
  if (ways.every((way) => way === first)) return first;
  const kinds = new Set(ways.map((way) => (way === undefined || way === UNKNOWN ? "unknown" : way.kind)));
  if (kinds.size > 1 || first === undefined || first === UNKNOWN) return UNKNOWN;
  return "gateway" in first ? { ...first, gateway: UNKNOWN } : first;
}

function defaultWay(table: RouteTable): Known<RouteTarget> | undefined {
  const fitting = table.routes.filter(
    ({ destination }) => destination === DEFAULT_ROUTE || destination === UNKNOWN,
  );
  const certain = fitting.find((one) => one.certain && one.destination === DEFAULT_ROUTE);
  if (certain !== undefined) return certain.target.kind === "unknown" ? UNKNOWN : certain.target;
  return fitting.length > 0 || table.mayHaveOthers || halves(table) ? UNKNOWN : undefined;
}

/** Where a subnet sends what is meant for the internet by IPv6; undefined is nowhere, or not known. */
export function ipv6WayOut({ routeTable: table }: Subnet): RouteTarget | undefined {
  if (table === UNKNOWN) return undefined;
  return table.routes.find((one) => one.certain && one.destination === DEFAULT_IPV6_ROUTE)?.target;
}

/** True if a subnet's traffic with the internet goes through an internet gateway: it is what is called public. */
export function isPublic(subnet: Subnet): Truth {
  const way = wayOut(subnet);
  return way === UNKNOWN ? UNKNOWN : way?.kind === "internet-gateway";
}

/** Two halves of the internet, or a prefix list, may do what a default route does. */
function halves(table: RouteTable): boolean {
  return table.routes.some(
    ({ destination }) => typeof destination === "string" && /\/1$|^pl-/.test(destination),
  );
}

function route(values: Values, { address, many }: Resource, parts: Parts): Route {
  const destination = DESTINATIONS.map((name) => text(values[name])).find((one) => one !== undefined);
  return {
    address,
    destination: destination ?? UNKNOWN,
    target: target(values, parts),
    certain: many !== true,
  };
}

function target(values: Values, parts: Parts): RouteTarget {
  if (isSet(values.nat_gateway_id))
    return { kind: "nat-gateway", gateway: parts.natGateways.one(values.nat_gateway_id) ?? UNKNOWN };
  if (isSet(values.gateway_id)) return gatewayTarget(values.gateway_id, parts);
  const machine = instanceTarget(values, parts);
  if (machine !== undefined) return machine;
  const by = ELSEWHERE.find((name) => isSet(values[name]));
  return by === undefined ? { kind: "unknown" } : { kind: "elsewhere", by };
}

/** By its first interface, or by itself as older providers had it. */
function instanceTarget(values: Values, parts: Parts): RouteTarget | undefined {
  const { network_interface_id: byInterface, instance_id: byInstance } = values;
  const gateway = parts.instances.one(isSet(byInterface) ? byInterface : byInstance);
  return gateway === undefined || gateway === UNKNOWN ? undefined : { kind: "nat-instance", gateway };
}

/** `gateway_id` names internet gateways and virtual private gateways alike. */
function gatewayTarget(value: Value, parts: Parts): RouteTarget {
  const gateway = parts.internetGateways.one(value);
  const isInternet = gateway !== UNKNOWN || (typeof value === "string" && value.startsWith("igw-"));
  if (isInternet) return { kind: "internet-gateway", gateway: gateway ?? UNKNOWN };
  return typeof value === "string" ? { kind: "elsewhere", by: "gateway_id" } : { kind: "unknown" };
}

/** An attribute that is unknown because the provider fills it in is not a target. */
function isSet(value: Value): boolean {
  return value !== undefined && value !== null && value !== "";
}
