import { UNKNOWN, type Resource, type Value } from "../terraform";
import { block, text } from "./attributes";
import { partOf, type Part } from "./part";
import type { Parts } from "./parts";
import { about, type Known, type Truth } from "./truth";

/** A namespace of Cloud Map, in which services find each other. */
export interface Namespace extends Part {
  /** Its name, which is a domain for those with DNS. */
  readonly domain: Known<string>;
}

/** A service of Cloud Map, with which tasks are registered as DNS records. */
export interface DiscoveryService extends Part {
  /** The whole name, such as `orders.shop.internal`. */
  readonly host: Known<string>;
}

export const NAMESPACES = [
  "aws_service_discovery_http_namespace",
  "aws_service_discovery_private_dns_namespace",
  "aws_service_discovery_public_dns_namespace",
  "aws_service_discovery_dns_namespace",
];

export function namespace(resource: Resource): Namespace {
  return { ...partOf(resource), domain: text(resource.values.name) ?? UNKNOWN };
}

export function discoveryService(resource: Resource, parts: Parts): DiscoveryService {
  const { values } = resource;
  const dns = block(values.dns_config);
  return {
    ...partOf(resource),
    get host() {
      const home = parts.namespaces.one(dns === UNKNOWN ? UNKNOWN : dns?.namespace_id) ?? UNKNOWN;
      return joined(text(values.name) ?? UNKNOWN, home === UNKNOWN ? UNKNOWN : home.domain);
    },
  };
}

function joined(name: Known<string>, domain: Known<string>): Known<string> {
  return name === UNKNOWN || domain === UNKNOWN ? UNKNOWN : `${name}.${domain}`;
}

/** The namespace that a value means; what is not in this file keeps its name or ARN. Undefined if there is none. */
export function namespaceIn(value: Value, parts: Parts): Known<Namespace | string> | undefined {
  const found = parts.namespaces.one(value);
  return found === UNKNOWN && typeof value === "string" ? value : found;
}

/** Names and ARNs are not compared with each other, and what is looked up may be what is made here. */
export function isSameNamespace(
  one: Known<Namespace | string> | undefined,
  other: Known<Namespace | string> | undefined,
): Truth {
  if (one === undefined || other === undefined || one === UNKNOWN || other === UNKNOWN) return UNKNOWN;
  if (one === other) return true;
  if (typeof one === "string" || typeof other === "string")
    return [one, other].every((each) => typeof each === "string" && each.startsWith("arn:"))
      ? false
      : UNKNOWN;
  if (!one.open && !other.open) return false;
  return about(one.domain, (name) => about(other.domain, (twin) => (name === twin ? UNKNOWN : false)));
}
