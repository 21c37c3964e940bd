import { keyOf, placeOf, withoutKey, type Place } from "./address";
import { isPrefix } from "./references";
import { at, isObject, type Resource, type Value, type Values } from "./value";

/** The configuration inside a plan: expressions as lists of what they mention, by resource and by module. */
export class Configuration {
  public readonly byAddress: ReadonlyMap<string, Resource>;
  private readonly root: Value;
  /** Instances by the address without their own key. */
  private readonly instances = new Map<string, string[]>();
  /** Everything in a module, by its path. */
  private readonly contents = new Map<string, readonly string[]>();
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

  /** Instances of a resource as it is named in a module. */
  public instancesOf(resource: string, modules: readonly string[]): readonly string[] {
    return this.instances.get([...modules, resource].join(".")) ?? [];
  }

  /** Instances of a resource, or of everything in a module. */
  public named(name: string, modules: readonly string[]): readonly string[] {
    if (!name.startsWith("module.")) return this.instancesOf(withoutKey(name), modules);
    const path = [...modules, name].join(".");
    const known = this.contents.get(path);
    if (known !== undefined) return known;
    const found = [...this.byAddress.keys()].filter((one) => isPrefix(path, one));
    this.contents.set(path, found);
    return found;
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

  /** `module.net.vpc_id` as the expression of that output; undefined if there is none. */
  public outputOf(reference: string, { modules }: Place): { inner: Place; expression: Value } {
    const [, call = "", output = ""] = OUTPUT.exec(reference) ?? [];
    const inner = { modules: [...modules, call], resource: "", key: undefined };
    const expression =
      call === "" ? undefined : at(this.moduleOf(inner.modules), "outputs", output, "expression");
    return { inner, expression };
  }

  private moduleOf(modules: readonly string[]): Value {
    return modules.reduce<Value>(
      (module, call) => at(module, "module_calls", withoutKey(call).replace(/^module\./, ""), "module"),
      this.root,
    );
  }
}

const OUTPUT = /^(module\.[A-Za-z0-9_-]+(?:\[[^\]]*\])?)\.([A-Za-z0-9_-]+)/;

function byAddress(resources: Value): Map<string, Values> {
  const all = Array.isArray(resources) ? resources.filter(isObject) : [];
  return new Map(all.map((one) => [String(one.address), one]));
}
