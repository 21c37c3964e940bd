import { UNKNOWN, type Resource, type Terraform } from "../terraform";
import type { Part } from "./part";
import type { Truth } from "./truth";

interface Predecessors {
  readonly addresses: ReadonlySet<string>;
  readonly isHidden: boolean;
}

/** In which order Terraform makes things: after what they mention, and after what they are told to wait for. */
export class Order {
  private readonly byAddress: ReadonlyMap<string, Resource>;
  private readonly known = new Map<string, Predecessors>();

  public constructor({ resources }: Terraform) {
    this.byAddress = new Map(resources.map((one) => [one.address, one]));
  }

  /** Whether a part is made after a resource, and so destroyed before it. */
  public isAfter({ address }: Part, predecessor: string): Truth {
    const { addresses, isHidden } = this.predecessorsOf(address);
    return addresses.has(predecessor) ? true : isHidden ? UNKNOWN : false;
  }

  private predecessorsOf(address: string): Predecessors {
    const known = this.known.get(address);
    if (known !== undefined) return known;
    const addresses = new Set<string>();
    const waiting = [address];
    let isHidden = false;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const resource = this.byAddress.get(next);
      isHidden ||= resource?.isOrderHidden === true;
      for (const one of [...(resource?.dependsOn ?? []), ...(resource?.mentions ?? [])]) {
        if (addresses.has(one)) continue;
        addresses.add(one);
        waiting.push(one);
      }
    }
    const found = { addresses, isHidden };
    this.known.set(address, found);
    return found;
  }
}
