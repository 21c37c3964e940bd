import { isReference, UNKNOWN, type Resource, type Terraform, type Value } from "../terraform";
import type { Part } from "./part";
import { ANYTHING, exactly, NONE, together, type Several } from "./several";
import type { Known } from "./truth";

/** Older names of the same resource types. */
const ALIAS = /^aws_alb(?=$|_)/;

/** Attributes by which other resources name one whose value is known, as in a state. */
const IDENTITIES = ["id", "arn", "name", "allocation_id", "primary_network_interface_id"] as const;

/** Resources by type: each list is made once, however many kinds of parts are read from it. */
export class Shelf {
  private readonly byType = new Map<string, Resource[]>();

  public constructor(public readonly terraform: Terraform) {
    for (const resource of terraform.resources) {
      const type = resource.type.replace(ALIAS, "aws_lb");
      const known = this.byType.get(type);
      if (known) known.push(resource);
      else this.byType.set(type, [resource]);
    }
  }

  public ofType(...types: readonly string[]): Resource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }
}

/** All parts of one kind, found by whatever refers to them: a reference, an id, an ARN or a name. */
export class Catalogue<T extends Part> {
  public readonly all: readonly T[];
  private readonly byAddress: ReadonlyMap<string, T>;
  private readonly byIdentity = new Map<string, T>();

  public constructor(resources: readonly Resource[], make: (resource: Resource) => T) {
    const shown = withoutTwins(resources);
    const pairs = shown.map(({ resource }) => ({ resource, part: make(resource) }));
    this.all = pairs.map(({ part }) => part);
    const addresses = shown.flatMap(({ twins }, index) =>
      twins.map((one) => [one, this.all[index]] as const),
    );
    this.byAddress = new Map(addresses.flatMap(([one, part]) => (part === undefined ? [] : [[one, part]])));
    const managedLast = [...pairs].sort((one, other) => rank(one.resource) - rank(other.resource));
    for (const { resource, part } of managedLast)
      for (const name of IDENTITIES) {
        const identity = resource.values[name];
        if (typeof identity === "string" && identity !== "") this.byIdentity.set(identity, part);
      }
  }

  public at(address: string): T | undefined {
    return this.byAddress.get(address);
  }

  /** The one that a value means; undefined if it means none, UNKNOWN if it can't be said or is not in this file. */
  public one(value: Value): Known<T> | undefined {
    const { all, open } = this.several(value);
    if (all.length === 1 && !open) return all[0];
    return all.length === 0 && !open ? undefined : UNKNOWN;
  }

  /** All that a value or a list of values means. */
  public several(value: Value): Several<T> {
    if (value === undefined || value === null || value === "") return NONE;
    if (Array.isArray(value)) return together(value.map((one: Value) => this.several(one)));
    if (typeof value === "string") {
      const part = this.byIdentity.get(value);
      return part === undefined ? ANYTHING : exactly([part]);
    }
    return isReference(value) ? this.referredTo(value.refersTo, value.among === true) : ANYTHING;
  }

  /** How many different ones a value or a list of values means at the least; an id that is not in this file is one. */
  public least(value: Value): number {
    const values = Array.isArray(value) ? value : [value];
    const named = values.flatMap((one: Value) => {
      const { all, among } = this.several(one);
      if (all.length > 0) return among ? [] : all.map(({ address }) => address);
      return typeof one === "string" && one !== "" ? [one] : [];
    });
    return new Set(named).size;
  }

  /** Among things of several kinds, those of this kind are meant; a certain reference to another kind is not ours. */
  private referredTo(addresses: readonly string[], among: boolean): Several<T> {
    const found = addresses.map((address) => this.byAddress.get(address));
    const all = found.filter((part) => part !== undefined);
    if (all.length === 0 || (!among && all.length < found.length)) return ANYTHING;
    return { all, among: among && all.length > 1, open: false };
  }
}

/** What is looked up in several places is one thing, which is what is made here if that has the same id. */
function withoutTwins(resources: readonly Resource[]): { resource: Resource; twins: string[] }[] {
  const byId = new Map<string, { resource: Resource; twins: string[] }>();
  const madeFirst = [...resources].sort((one, other) => rank(other) - rank(one));
  for (const resource of madeFirst) {
    const { address, isData } = resource;
    const id = resource.values.id;
    const key = typeof id === "string" && id !== "" ? id : address;
    const known = byId.get(key);
    if (known !== undefined && isData === true) known.twins.push(address);
    else byId.set(known === undefined ? key : address, { resource, twins: [address] });
  }
  const kept = new Map([...byId.values()].map((one) => [one.resource, one]));
  return resources.flatMap((resource) => kept.get(resource) ?? []);
}

function rank(resource: Resource): number {
  return resource.isData === true ? 0 : 1;
}

/** Things by the part that they belong to. */
export class Belongings<T> {
  private readonly certain = new Map<Part, T[]>();
  private readonly possible = new Map<Part, T[]>();
  /** Things that may belong to anyone. */
  private readonly strays: T[] = [];

  public constructor(things: readonly T[], ownersOf: (thing: T) => Several<Part>) {
    for (const thing of things) {
      const { all, among, open } = ownersOf(thing);
      for (const owner of all) add(among ? this.possible : this.certain, owner, thing);
      if (open) this.strays.push(thing);
    }
  }

  public of(owner: Part): readonly T[] {
    return this.certain.get(owner) ?? [];
  }

  /** Those that may be this owner's, and may be another's. */
  public maybeOf(owner: Part): readonly T[] {
    const possible = this.possible.get(owner);
    return possible === undefined ? this.strays : [...possible, ...this.strays];
  }
}

function add<T>(map: Map<Part, T[]>, owner: Part, thing: T): void {
  const known = map.get(owner);
  if (known) known.push(thing);
  else map.set(owner, [thing]);
}
