import { placeOf, referenceParts, type Place } from "./address";
import type { Configuration } from "./configuration";
import { mostSpecific, namesIn, namesWithin, textsIn } from "./references";
import { at, type Value } from "./value";

/** What Terraform makes before an instance: what its expressions mention, and what it is told to wait for. */
export class Mentions {
  /** What modules are declared to depend on, by their path: all that stands in them shares the list. */
  private readonly inherited = new Map<string, readonly string[]>();

  public constructor(private readonly configuration: Configuration) {}

  /** What an instance, or a module that it stands in, is declared to depend on. */
  public dependenciesOf(address: string): readonly string[] {
    const place = placeOf(address);
    const { configuration } = this;
    const own = textsIn(configuration.resourceOf(place)?.depends_on);
    const inherited = this.inheritedBy(place.modules);
    if (own.length === 0) return inherited;
    return [...new Set([...own.flatMap((one) => configuration.named(one, place.modules)), ...inherited])];
  }

  private inheritedBy(modules: readonly string[]): readonly string[] {
    const call = modules.at(-1);
    if (call === undefined) return [];
    const path = modules.join(".");
    const known = this.inherited.get(path);
    if (known !== undefined) return known;
    const outer = modules.slice(0, -1);
    const names = textsIn(at(this.configuration.callOf(outer, call), "depends_on"));
    const own = names.flatMap((one) => this.configuration.named(one, outer));
    const found = [...new Set([...own, ...this.inheritedBy(outer)])];
    this.inherited.set(path, found);
    return found;
  }

  /** Everything that an instance's expressions mention; undefined if some of it can't be followed. */
  public mentionsOf(address: string): string[] | undefined {
    const place = placeOf(address);
    const resource = this.configuration.resourceOf(place);
    const parts: Value[] = [resource?.expressions, resource?.count_expression, resource?.for_each_expression];
    return this.mentioned(parts.flatMap(namesWithin), place);
  }

  private mentioned(references: readonly string[], place: Place): string[] | undefined {
    const found = mostSpecific(references).map((one) => this.mention(one, place));
    return found.every((one) => one !== undefined) ? [...new Set(found.flat())] : undefined;
  }

  private mention(reference: string, place: Place): readonly string[] | undefined {
    const [head = "", name = ""] = reference.split(".");
    if (/^(each|count|path|terraform|self)$/.test(head)) return [];
    if (head === "local") return undefined;
    if (head === "var") return this.mentionedByCaller(name, place);
    if (head === "module") {
      const { inner, expression } = this.configuration.outputOf(reference, place);
      return expression === undefined ? undefined : this.mentioned(namesIn(expression), inner);
    }
    const { resource } = placeOf(referenceParts(reference).resource);
    return this.configuration.instancesOf(resource, place.modules);
  }

  private mentionedByCaller(name: string, place: Place): string[] | undefined {
    const { outer, expression } = this.configuration.inputOf(name, place);
    return outer === undefined ? [] : this.mentioned(namesIn(expression), outer);
  }
}
