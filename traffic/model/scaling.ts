import { isReference, mentionsIn, UNKNOWN, type Resource, type Value } from "../terraform";
import { number } from "./attributes";
import type { Parts } from "./parts";
import type { Service } from "./services";
import { ANYTHING, exactly, NONE, type Several } from "./several";
import type { Known } from "./truth";

/** How far Application Auto Scaling may take a service. */
export interface Scaling {
  readonly address: string;
  readonly least: Known<number>;
  readonly most: Known<number>;
  readonly resourceId: Value;
}

export function scaling({ address, values }: Resource): Scaling {
  return {
    address,
    least: number(values.min_capacity) ?? UNKNOWN,
    most: number(values.max_capacity) ?? UNKNOWN,
    resourceId: values.resource_id,
  };
}

/** The service in `service/CLUSTER/NAME`, whose names are often references. */
export function scaledBy({ resourceId }: Scaling, parts: Parts): Several<Service> {
  if (isReference(resourceId)) return ofServices(resourceId.refersTo, parts);
  if (typeof resourceId !== "string") return ANYTHING;
  const mentioned = mentionsIn(resourceId);
  if (mentioned.length > 0) return ofServices(mentioned, parts);
  const [kind, clusterName, name] = resourceId.split("/");
  if (kind !== "service") return NONE;
  const named = parts.services.all.filter((service) => service.name === name && isIn(service, clusterName));
  return named.length === 1 ? exactly(named) : ANYTHING;
}

function ofServices(addresses: readonly string[], parts: Parts): Several<Service> {
  const services = addresses.flatMap((address) => parts.services.at(address) ?? []);
  return services.length === 1 ? exactly(services) : ANYTHING;
}

function isIn({ cluster }: Service, name: string | undefined): boolean {
  return cluster === undefined || cluster === UNKNOWN || cluster.name === name;
}
