import { combine } from "./engine/combine";
import { variations, type Variation } from "./engine/decisions";
import type { Entry } from "./engine/entries";
import { isObject, mapStrings, stringsIn, type Json, type JsonObject } from "./engine/json";
import { addressOf, select } from "./engine/select";
import type { ModuleDefinition, Part } from "./definitions/definition";
import { messageOf, type Input } from "./inputs/input";
import { generalised, samplesIn } from "./template/generalised";
import { SAMPLE } from "./template/samples";
import { synthesized } from "./template/synthesized";

const REQUIRED = {
  required_version: ">= 1.9.0, < 2.0.0",
  required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" } },
};

/** The module's `main.tf.json`. */
export function build(definition: ModuleDefinition): JsonObject {
  const shapes = variations(definition.dimensions).map((at) => {
    const whole = { ...definition.fixed, ...at };
    return { at, value: cut(definition, whole) };
  });
  const entries = withRegion(
    combine(shapes, definition.dimensions, definition.twins).map((entry) => finished(entry, definition)),
  );
  const document = {
    terraform: REQUIRED,
    variable: Object.fromEntries(
      Object.entries(definition.inputs).map(([name, input]) => [name, variable(name, input)]),
    ),
    locals: mapValues(definition.locals, (expression) => `\${${expression}}`),
    data: { aws_region: { current: {} }, ...grouped(entries, "data") },
    resource: grouped(entries, "resource"),
    output: outputs(entries, definition),
  };
  verify(document, definition);
  return document;
}

/** The definition's parts of one shape of the template. */
function cut(definition: ModuleDefinition, at: Variation): Entry[] {
  const isGiven = at.cluster === "given";
  const entries = synthesized(at, { networkOnly: definition.parts.every((part) => part === "network") });
  const inside = (entry: Entry): boolean =>
    entry.kind === "output"
      ? definition.outputs[entry.name] !== undefined && definition.outputs[entry.name]?.value === undefined
      : definition.parts.includes(partOf(entry)) && !(isGiven && entry.path.startsWith("Cluster/"));
  const selected = select(entries, inside, definition.bounds ?? []);
  if (!isGiven) return selected;
  const cluster = `service/\${split("/", var.cluster_arn)[1]}/`;
  return selected.map((entry) => ({
    ...entry,
    body: mapStrings(entry.body, (text) => text.replace(`service/${SAMPLE.name}/`, cluster)) as JsonObject,
  }));
}

/** A rule that lets the load balancer reach the tasks belongs to those who are reached. */
function partOf({ path }: Entry): Part {
  if (path.startsWith("Network/")) return "network";
  return path.startsWith("Cluster") || path.includes(SAMPLE.service) ? "service" : "front-door";
}

/**
 * What holds on to the provider's region. Where a module call has `depends_on`, Terraform reads data sources during the
 * apply as soon as anything changes there: tasks and endpoints would be replaced for a region that might be another.
 */
function withRegion(entries: readonly Entry[]): Entry[] {
  const isUsed = stringsIn(entries.map(({ body }) => body)).some((text) =>
    text.includes("terraform_data.region."),
  );
  const region = "${data.aws_region.current.id}";
  const condition = "${self.input == data.aws_region.current.id}";
  const error_message = `the module was made in another region, got ${region}: give that back to its provider, or call the module anew.`;
  const lifecycle = { ignore_changes: ["input"], postcondition: [{ condition, error_message }] };
  const holder = { kind: "resource", type: "terraform_data", name: "region", path: "" } as const;
  return [...entries, ...(isUsed ? [{ ...holder, body: { input: region, lifecycle } }] : [])];
}

