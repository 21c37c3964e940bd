import { moduleOf } from "./address";
import type { Configuration } from "./configuration";
import { mostSpecific, namesIn } from "./references";
import { at, isObject, type Value } from "./value";

/** What is known of a value is no further inside it than this. */
const DEEPEST = 16;

const NAME = /^(var|local)\./;

/**
 * Variables and locals whose value is known although the plan does not print it: some attribute takes one of them and
 * nothing else, and that attribute is known. An unknown value comes from elsewhere.
 */
export class KnownNames {
  private readonly byModule = new Map<string, Set<string>>();

  public constructor(configuration: Configuration, openParts: ReadonlyMap<string, Value>) {
    for (const address of configuration.byAddress.keys()) {
      const module = moduleOf(address);
      const names = knownIn(configuration.expressionsOf(address), openParts.get(address));
      const known = this.byModule.get(module) ?? new Set<string>();
      for (const name of names) known.add(name);
      this.byModule.set(module, known);
    }
  }

  public has(name: string, modules: readonly string[]): boolean {
    const known = this.byModule.get(modules.join("."));
    if (known === undefined) return false;
    const steps = [...name.matchAll(/[.[]/g)].slice(0, DEEPEST);
    return known.has(name) || steps.some(({ index }) => known.has(name.slice(0, index)));
  }
}

function knownIn(expression: Value, open: Value): string[] {
  if (Array.isArray(expression))
    return expression.flatMap((one: Value, index) => knownIn(one, Array.isArray(open) ? open[index] : open));
  if (!isObject(expression)) return [];
  if ("references" in expression) return isKnown(open) ? lone(namesIn(expression)) : [];
  return Object.entries(expression).flatMap(([name, one]) =>
    knownIn(one, open === true ? open : at(open, name)),
  );
}

function lone(references: readonly string[]): string[] {
  const [only, ...others] = mostSpecific(references);
  return only !== undefined && others.length === 0 && NAME.test(only) ? [only] : [];
}

/** True if nothing in a value is still to be filled in. */
function isKnown(open: Value): boolean {
  if (Array.isArray(open)) return open.every(isKnown);
  return isObject(open) ? Object.values(open).every(isKnown) : open !== true;
}
