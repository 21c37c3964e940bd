import { UNKNOWN, type Value, type Values } from "../terraform";
import { block, blocks, flag, number, text } from "./attributes";
import { namespaceIn, type Namespace } from "./namespaces";
import type { Parts } from "./parts";
import type { Known } from "./truth";

/** How a service finds others by name, and is found. */
export interface ServiceConnect {
  readonly isEnabled: Known<boolean>;
  /** Undefined is that of the cluster. */
  readonly namespace: Known<Namespace | string> | undefined;
  /** What the service offers; none for one that only finds others. */
  readonly offers: Known<readonly Offer[]>;
}

export interface Offer {
  /** Name of the container's port mapping. */
  readonly portName: Known<string>;
  /** Name under which others find it. */
  readonly dnsName: Known<string> | undefined;
  readonly port: Known<number>;
  /** The whole name that it is given; undefined is `discoveryName.NAMESPACE`. */
  readonly alias: Known<string> | undefined;
  readonly discoveryName: Known<string>;
  /** Where the proxy of its tasks listens, if not on the container's port. */
  readonly ingressPort: Known<number> | undefined;
}

export function serviceConnectIn(value: Value, parts: Parts): Known<ServiceConnect> | undefined {
  const found = block(value);
  if (found === undefined || found === UNKNOWN) return found;
  const services = blocks(found.service);
  return {
    isEnabled: flag(found.enabled) ?? true,
    get namespace() {
      return namespaceIn(found.namespace, parts);
    },
    offers: services === UNKNOWN ? UNKNOWN : services.map(offer),
  };
}

function offer(values: Values): Offer {
  const alias = block(values.client_alias);
  return {
    portName: text(values.port_name) ?? UNKNOWN,
    dnsName: alias === UNKNOWN ? UNKNOWN : (text(alias?.dns_name) ?? text(values.discovery_name)),
    port: alias === UNKNOWN ? UNKNOWN : (number(alias?.port) ?? UNKNOWN),
    alias: alias === UNKNOWN ? UNKNOWN : text(alias?.dns_name),
    discoveryName: text(values.discovery_name) ?? text(values.port_name) ?? UNKNOWN,
    ingressPort: number(values.ingress_port_override),
  };
}
