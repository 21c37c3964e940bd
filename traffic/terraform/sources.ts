import { keyOf, placeOf, referenceParts, type Place } from "./address";
import type { Configuration } from "./configuration";
import type { KnownNames } from "./known-names";
import { mostSpecific, namesIn } from "./references";
import { at, UNKNOWN, type Reference, type Value } from "./value";

/** What one mention in an expression can be: resources, or nothing that an unknown value can come from. */
interface Found {
  readonly addresses: readonly string[];
  readonly attribute?: string | undefined;
  /** True if the value is made from some of several. */
  readonly among: boolean;
}

const NOT_A_SOURCE: Found = { addresses: [], among: false };
const ITERATION = /^(each\.(key|value)|count\.index)(\.|\[|$)/;

/**
 * Where unknown values come from. Expressions in a plan say what they mention, not what they do with it. What is
 * mentioned and known can only choose between the rest: the answer is certain where one is left, some of several where
 * more are, and unknown where a mention leads nowhere.
 */
export class Sources {
  public constructor(
    private readonly configuration: Configuration,
    private readonly known: KnownNames,
  ) {}

  /** What an expression at an instance refers to. */
  public resolve(references: readonly string[], from: string): Reference | typeof UNKNOWN {
    const { addresses, attribute, among } = this.sources(references, placeOf(from)) ?? NOT_A_SOURCE;
    if (addresses.length === 0) return UNKNOWN;
    return {
      refersTo: addresses,
      ...(attribute === undefined ? {} : { attribute }),
      ...(among ? { among: true } : {}),
    };
  }

  private sources(references: readonly string[], place: Place): Found | undefined {
    const mentioned = mostSpecific(references);
    const direct = mentioned.filter((one) => !ITERATION.test(one));
    const byKey = direct.length < mentioned.length;
    const sought = direct.length === 0 ? this.iterated(mentioned, place) : direct;
    const found = sought.map((one) => this.find(one, place));
    return found.every((one) => one !== undefined) ? merged(found, byKey ? place.key : undefined) : undefined;
  }

  /** `each.value.id` in a resource for each of another's instances is that one's `id`. */
  private iterated(mentioned: readonly string[], place: Place): string[] {
    const call = place.resource.startsWith("module.") ? place.resource : undefined;
    const { configuration } = this;
    const owner =
      call === undefined ? configuration.resourceOf(place) : configuration.callOf(place.modules, call);
    const [over, ...others] = mostSpecific(namesIn(at(owner, "for_each_expression")));
    if (over === undefined || others.length > 0 || place.key === undefined) return [];
    const values = mentioned.filter((one) => one.startsWith("each.value"));
    return values.map((one) => `${over}${place.key ?? ""}${one.slice("each.value".length)}`);
  }

  private find(reference: string, place: Place): Found | undefined {
    const [head = "", name = ""] = reference.split(".");
    if (/^(path|terraform|count)$/.test(head)) return NOT_A_SOURCE;
    if (/^(var|local)$/.test(head) && this.known.has(reference, place.modules)) return NOT_A_SOURCE;
    if (head === "var") return this.throughVariable(name, place);
    if (head === "module") return this.throughOutput(reference, place);
    return /^(local|each|self)$/.test(head) ? undefined : this.direct(reference, place);
  }

  private direct(reference: string, { modules }: Place): Found | undefined {
    const { resource: named, attribute } = referenceParts(reference);
    const { resource, key } = placeOf(named);
    const candidates = this.configuration.instancesOf(resource, modules);
    const addresses = key === undefined ? candidates : candidates.filter((one) => keyOf(one) === key);
    if (addresses.length === 0) return undefined;
    const isKnown = attribute !== undefined && addresses.every((one) => this.knows(one, attribute));
    return isKnown ? NOT_A_SOURCE : { addresses, attribute, among: addresses.length > 1 };
  }

  private knows(address: string, attribute: string): boolean {
    const value = this.configuration.byAddress.get(address)?.values[attribute];
    return value !== undefined && value !== null;
  }

  private throughVariable(name: string, place: Place): Found | undefined {
    const { outer, expression } = this.configuration.inputOf(name, place);
    return outer === undefined ? NOT_A_SOURCE : this.through(expression, outer);
  }

  private throughOutput(reference: string, place: Place): Found | undefined {
    const { inner, expression } = this.configuration.outputOf(reference, place);
    return expression === undefined ? undefined : this.through(expression, inner);
  }

  /** An expression that mentions nothing is a constant. */
  private through(expression: Value, place: Place): Found | undefined {
    const names = namesIn(expression);
    return names.length === 0 ? NOT_A_SOURCE : this.sources(names, place);
  }
}

/** Who iterates means the instance with his own key, unless something else chooses. */
function merged(found: readonly Found[], key: string | undefined): Found {
  const real = found.filter(({ addresses }) => addresses.length > 0);
  const all = [...new Set(real.flatMap(({ addresses }) => addresses))];
  const isChosen = real.length < found.length;
  const own = key === undefined || isChosen ? [] : all.filter((address) => keyOf(address) === key);
  const addresses = own.length > 0 ? own : all;
  const isCertain =
    addresses.length <= 1 || (key === undefined && !isChosen && !real.some(({ among }) => among));
  return { addresses, attribute: real.length === 1 ? real[0]?.attribute : undefined, among: !isCertain };
}
