import type { Landscape } from "../../traffic/model";

/**
 * What a picture shows, as plain data: words as they will be read, and who is connected to whom. It knows no
 * coordinates and no colours.
 */
export interface Scene {
  /** What the picture is called: the stack's name. */
  readonly name: string;
  /** Where it was read from. */
  readonly kind: Landscape["kind"];
  /** The VPCs, such as `learning-app 10.0.0.0/16`. */
  readonly networks: readonly string[];
  /** Availability Zones, the columns. Never empty. */
  readonly zones: readonly string[];
  readonly cells: readonly Cell[];
  /** Name of the internet gateway; undefined if there is none. */
  readonly gateway: string | undefined;
  readonly doors: readonly Door[];
  readonly lanes: readonly Lane[];
  readonly calls: readonly Call[];
  readonly nats: readonly Nat[];
  readonly endpoints: readonly EndpointMark[];
}

/** Subnets by the way in which the internet is reached from them. */
export type Row = "public" | "private" | "unknown";
export const ROWS: readonly Row[] = ["public", "private", "unknown"];

/** Whether traffic passes, and if not, or if nobody can say, why. */
export type Passage =
  | { readonly way: "open" }
  | { readonly way: "closed"; readonly because: string }
  | { readonly way: "unknown"; readonly because: string };

/** The subnets of one row in one zone. */
export interface Cell {
  readonly row: Row;
  /** Index of the zone. */
  readonly zone: number;
  readonly subnets: readonly SubnetMark[];
  readonly exit: Exit;
}

export interface SubnetMark {
  readonly name: string;
  /** Its IPv4 block; empty if it is not known. */
  readonly block: string;
}

/** How traffic for the internet leaves a cell. */
export type Exit =
  | { readonly kind: "gateway" }
  | { readonly kind: "nat"; readonly nat: string }
  | { readonly kind: "other"; readonly says: string }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/** A load balancer. */
export interface Door {
  readonly id: string;
  readonly name: string;
  readonly row: Row;
  /** Such as `internet-facing load balancer`. */
  readonly scheme: string;
  readonly isInternetFacing: boolean;
  readonly groups: readonly string[];
  readonly listeners: readonly ListenerMark[];
  /** Ports that its groups open to the internet although nobody listens there. */
  readonly idlePorts: readonly string[];
}

export interface ListenerMark {
  /** Such as `HTTP :80`. */
  readonly label: string;
  readonly port: string;
  /** What happens to a request: `3 rules, then frontend-tg`. */
  readonly does: string;
  /** Rules that answer by themselves: `5 /old/*: redirect to HTTPS :443 (301)`. */
  readonly answers: readonly string[];
  /** Whether the internet reaches it; undefined for a load balancer that does not face it. */
  readonly arrival: Passage | undefined;
}

/** A service, or a target group that has none yet, with everything that leads to it. */
export interface Lane {
  readonly id: string;
  readonly row: Row;
  readonly entries: readonly Entry[];
  readonly forwards: readonly Forward[];
  /** Undefined for a target group without a service. */
  readonly service: ServiceMark | undefined;
  /** What stands in the place of a service. */
  readonly notice: string | undefined;
}

/** A way from a load balancer through a target group. */
export interface Forward {
  readonly door: string | undefined;
  /** Listeners and rules that lead here; none if nothing does. */
  readonly routes: readonly RouteMark[];
  readonly target: TargetMark;
  /** Port on which the tasks are reached. */
  readonly port: string;
  readonly passage: Passage;
}

export interface RouteMark {
  /** `HTTP :80`, `HTTP :80, rule 10`. */
  readonly by: string;
  /** What is sent this way: `/orders/*`, `all other requests`. */
  readonly takes: string;
}

export interface TargetMark {
  readonly id: string;
  readonly name: string;
  /** Such as `HTTP :6060`. */
  readonly listens: string;
  /** Such as `health: GET /health`. */
  readonly health: string;
}

/** Somebody who would come in directly, and whether they can. */
export interface Entry {
  readonly from: string;
  readonly id: string;
  readonly port: string;
  readonly passage: Passage;
}

export interface ServiceMark {
  readonly name: string;
  readonly groups: readonly string[];
  /** Why the internet does not reach its tasks directly; undefined if it may. */
  readonly lock: string | undefined;
  /** True if its tasks leave through the internet gateway, with addresses of their own. */
  readonly leavesDirectly: boolean;
  readonly tasks: Tasks;
}

export interface Tasks {
  /** All of them in words: `2 tasks by default (agent_desired_count)`. */
  readonly total: string;
  /** True if the number is a variable's default, which whoever deploys may change. */
  readonly isDefault: boolean;
  /** What runs in each zone; one with zone undefined if the zones are not known. */
  readonly places: readonly TaskPlace[];
}

export interface TaskPlace {
  readonly zone: number | undefined;
  /** Such as `1 task`, `1 to 2 tasks`, `? tasks`. */
  readonly says: string;
  /** The least there are; undefined if nobody knows. */
  readonly count: number | undefined;
}

/** A service that reaches another one, or an internal load balancer. */
export interface Call {
  readonly from: string;
  readonly to: string;
  /** Name and port, or port alone: `backend:8080`. */
  readonly label: string;
  readonly way: "open" | "unknown";
}

export interface Nat {
  readonly id: string;
  readonly kind: "NAT gateway" | "NAT instance";
  readonly name: string;
  readonly zone: number | undefined;
  /** Ports that services may use to reach the internet through it: `443`. */
  readonly ports: string;
  /** Whether it reaches the internet itself. */
  readonly passage: Passage;
}

export interface EndpointMark {
  readonly id: string;
  /** The service's short name. */
  readonly service: string;
  readonly kind: string;
}
