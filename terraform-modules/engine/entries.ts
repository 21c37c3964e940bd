import { isObject, mapStrings, type Json, type JsonObject } from "./json";
import type { Each } from "./each";

/** A resource, data source or output of one synthesized variant, with a name that says what it is. */
export interface Entry {
  readonly kind: "resource" | "data" | "output";
  readonly type: string;
  readonly name: string;
  /** Ids of the constructs from below the stack. */
  readonly path: string;
  /** The sample for which it stands, if it is one of a family. */
  readonly sample?: string;
  readonly body: JsonObject;
}

/** A document as CDKTF writes it. */
export interface Synthesized {
  readonly resource?: Record<string, Record<string, JsonObject>>;
  readonly data?: Record<string, Record<string, JsonObject>>;
  readonly output?: Record<string, JsonObject>;
}

const REFERENCE = /(\bdata\.)?\b(aws_[a-z0-9_]+)\.([A-Za-z0-9_-]+)/g;

/**
 * Reads a synthesized document. References point to the new names; one to a member of a family carries its sample in
 * marks, `aws_subnet.public_subnet<<us-east-1a>>`, until the family is folded.
 */
export function entriesOf(
  document: Synthesized,
  each: readonly Each[],
  idOf: (path: string) => string,
): Entry[] {
  const found = [
    ...blocks("resource", document.resource ?? {}, each, idOf),
    ...blocks("data", document.data ?? {}, each, idOf),
  ];
  const names = new Map(found.map(({ id, entry }) => [`${entry.kind}.${entry.type}.${id}`, entry]));
  const rename = (text: string): string =>
    text.replace(REFERENCE, (whole, data: string | undefined, type: string, id: string) => {
      const entry = names.get(`${data === undefined ? "resource" : "data"}.${type}.${id}`);
      if (entry === undefined) return whole;
      const mark = entry.sample === undefined ? "" : `<<${entry.sample}>>`;
      return `${data ?? ""}${type}.${entry.name}${mark}`;
    });
  const outputs = Object.entries(document.output ?? {}).map(([name, body]) => ({
    id: name,
    entry: { kind: "output" as const, type: "output", name, path: name, body },
  }));
  return [...found, ...outputs].map(({ entry }) => ({
    ...entry,
    body: mapStrings(withoutComments(entry.body), rename) as JsonObject,
  }));
}

function blocks(
  kind: "resource" | "data",
  types: Record<string, Record<string, JsonObject>>,
  each: readonly Each[],
  idOf: (path: string) => string,
): { id: string; entry: Entry }[] {
  return Object.entries(types).flatMap(([type, instances]) =>
    Object.entries(instances).map(([id, body]) => {
      const path = pathOf(body).split("/").slice(1).join("/");
      const family = each.map((one) => one.member(path)).find((member) => member !== undefined);
      const name = nameOf(idOf(family?.path ?? path));
      return { id, entry: { kind, type, name, path, body, ...(family && { sample: family.sample }) } };
    }),
  );
}

function pathOf(body: JsonObject): string {
  const comment = body["//"];
  const metadata = isObject(comment) ? comment.metadata : undefined;
  const path = isObject(metadata) ? metadata.path : undefined;
  if (typeof path !== "string") throw new Error(`no construct path: ${JSON.stringify(body)}`);
  return path;
}

/** `LoadBalancer/SecurityGroup/From-Internet-80` is `load_balancer_security_group_from_internet_80`. */
export function nameOf(path: string): string {
  const ids = path.split("/").filter((id) => id !== "Resource");
  return ids
    .join("-")
    .replace(/-var-[a-z-]+/g, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

function withoutComments(value: JsonObject): JsonObject {
  const kept = Object.entries(value).filter(([key]) => key !== "//");
  return Object.fromEntries(
    kept.map(([key, one]) => [key, isObject(one) ? withoutComments(one) : (one as Json)]),
  );
}
