import { keyOf, moduleOf, placeOf, withoutKey, type Place } from "./address";
import { once } from "./once";
import { at, isObject, type Resource, type Value, type Values } from "./value";

/** The configuration inside a plan: expressions as lists of what they mention, by resource and by module. */
export class Configuration {
  public readonly byAddress: ReadonlyMap<string, Resource>;
  private readonly root: Value;
  /** Instances by the address without their own key. */
  private readonly instances: ReadonlyMap<string, readonly string[]>;
  /** Everything in a module and below it, by its path with and without its own key. */
  private readonly contents = once(() => contentsOf([...this.byAddress.keys()]));
  private readonly resources = new Map<Values, ReadonlyMap<string, Values>>();
  private readonly byModule = once(() => grouped([...this.byAddress.keys()], moduleOf));
  private readonly callsByName = once(() => callsWithin([...this.byModule().keys()]));

  public constructor(configuration: Value, instances: readonly Resource[]) {
    this.root = at(configuration, "root_module");
    this.byAddress = new Map(instances.map((one) => [one.address, one]));
    this.instances = grouped([...this.byAddress.keys()], withoutKey);
  }

  public expressionsOf(address: string): Value {
    return this.resourceOf(placeOf(address))?.expressions;
  }

  /** Instances of a resource as it is named in a module. */
  public instancesOf(resource: string, modules: readonly string[]): readonly string[] {
    return this.instances.get([...modules, resource].join(".")) ?? [];
  }

  /** Instances of a resource, or of everything in a module. */
  public named(name: string, modules: readonly string[]): readonly string[] {
    if (!name.startsWith("module.")) return this.instancesOf(withoutKey(name), modules);
    const path = [...modules, name].join(".");
    return this.contents().get(path) ?? [];
  }

  public resourceOf({ modules, resource }: Place): Values | undefined {
    const module = this.moduleOf(modules);
    if (!isObject(module)) return undefined;
    const known = this.resources.get(module) ?? byAddress(module.resources);
    this.resources.set(module, known);
    return known.get(resource);
  }

  public callOf(modules: readonly string[], call: string): Value {
    return at(this.moduleOf(modules), "module_calls", withoutKey(call).replace(/^module\./, ""));
  }

  /** A module's input is an expression of whoever calls it; undefined at the root, where all variables are known. */
  public inputOf(name: string, { modules }: Place): { outer: Place | undefined; expression: Value } {
    const call = modules.at(-1);
    if (call === undefined) return { outer: undefined, expression: undefined };
    const outer = modules.slice(0, -1);
    const expression = at(this.callOf(outer, call), "expressions", name);
    return { outer: { modules: outer, resource: call, key: keyOf(call) }, expression };
  }

  /** `module.net.vpc_id` as the expression of that output, and what is asked of it; undefined if there is none. */
  public outputOf(reference: string, { modules }: Place): { inner: Place; expression: Value; rest: string } {
    const [, call = "", output = "", rest = ""] = OUTPUT.exec(reference) ?? [];
    const inner = { modules: [...modules, call], resource: "", key: undefined };
    const expression =
      call === "" ? undefined : at(this.moduleOf(inner.modules), "outputs", output, "expression");
    return { inner, expression, rest };
  }

  /** Every output of a call. */
  public outputsOf(call: string, modules: readonly string[]): { inner: Place; expression: Value }[] {
    const inner = { modules: [...modules, call], resource: "", key: undefined };
    const outputs = asObject(at(this.moduleOf(inner.modules), "outputs"));
    return Object.values(outputs).map((one) => ({ inner, expression: at(one, "expression") }));
  }

  /** Everything that a module is given, by whoever calls it. */
  public inputsOf(modules: readonly string[]): { outer: Place; expression: Value }[] {
    const place = { modules, resource: "", key: undefined };
    const names = Object.keys(asObject(at(this.moduleOf(modules), "variables")));
    return names.flatMap((name) => {
      const { outer, expression } = this.inputOf(name, place);
      return outer === undefined ? [] : [{ outer, expression }];
    });
  }

  /** Calls of modules that stand in a module. */
  public callsIn(modules: readonly string[]): string[] {
    return Object.keys(asObject(at(this.moduleOf(modules), "module_calls"))).map((name) => `module.${name}`);
  }

  /** `module.x["a"]` and its like for `module.x`; one that has a key is itself. */
  public callsNamed(reference: string, modules: readonly string[]): string[] {
    const call = placeOf(reference).modules[0] ?? reference;
    if (keyOf(call) !== undefined) return [call];
    const made = this.callsByName().get([...modules, call].join("."));
    const inner = { modules: [...modules, call], resource: "", key: undefined };
    return made === undefined ? (this.isAbsent(inner) ? [] : [call]) : [...made];
  }

  /** True of a module that would have something in the plan if it were called at all. */
  public isAbsent({ modules }: Place): boolean {
    if (this.instancesIn(modules.join(".")).length > 0) return false;
    const resources = at(this.moduleOf(modules), "resources");
    return Array.isArray(resources) && resources.some(isUnconditional);
  }

  /** What stands in a module itself, by its path. */
  public instancesIn(path: string): readonly string[] {
    return this.byModule().get(path) ?? [];
  }

  private moduleOf(modules: readonly string[]): Value {
    return modules.reduce<Value>(
      (module, call) => at(module, "module_calls", withoutKey(call).replace(/^module\./, ""), "module"),
      this.root,
    );
  }
}

const OUTPUT = /^(module\.[\w-]+(?:\[[^\]]*\])?)\.([\w-]+)((?:[^\w-].*)?)$/s;

function isUnconditional(resource: Value): boolean {
  return (
    isObject(resource) &&
    resource.count_expression === undefined &&
    resource.for_each_expression === undefined
  );
}

function grouped(addresses: readonly string[], nameOf: (address: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const address of addresses) {
    const name = nameOf(address);
    const known = groups.get(name);
    if (known) known.push(address);
    else groups.set(name, [address]);
  }
  return groups;
}

function contentsOf(addresses: readonly string[]): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  for (const address of addresses) {
    const { modules } = placeOf(address);
    const paths = modules.flatMap((call, depth) =>
      [call, withoutKey(call)].map((one) => [...modules.slice(0, depth), one].join(".")),
    );
    for (const path of new Set(paths)) {
      const known = contents.get(path);
      if (known) known.push(address);
      else contents.set(path, [address]);
    }
  }
  return contents;
}

/** Calls with their keys, by their paths without the last key. */
function callsWithin(paths: readonly string[]): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>();
  for (const { modules } of paths.map(placeOf))
    modules.forEach((call, depth) => {
      const name = [...modules.slice(0, depth), withoutKey(call)].join(".");
      calls.set(name, (calls.get(name) ?? new Set()).add(call));
    });
  return calls;
}

function asObject(value: Value): Values {
  return isObject(value) ? value : {};
}

function byAddress(resources: Value): Map<string, Values> {
  const all = Array.isArray(resources) ? resources.filter(isObject) : [];
  return new Map(all.map((one) => [String(one.address), one]));
}
