import { keyOf, placeOf, referenceParts, withoutKey, type Place } from "./address";
import { at, isObject, UNKNOWN, type Reference, type Resource, type Value, type Values } from "./value";

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
 * The configuration inside a plan. It says which other values an expression mentions, not what it does with them. The
 * values sought here are unknown, so what is mentioned and known can only choose between the others: the answer is
 * certain where one is left, some of several where more are, and unknown where a mention leads nowhere.
 */
export class Configuration {
  private readonly root: Value;
  private readonly byAddress: ReadonlyMap<string, Resource>;
  /** Instances by the address without their own key. */
  private readonly instances = new Map<string, string[]>();
  private readonly resources = new Map<Values, ReadonlyMap<string, Values>>();

  public constructor(configuration: Value, instances: readonly Resource[]) {
    this.root = at(configuration, "root_module");
    this.byAddress = new Map(instances.map((one) => [one.address, one]));
    for (const { address } of instances) {
      const base = withoutKey(address);
      const known = this.instances.get(base);
      if (known) known.push(address);
      else this.instances.set(base, [address]);
    }
  }

  public expressionsOf(address: string): Value {
    return this.resourceOf(placeOf(address))?.expressions;
  }

  /** What an instance, or a module that it stands in, is declared to depend on. */
  public dependenciesOf(address: string): string[] {
    const place = placeOf(address);
    const own = textsIn(this.resourceOf(place)?.depends_on).flatMap((one) => this.named(one, place.modules));
    const inherited = place.modules.flatMap((call, depth) => {
      const outer = place.modules.slice(0, depth);
      return textsIn(at(this.callOf(outer, call), "depends_on")).flatMap((one) => this.named(one, outer));
    });
    return [...new Set([...own, ...inherited])];
  }

  /** Instances of a resource, or of everything in a module. */
  private named(name: string, modules: readonly string[]): readonly string[] {
    const path = [...modules, name].join(".");
    if (!name.startsWith("module.")) return this.instances.get(withoutKey(path)) ?? [];
    return [...this.byAddress.keys()].filter((one) => isPrefix(path, one));
  }

  /** Everything that an instance's expressions mention; undefined if some of it can't be followed. */
  public mentionsOf(address: string): string[] | undefined {
    const place = placeOf(address);
    const resource = this.resourceOf(place);
    const parts: Value[] = [resource?.expressions, resource?.count_expression, resource?.for_each_expression];
    return this.mentioned(parts.flatMap(referencesWithin), place);
  }

  private mentioned(references: readonly string[], place: Place): string[] | undefined {
    const found = mostSpecific(references).map((one) => this.mention(one, place));
    return found.every((one) => one !== undefined) ? [...new Set(found.flat())] : undefined;
  }

  private mention(reference: string, place: Place): string[] | undefined {
    const [head = "", name = ""] = reference.split(".");
    if (/^(each|count|path|terraform|self)$/.test(head)) return [];
    if (head === "local") return undefined;
    if (head === "var") return this.mentionedByCaller(name, place);
    if (head === "module") {
      const { inner, expression } = this.outputOf(reference, place);
      return expression === undefined ? undefined : this.mentioned(namesIn(expression), inner);
    }
    return this.instances.get(
      [...place.modules, placeOf(referenceParts(reference).resource).resource].join("."),
    );
  }

  private mentionedByCaller(name: string, place: Place): string[] | undefined {
    const { outer, expression } = this.inputOf(name, place);
    return outer === undefined ? [] : this.mentioned(namesIn(expression), outer);
  }

  /** What an expression at an instance refers to. */
  public resolve(references: readonly string[], from: string): Reference | typeof UNKNOWN {
    return this.sources(references, placeOf(from)) ?? UNKNOWN;
  }

  private sources(references: readonly string[], place: Place): Reference | undefined {
    const mentioned = mostSpecific(references);
    const direct = mentioned.filter((one) => !ITERATION.test(one));
    const byKey = direct.length < mentioned.length;
    const sought = direct.length === 0 && byKey ? this.iteratedBy(place) : direct;
    const found = sought.map((one) => this.find(one, place));
    if (!found.every((one) => one !== undefined)) return undefined;
    const real = found.filter(({ addresses }) => addresses.length > 0);
    const all = [...new Set(real.flatMap(({ addresses }) => addresses))];
    const isChosen = real.length < found.length;
    const sameKey = all.filter((address) => keyOf(address) === place.key);
    const addresses = byKey && !isChosen && sameKey.length > 0 ? sameKey : all;
    if (addresses.length === 0) return undefined;
    const isCertain = addresses.length === 1 || (!byKey && !isChosen && !real.some(({ among }) => among));
    const attribute = real.length === 1 ? real[0]?.attribute : undefined;
    return {
      refersTo: addresses,
      ...(attribute === undefined ? {} : { attribute }),
      ...(isCertain ? {} : { among: true }),
    };
  }

