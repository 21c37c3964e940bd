import { keyOf, placeOf, referenceParts, type Place } from "./address";
import type { Configuration } from "./configuration";
import type { KnownNames } from "./known-names";
import { mentionsIn, namesIn } from "./references";
import { at, UNKNOWN, type Reference, type Value } from "./value";

/** What one mention in an expression can be: resources, or nothing that an unknown value can come from. */
interface Found {
  readonly addresses: readonly string[];
  readonly attribute?: string | undefined;
  /** True if the value is made from some of several. */
  readonly among: boolean;
}

const NOT_A_SOURCE: Found = { addresses: [], among: false };
/** Of what has no instance (`count = 0`) nothing comes, and nothing is chosen by it. */
const ABSENT: Found = { addresses: [], among: false };
const ITERATION = /^(each\.(key|value)|count\.index)(\.|\[|$)/;
const VARIABLE = /^var\.([\w-]+)((?:[^\w-].*)?)$/s;
/** Behind more than these, "one of them" says nothing any more. */
const MOST_IN_REACH = 500;
/** These hand on what they are given, whatever it is. */
const PASSES_ON =
  /(^|\.)(terraform_data|terraform_remote_state|null_data_source|external|http|aws_ssm_parameter|aws_cloudformation_stack)\.[\w-]+(\[|$)/;

/**
 * Where unknown values come from. Expressions in a plan say what they mention, not what they do with it. What is
 * mentioned and known can only choose between the rest: the answer is certain where one is left, some of several where
 * more are, and unknown where a mention leads nowhere. A plan does not print locals: one comes from something that its
 * module can name.
 */
export class Sources {
  /** By module, what its locals can come from. */
  private readonly reach = new Map<string, Found | undefined>();

  public constructor(
    private readonly configuration: Configuration,
    private readonly known: KnownNames,
  ) {}

  /** What an expression at an instance refers to. */
  public resolve(references: readonly string[], from: string): Reference | typeof UNKNOWN {
    const found = this.sources(references, placeOf(from)) ?? NOT_A_SOURCE;
    const addresses = found.addresses.filter((address) => address !== from);
    if (addresses.length === 0) return UNKNOWN;
    const { attribute, among } = found;
    return {
      refersTo: addresses,
      ...(attribute === undefined ? {} : { attribute }),
      ...(among ? { among: true } : {}),
    };
  }

  /** What somebody wrote for a value that is not certain, where it was not just handed on. */
  public originOf(references: readonly string[], from: string): string {
    let place = placeOf(from);
    let mentioned = mentionsIn(references);
    for (;;) {
      const [, name] = VARIABLE.exec(mentioned.length === 1 ? (mentioned[0] ?? "") : "") ?? [];
      const { outer, expression } = this.configuration.inputOf(name ?? "", place);
      const handed = mentionsIn(namesIn(expression));
      if (outer === undefined || handed.length === 0) break;
      [place, mentioned] = [outer, handed];
    }
    const where = place.modules.length === 0 ? "" : ` in ${place.modules.join(".")}`;
    return `${mentioned.join(", ")}${where}`;
  }

  private sources(references: readonly string[], place: Place): Found | undefined {
    const mentioned = mentionsIn(references);
    const direct = mentioned.filter((one) => !ITERATION.test(one));
    const key = direct.length < mentioned.length ? place.key : undefined;
    const found =
      direct.length === 0 ? this.iterated(mentioned, place) : direct.map((one) => this.find(one, place, key));
    return found.every((one) => one !== undefined) ? merged(found, key) : undefined;
  }

  /** `each.value.id` in a resource for each of another's instances is that one's `id`. */
  private iterated(mentioned: readonly string[], place: Place): (Found | undefined)[] {
    const { configuration } = this;
    const isCall = place.resource.startsWith("module.");
    const owner = isCall
      ? configuration.callOf(place.modules, place.resource)
      : configuration.resourceOf(place);
    const references = namesIn(at(owner, "for_each_expression"));
    const [over, ...others] = mentionsIn(references);
    return mentioned.map((one) => {
      if (!one.startsWith("each.value") || over === undefined) return NOT_A_SOURCE;
      const member = `${over}${place.key ?? ""}${one.slice("each.value".length)}`;
      const own = others.length > 0 ? ABSENT : this.find(member, place);
      return own === ABSENT || own === undefined ? this.sources(references, outside(place)) : own;
    });
  }

  private find(reference: string, place: Place, key?: string): Found | undefined {
    const [head = ""] = reference.split(".");
    if (/^(path|terraform|count)$/.test(head)) return NOT_A_SOURCE;
    if (/^(var|local)$/.test(head) && this.known.has(reference, place.modules)) return NOT_A_SOURCE;
    if (head === "var") return this.throughVariable(reference, place);
    if (head === "module") return this.throughOutput(reference, place, key);
    if (head === "local") return this.inReachOf(place.modules);
    return /^(each|self)$/.test(head) ? undefined : this.direct(reference, place);
  }

  private direct(reference: string, place: Place): Found | undefined {
    const { resource: named, attribute } = referenceParts(reference);
    const { resource, key } = placeOf(named);
    const candidates = this.configuration.instancesOf(resource, place.modules);
    const addresses = key === undefined ? candidates : candidates.filter((one) => keyOf(one) === key);
    if (addresses.length === 0)
      return this.configuration.resourceOf({ ...place, resource }) === undefined ? undefined : ABSENT;
    const isKnown = attribute !== undefined && addresses.every((one) => this.knows(one, attribute));
    return isKnown ? NOT_A_SOURCE : { addresses, attribute, among: addresses.length > 1 };
  }

  private knows(address: string, attribute: string): boolean {
    const value = this.configuration.byAddress.get(address)?.values[attribute];
    return value !== undefined && value !== null;
  }

  private throughVariable(reference: string, place: Place): Found | undefined {
    const [, name = "", rest] = VARIABLE.exec(reference) ?? [];
    const { outer, expression } = this.configuration.inputOf(name, place);
    return outer === undefined ? NOT_A_SOURCE : this.through(expression, outer, rest);
  }

  private throughOutput(reference: string, place: Place, key: string | undefined): Found | undefined {
    const { inner, expression, rest } = this.configuration.outputOf(reference, place);
    if (expression === undefined) return this.throughModule(reference, place, key);
    return this.configuration.isAbsent(inner) ? ABSENT : this.through(expression, inner, rest);
  }

  /** `module.door[each.key].arn` and `module.door[*].arn` are listed as `module.door`: some output of some instance. */
  private throughModule(reference: string, { modules }: Place, key: string | undefined): Found | undefined {
    const { configuration } = this;
    if (configuration.callOf(modules, placeOf(reference).modules[0] ?? "") === undefined) return undefined;
    const calls = configuration.callsNamed(reference, modules);
    const own = calls.filter((call) => key !== undefined && keyOf(call) === key);
    const outputs = (own.length > 0 ? own : calls).flatMap((call) => configuration.outputsOf(call, modules));
    if (outputs.length === 0) return calls.length === 0 ? ABSENT : undefined;
    return anyOf(outputs.map(({ inner, expression }) => this.through(expression, inner)));
  }

  /**
   * An expression that mentions nothing is a constant. A member of a single thing may be a member of what the
   * expression hands on.
   */
  private through(expression: Value, place: Place, rest = ""): Found | undefined {
    const names = namesIn(expression);
    if (names.length === 0) return NOT_A_SOURCE;
    const [only = "", ...others] = mentionsIn(names);
    const member = rest === "" || others.length > 0 || ITERATION.test(only) ? undefined : `${only}${rest}`;
    const found = member === undefined ? undefined : this.find(member, place);
    return found === undefined || found === ABSENT ? this.sources(names, place) : found;
  }

  /** What a module can name: its resources, what the modules that it calls put out, and what it was given. */
  private inReachOf(modules: readonly string[]): Found | undefined {
    const path = modules.join(".");
    if (this.reach.has(path)) return this.reach.get(path);
    this.reach.set(path, NOT_A_SOURCE);
    const { configuration } = this;
    const own = configuration.instancesIn(path);
    const place = { modules, resource: "", key: undefined };
    const found = anyOf([
      own.length > MOST_IN_REACH || own.some((one) => PASSES_ON.test(one)) ? undefined : among(own),
      ...configuration.callsIn(modules).map((call) => this.throughModule(call, place, undefined)),
      ...configuration.inputsOf(modules).map(({ outer, expression }) => this.through(expression, outer)),
    ]);
    this.reach.set(path, found);
    return found;
  }
}

/** All that mention is: what `each.value` iterates over, seen without a key of its own. */
function outside(place: Place): Place {
  return { ...place, key: undefined };
}

function among(addresses: readonly string[]): Found {
  return { addresses: [...new Set(addresses)], among: true };
}

/** One of many, and nobody can say which; undefined if one of them can't be followed. */
function anyOf(found: readonly (Found | undefined)[]): Found | undefined {
  return found.every((one) => one !== undefined)
    ? among(found.flatMap(({ addresses }) => addresses))
    : undefined;
}

/** Who iterates means the instance with his own key, unless something else chooses. */
function merged(all: readonly Found[], key: string | undefined): Found {
  const found = all.filter((one) => one !== ABSENT);
  if (found.length === 0) return all.length === 0 ? NOT_A_SOURCE : ABSENT;
  const real = found.filter(({ addresses }) => addresses.length > 0);
  const addresses = [...new Set(real.flatMap((one) => one.addresses))];
  const isChosen = real.length < found.length;
  const own = key === undefined || isChosen ? [] : addresses.filter((address) => keyOf(address) === key);
  const meant = own.length > 0 ? own : addresses;
  const isCertain = meant.length <= 1 || (key === undefined && !isChosen && !real.some((one) => one.among));
  return {
    addresses: meant,
    attribute: real.length === 1 ? real[0]?.attribute : undefined,
    among: !isCertain,
  };
}
