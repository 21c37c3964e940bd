import { isReference, UNKNOWN, type Resource, type Value } from "../terraform";
import { block, text } from "./attributes";
import type { Shelf } from "./catalogue";

const ADDRESS_TYPES = new Set<unknown>(["A", "AAAA", "CNAME"]);

/** Names that lead to load balancers: their own, and records of Route 53 that lead to one and to nothing else. */
export class DoorNames {
  private readonly byHost = new Map<string, Resource[]>();

  public constructor(shelf: Shelf) {
    for (const record of shelf.ofType("aws_route53_record")) {
      const host = hostOf(record);
      if (host === undefined || !ADDRESS_TYPES.has(text(record.values.type))) continue;
      this.byHost.set(host, [...(this.byHost.get(host) ?? []), record]);
    }
  }

  public of(door: Resource): readonly string[] {
    const own = text(door.values.dns_name);
    const known = typeof own === "string" ? [own.toLowerCase()] : [];
    const recorded = [...this.byHost].filter(([, records]) => records.every((one) => leadsTo(one, door)));
    return [...known, ...recorded.map(([host]) => host)];
  }
}

/** A record's name may be the part before the zone's; only one with a dot can be read without the zone. */
function hostOf({ values, many }: Resource): string | undefined {
  const full = text(values.fqdn);
  const name = typeof full === "string" ? full : text(values.name);
  if (many === true || typeof name !== "string" || !name.includes(".")) return undefined;
  return name.toLowerCase().replace(/\.$/, "");
}

function leadsTo({ values }: Resource, door: Resource): boolean {
  const alias = block(values.alias);
  const targets = alias === undefined ? values.records : [alias === UNKNOWN ? UNKNOWN : alias.name];
  const all = Array.isArray(targets) ? (targets as Value[]) : [];
  return all.length > 0 && all.every((target) => isNameOf(target, door));
}

function isNameOf(target: Value, { address, values }: Resource): boolean {
  if (isReference(target)) return target.refersTo.length === 1 && target.refersTo[0] === address;
  const own = text(values.dns_name);
  if (typeof target !== "string" || typeof own !== "string") return false;
  return (
    target
      .toLowerCase()
      .replace(/^dualstack\./, "")
      .replace(/\.$/, "") === own.toLowerCase()
  );
}
