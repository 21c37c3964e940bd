import { isObject, keyOf, placeOf, withoutKey, type Resource } from "../terraform";

/** Names that people give a resource when they have no better one. */
const GENERIC = new Set(["this", "main", "default"]);

/** What all parts of a landscape have. */
export interface Part {
  /** Terraform address. */
  readonly address: string;
  /** Construct path, if CDKTF wrote it. */
  readonly constructPath?: string;
  /** What people call it: its Name tag, its name, or the last word of its address. */
  readonly name: string;
  /** Addresses that it is explicitly ordered after. */
  readonly dependsOn: readonly string[];
  /** True if there may be none of it, or many (`count`, `for_each` before a plan). */
  readonly many: boolean;
  /** True if others than this file may add to it: it is looked up, or was handed to a module or another stack. */
  readonly open: boolean;
}

export function partOf(resource: Resource): Part {
  const { address, constructPath, dependsOn } = resource;
  return {
    address,
    ...(constructPath === undefined ? {} : { constructPath }),
    name: nameOf(resource),
    dependsOn,
    many: resource.many === true,
    open: resource.isData === true || resource.handedOut === true || resource.many === true,
  };
}

function nameOf({ address, values }: Resource): string {
  const { tags } = values;
  const candidates = [isObject(tags) ? tags.Name : undefined, values.name, values.family, values.domain_name];
  const name = candidates.find((one) => typeof one === "string" && one !== "");
  return typeof name === "string" ? name : lastWord(address);
}

/** `this` says nothing; the module's name does. */
function lastWord(address: string): string {
  const { modules, resource, key } = placeOf(address);
  const word = resource.split(".").at(-1) ?? address;
  const call = modules.at(-1)?.replace(/^module\./, "");
  const name = call !== undefined && GENERIC.has(word) ? call : word;
  return `${withoutKey(name)}${spoken(keyOf(name))}${spoken(key)}`;
}

/** `["blue"]` as ` blue`. */
function spoken(key: string | undefined): string {
  return key === undefined ? "" : ` ${key.slice(1, -1).replace(/^"|"$/g, "")}`;
}

/** Parts refer to each other in circles, so what they refer to is found when asked for. */
export { once } from "../terraform";
