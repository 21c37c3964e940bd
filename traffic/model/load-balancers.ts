import { UNKNOWN, type Resource } from "../terraform";
import { blocks, flag, text, written } from "./attributes";
import type { Listener } from "./listeners";
import type { Subnet } from "./network";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import type { SecurityGroup } from "./security-groups";
import { ANYTHING, together, type Several } from "./several";
import { not, type Known, type Truth } from "./truth";

export interface LoadBalancer extends Part {
  readonly kind: Known<"application" | "network" | "gateway">;
  readonly isInternetFacing: Truth;
  /** True if it is internal, and something else in the file may lead the internet to it. */
  readonly mayHaveOtherEntrance: boolean;
  /** True if it has IPv6 addresses too. */
  readonly isDualStack: Truth;
  readonly subnets: Several<Subnet>;
  /** None for a network load balancer without groups: it filters nothing. */
  readonly securityGroups: Several<SecurityGroup>;
  /** How many different groups it names at the least; ids of what this file does not show count too. */
  readonly least: { readonly securityGroups: number };
  readonly listeners: readonly Listener[];
  /** Names that lead to it, in small letters: its own, and domains. */
  readonly hosts: readonly string[];
  /** True if it may have listeners that this file does not show. */
  readonly mayHaveOtherListeners: boolean;
}

export function loadBalancer(resource: Resource, parts: Parts): LoadBalancer {
  const { values } = resource;
  const internal = flag(written(resource, "internal")) ?? false;
  const kind = text(written(resource, "load_balancer_type")) ?? "application";
  const subnets = once(() => subnetsOf(resource, parts));
  const securityGroups = once(() => groupsOf(resource, kind, parts));
  const hosts = once(() => parts.doorNames.of(resource));
  const part = partOf(resource);
  return {
    ...part,
    kind: kind === "application" || kind === "network" || kind === "gateway" ? kind : UNKNOWN,
    isInternetFacing: values.internal === undefined && resource.isData === true ? UNKNOWN : not(internal),
    get mayHaveOtherEntrance() {
      return internal !== false && parts.hasOtherEntrances;
    },
    isDualStack: isDualStack(text(written(resource, "ip_address_type")) ?? "ipv4"),
    get subnets() {
      return subnets();
    },
    get securityGroups() {
      return securityGroups();
    },
    get least() {
      return { securityGroups: parts.securityGroups.least(written(resource, "security_groups")) };
    },
    get listeners() {
      return parts.owned.listeners.of(this);
    },
    get hosts() {
      return hosts();
    },
    get mayHaveOtherListeners() {
      return part.open || parts.owned.listeners.maybeOf(this).length > 0 || isApart(this, parts);
    },
  };
}

/** Plans and states of a platform have the load balancer, and those of its users give it listeners. */
function isApart({ listeners }: LoadBalancer, { kind }: Parts): boolean {
  return kind !== "synthesized" && listeners.length === 0;
}

/** `dualstack`, or `dualstack-without-public-ipv4`. */
function isDualStack(type: Known<string>): Truth {
  return type === UNKNOWN ? UNKNOWN : type.startsWith("dualstack");
}

/** Subnets are listed, or mapped one by one; in a plan, whichever was not written is unknown. */
function subnetsOf(resource: Resource, parts: Parts): Several<Subnet> {
  const listed = parts.subnets.several(written(resource, "subnets"));
  const mapped = blocks(written(resource, "subnet_mapping"));
  if (mapped === UNKNOWN) return ANYTHING;
  const mappedSubnets = mapped.map(({ subnet_id: id }) => parts.subnets.several(id ?? UNKNOWN));
  const all = together([listed, ...mappedSubnets]);
  return all.all.length === 0 ? ANYTHING : all;
}

/** An application load balancer without a group gets the VPC's default one. */
function groupsOf(resource: Resource, kind: Known<string>, parts: Parts): Several<SecurityGroup> {
  const value = written(resource, "security_groups");
  const isLeftOut = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (isLeftOut)
    return kind === "network" && resource.unset === undefined ? parts.securityGroups.several([]) : ANYTHING;
  return parts.securityGroups.several(value);
}
