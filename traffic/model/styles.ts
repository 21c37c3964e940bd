import { moduleOf, type Resource } from "../terraform";
import type { Shelf } from "./catalogue";

/** How the authors of a file write what can be written in two ways: as blocks, or as resources of their own. */
export class Styles {
  private readonly modules = new Map<string, Set<string>>();

  public constructor(private readonly shelf: Shelf) {}

  /** True if the module that a resource stands in makes resources of at least one of these types. */
  public writesSeparately(resource: Resource, types: readonly string[]): boolean {
    return types.some((type) => this.modulesWith(type).has(moduleOf(resource.address)));
  }

  private modulesWith(type: string): Set<string> {
    const known = this.modules.get(type);
    if (known !== undefined) return known;
    const found = new Set(this.shelf.ofType(type).map(({ address }) => moduleOf(address)));
    this.modules.set(type, found);
    return found;
  }
}