/** In terms of the inputs, with the caller's tags, and checked before it is made. */
function finished(entry: Entry, { only = {}, preconditions = {} }: ModuleDefinition): Entry {
  const body = mapStrings(entry.body, generalised) as JsonObject;
  if (entry.type === "aws_route53_zone")
    Object.assign(body, {
      name: "${var.hosted_zone_id == null ? var.hosted_zone_name : null}",
      zone_id: "${var.hosted_zone_id}",
    });
  if (entry.kind !== "resource") return { ...entry, body };
  const address = addressOf(entry);
  if (only[address] !== undefined) body.count = `\${${only[address]} ? 1 : 0}`;
  if (body.tags !== undefined) body.tags = withCallersTags(body.tags);
  if (entry.type === "aws_ecs_task_definition")
    Object.assign(body, { cpu: "${var.cpu}", memory: "${var.memory}" });
  if (entry.type === "aws_lb") body.enable_deletion_protection = "${var.deletion_protection}";
  const conditions = (preconditions[address] ?? []).map((rule) => ({
    condition: `\${${rule.condition}}`,
    error_message: messageOf("", { ...rule, bad: {} }),
  }));
  if (conditions.length === 0) return { ...entry, body };
  const lifecycle = isObject(body.lifecycle) ? body.lifecycle : {};
  return { ...entry, body: { ...body, lifecycle: { ...lifecycle, precondition: conditions } } };
}

function withCallersTags(tags: Json): Json {
  if (typeof tags === "string") return `\${merge(var.tags, ${tags.slice(2, -1)})}`;
  const own = Object.entries(tags as JsonObject).map(([key, value]) => `${key} = ${quoted(String(value))}`);
  return own.length === 0 ? "${var.tags}" : `\${merge(var.tags, { ${own.join(", ")} })}`;
}

function quoted(template: string): string {
  return /^\$\{[^}]*\}$/.test(template) ? template.slice(2, -1) : `"${template}"`;
}

function variable(name: string, { rules = [], ...input }: Input): JsonObject {
  return {
    type: input.type,
    description: input.description,
    ...(input.default !== undefined && { default: input.default }),
    nullable: input.default === null,
    ...(rules.length > 0 && {
      validation: rules.map((rule) => ({
        condition: `\${${rule.condition}}`,
        error_message: messageOf(name, rule),
      })),
    }),
  };
}

function outputs(entries: readonly Entry[], { outputs: told }: ModuleDefinition): JsonObject {
  const made = new Map(entries.filter(({ kind }) => kind === "output").map(({ name, body }) => [name, body]));
  return mapValues(told, ({ description, value }, name) => {
    const body = value === undefined ? made.get(name) : { value: `\${${value}}` };
    if (body === undefined) throw new Error(`no output ${name}`);
    return { description, ...body };
  });
}

function grouped(entries: readonly Entry[], kind: Entry["kind"]): JsonObject {
  const types: Record<string, JsonObject> = {};
  for (const entry of entries.filter((one) => one.kind === kind))
    types[entry.type] = { ...types[entry.type], [entry.name]: entry.body };
  return mapValues(
    Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1))),
    (one) => one,
  );
}

/** No sample is left, nothing refers to an input that is not there, and every input is used, if only by another's rule. */
function verify(document: JsonObject, definition: ModuleDefinition): void {
  const rest = { ...document, variable: {} };
  const texts = stringsIn(rest);
  const left = texts.flatMap(samplesIn);
  const looked = Object.entries(definition.inputs).flatMap(([name, { rules = [] }]) =>
    rules.flatMap(({ condition }) => inputsIn(condition)).filter((one) => one !== name),
  );
  const used = new Set([...texts.flatMap(inputsIn), ...looked]);
  const unknown = [...used].filter((name) => !(name in definition.inputs));
  const unused = Object.keys(definition.inputs).filter((name) => !used.has(name));
  const problems = [
    ...left.map((sample) => `sample ${sample} is left`),
    ...unknown.map((name) => `no input ${name}`),
    ...unused.map((name) => `input ${name} is not used`),
  ];
  if (problems.length > 0) throw new Error(`module ${definition.name}: ${[...new Set(problems)].join(", ")}`);
}

function inputsIn(text: string): string[] {
  return [...text.matchAll(/\bvar\.([a-z_]+)/g)].map(([, name = ""]) => name);
}

function mapValues<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => Json,
): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