  private find(reference: string, place: Place): Found | undefined {
    const [head = "", name = ""] = reference.split(".");
    if (head === "var") return this.throughVariable(name, place);
    if (head === "module") return this.throughOutput(reference, place);
    if (/^(path|terraform|count)$/.test(head)) return NOT_A_SOURCE;
    if (/^(local|each|self)$/.test(head)) return undefined;
    return this.direct(reference, place);
  }

  private direct(reference: string, place: Place): Found | undefined {
    const { resource: named, attribute } = referenceParts(reference);
    const { resource, key } = placeOf(named);
    const base = [...place.modules, resource].join(".");
    const candidates = this.instances.get(base) ?? [];
    const addresses = key === undefined ? candidates : candidates.filter((one) => one === `${base}${key}`);
    if (addresses.length === 0) return undefined;
    const isKnown = attribute !== undefined && addresses.every((one) => this.knows(one, attribute));
    return isKnown ? NOT_A_SOURCE : { addresses, attribute, among: addresses.length > 1 };
  }

  private knows(address: string, attribute: string): boolean {
    const value = this.byAddress.get(address)?.values[attribute];
    return value !== undefined && value !== null;
  }

  private throughVariable(name: string, place: Place): Found | undefined {
    const { outer, expression } = this.inputOf(name, place);
    return outer === undefined ? NOT_A_SOURCE : this.through(expression, outer);
  }

  private throughOutput(reference: string, place: Place): Found | undefined {
    const { inner, expression } = this.outputOf(reference, place);
    return expression === undefined ? undefined : this.through(expression, inner);
  }

  /** A module's input is an expression of whoever calls it; variables of the root are known in every plan. */
  private inputOf(name: string, place: Place): { outer: Place | undefined; expression: Value } {
    const call = place.modules.at(-1);
    if (call === undefined) return { outer: undefined, expression: undefined };
    const modules = place.modules.slice(0, -1);
    const expression = at(this.callOf(modules, call), "expressions", name);
    return { outer: { modules, resource: "", key: keyOf(call) }, expression };
  }

  private outputOf(reference: string, place: Place): { inner: Place; expression: Value } {
    const [, call = "", output = ""] =
      /^(module\.[A-Za-z0-9_-]+(?:\[[^\]]*\])?)\.([A-Za-z0-9_-]+)/.exec(reference) ?? [];
    const inner = { modules: [...place.modules, call], resource: "", key: undefined };
    const expression =
      call === "" ? undefined : at(this.moduleOf(inner.modules), "outputs", output, "expression");
    return { inner, expression };
  }

  /** An expression that mentions nothing is a constant. */
  private through(expression: Value, place: Place): Found | undefined {
    const names = namesIn(expression);
    if (names.length === 0) return NOT_A_SOURCE;
    const found = this.sources(names, place);
    if (found === undefined) return undefined;
    return { addresses: found.refersTo, attribute: found.attribute, among: found.among === true };
  }

  private iteratedBy(place: Place): string[] {
    return namesIn(this.resourceOf(place)?.for_each_expression).filter((one) => !ITERATION.test(one));
  }

  private resourceOf({ modules, resource }: Place): Values | undefined {
    const module = this.moduleOf(modules);
    if (!isObject(module)) return undefined;
    const known = this.resources.get(module) ?? byAddress(module.resources);
    this.resources.set(module, known);
    return known.get(resource);
  }

  private moduleOf(modules: readonly string[]): Value {
    return modules.reduce<Value>((module, call) => at(callIn(module, call), "module"), this.root);
  }

  private callOf(modules: readonly string[], call: string): Value {
    return callIn(this.moduleOf(modules), call);
  }
}

function mostSpecific(references: readonly string[]): string[] {
  return references.filter((one) => !references.some((other) => other !== one && isPrefix(one, other)));
}

/** References of an expression, of a block's expressions, and of blocks in it. */
function referencesWithin(expressions: Value): string[] {
  if (Array.isArray(expressions)) return expressions.flatMap(referencesWithin);
  if (!isObject(expressions)) return [];
  return "references" in expressions
    ? namesIn(expressions)
    : Object.values(expressions).flatMap(referencesWithin);
}

function namesIn(expression: Value): string[] {
  return textsIn(at(expression, "references"));
}

function textsIn(value: Value): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function byAddress(resources: Value): Map<string, Values> {
  const all = Array.isArray(resources) ? resources.filter(isObject) : [];
  return new Map(all.map((one) => [String(one.address), one]));
}

function callIn(module: Value, call: string): Value {
  return at(module, "module_calls", withoutKey(call).replace(/^module\./, ""));
}

function isPrefix(short: string, long: string): boolean {
  return long.startsWith(`${short}.`) || long.startsWith(`${short}[`);
}
