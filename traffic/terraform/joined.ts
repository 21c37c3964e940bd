import { at, isObject, type Value, type Values } from "./value";

/** A document with what it reads of others' states put in place, and the others that this was found in. */
export interface Joined {
  readonly document: Values;
  readonly read: readonly Values[];
}

const USUAL_HOST = "app.terraform.io";
const STATE = "terraform_remote_state";
const OUTPUT =
  /^\$\{data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)((?:\.[\w-]+|\["[^"]*"\]|\[\d+\])*)\}$/;
const STEP = /\.([\w-]+)|\["([^"]*)"\]|\[(\d+)\]/g;

/**
 * Puts the resources of other documents beside those of one that reads their states, and their outputs' values where
 * they are read. The others are applied as a whole before it. One that has an address in common stays apart: what it
 * tells is unknown then, as that of a document which is not here.
 */
export function joined(document: Values, others: readonly Values[]): Joined {
  const rest = others.filter((other) => other !== document);
  const sources = [...statesReadBy(document)].flatMap(([name, state]): [string, Values][] => {
    const [only, ...more] = rest.filter((other) => stateOf(other) === state);
    return only === undefined || more.length > 0 || collide(document, only) ? [] : [[name, only]];
  });
  return sources.reduce<Joined>(
    ({ document: reader, read }, [name, source]) => {
      if (read.includes(source) || collide(reader, source)) return { document: reader, read };
      const whole = joined(source, rest);
      return { document: merged(reader, name, whole.document), read: [...read, source, ...whole.read] };
    },
    { document, read: [] },
  );
}

function merged(reader: Values, name: string, source: Values): Values {
  const first = addressesIn(source).filter((address) => !address.startsWith("data."));
  const placed = (value: Value): Value => withOutputs(value, name, source.output);
  const later = mapBodies(reader.resource, (body) => ({
    ...(placed(body) as Values),
    depends_on: [...(Array.isArray(body.depends_on) ? (body.depends_on as Value[]) : []), ...first],
  }));
  return {
    ...reader,
    output: { ...asObject(source.output), ...asObject(placed(reader.output)) },
    resource: union(later, source.resource),
    data: union(placed(reader.data), source.data),
  };
}

/** Whole references to outputs of one state, as the values that its own document gives them. */
function withOutputs(value: Value, name: string, outputs: Value): Value {
  if (typeof value === "string") {
    const [, state, output = "", path = ""] = OUTPUT.exec(value) ?? [];
    if (state !== name) return value;
    return follow(at(outputs, output, "value"), path) ?? value;
  }
  if (Array.isArray(value)) return value.map((part: Value) => withOutputs(part, name, outputs));
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, withOutputs(part, name, outputs)]);
  return Object.fromEntries(parts) as Values;
}

function follow(value: Value, path: string): Value {
  return [...path.matchAll(STEP)].reduce<Value>((part, [, name, key, position]) => {
    if (position !== undefined) return Array.isArray(part) ? (part as Value[])[Number(position)] : undefined;
    return at(part, name ?? key ?? "");
  }, value);
}

/** By the name of the data source, where the state lies. */
function statesReadBy(document: Values): Map<string, string> {
  const reads = Object.entries(asObject(at(document.data, STATE)));
  return new Map(
    reads.flatMap(([name, body]) => {
      const place = placeOf(String(at(body, "backend")), at(body, "config"));
      return place === undefined ? [] : [[name, place]];
    }),
  );
}

/** Where a document keeps its own state, in the words of those who read it. */
function stateOf({ terraform }: Values): string | undefined {
  const cloud = at(terraform, "cloud");
  if (cloud !== undefined) return placeOf("remote", cloud);
  const [kind, settings] = Object.entries(asObject(at(terraform, "backend")))[0] ?? [];
  return kind === undefined ? undefined : placeOf(kind, settings);
}

function placeOf(kind: string, settings: Value): string | undefined {
  const named = {
    local: [at(settings, "path")],
    s3: [at(settings, "bucket"), at(settings, "key")],
    remote: [
      at(settings, "hostname") ?? USUAL_HOST,
      at(settings, "organization"),
      at(settings, "workspaces", "name"),
    ],
  }[kind];
  return named?.every((part) => typeof part === "string") ? [kind, ...named].join("\n") : undefined;
}

function collide(one: Values, other: Values): boolean {
  const known = new Set(addressesIn(one));
  return addressesIn(other).some((address) => known.has(address));
}

function addressesIn({ resource, data }: Values): string[] {
  const own = (byType: Value, prefix: string): string[] =>
    Object.entries(asObject(byType))
      .filter(([type]) => type !== STATE)
      .flatMap(([type, byName]) => Object.keys(asObject(byName)).map((name) => `${prefix}${type}.${name}`));
  return [...own(resource, ""), ...own(data, "data.")];
}

function mapBodies(byType: Value, change: (body: Values) => Values): Values {
  const types = Object.entries(asObject(byType)).map(([type, byName]) => {
    const bodies = Object.entries(asObject(byName)).map(([name, body]) => [name, change(asObject(body))]);
    return [type, Object.fromEntries(bodies) as Values];
  });
  return Object.fromEntries(types) as Values;
}

function union(one: Value, other: Value): Values {
  const [first, second] = [asObject(one), asObject(other)];
  const types = new Set([...Object.keys(first), ...Object.keys(second)]);
  return Object.fromEntries(
    [...types].map((type) => [type, { ...asObject(second[type]), ...asObject(first[type]) }]),
  );
}

function asObject(value: Value): Values {
  return isObject(value) ? value : {};
}
