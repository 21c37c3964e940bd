import { Configuration } from "./configuration";
import { KnownNames } from "./known-names";
import { Mentions } from "./mentions";
import { namesIn } from "./references";
import { Sources } from "./sources";
import { at, isObject, UNKNOWN, type Reference, type Resource, type Terraform } from "./value";
import type { Value, Values } from "./value";

/** `terraform show -json` of a state: every value is known. */
export function readState(document: Values): Terraform {
  const outputs = new Set(textsWithin(at(document.values, "outputs")));
  const resources = modulesOf(document.values).flatMap(instancesIn);
  const isGiven = ({ values: { arn, id } }: Resource): boolean =>
    (isText(arn) && outputs.has(arn)) || (isText(id) && outputs.has(id));
  return { kind: "state", resources: resources.map((one) => (isGiven(one) ? handedOut(one) : one)) };
}

/**
 * `terraform show -json` of a plan: values as far as they are planned, and for what is known after apply only, the
 * resources that the configuration says it comes from.
 */
export function readPlan(document: Values): Terraform {
  const openParts = new Map<string, Value>(
    list(document.resource_changes).map((change) => [
      text(change.address),
      at(change.change, "after_unknown"),
    ]),
  );
  const planned = modulesOf(document.planned_values).flatMap(instancesIn);
  const addresses = new Set(planned.map(({ address }) => address));
  const lookedUp = modulesOf(at(document.prior_state, "values"))
    .flatMap(instancesIn)
    .filter(({ isData, address }) => isData === true && !addresses.has(address));
  const instances = [...planned, ...lookedUp];
  const configuration = new Configuration(document.configuration, instances);
  const reading = {
    configuration,
    sources: new Sources(configuration, new KnownNames(configuration, openParts)),
    mentions: new Mentions(configuration),
  };
  const given = givenAway(document.configuration, reading.sources);
  return {
    kind: "plan",
    resources: instances
      .map((one) => completed(one, openParts.get(one.address), reading))
      .map((one) => (given.has(one.address) ? handedOut(one) : one)),
  };
}

/** What other states read of these may get listeners, rules and targets there. */
const HANDED_ON = /^aws_(lb|alb)(_listener|_target_group)?$/;

function handedOut(resource: Resource): Resource {
  return HANDED_ON.test(resource.type) ? { ...resource, handedOut: true } : resource;
}

/** What the outputs of the root give away by its id or ARN, or as a whole. */
function givenAway(configuration: Value, sources: Sources): Set<string> {
  const outputs = Object.values((at(configuration, "root_module", "outputs") ?? {}) as Values);
  const found = outputs.map((one) => sources.resolve(namesIn(at(one, "expression")), ""));
  const names = [undefined, "arn", "id"];
  return new Set(
    found.flatMap((one) => (one === UNKNOWN || !names.includes(one.attribute) ? [] : one.refersTo)),
  );
}

function textsWithin(value: Value): string[] {
  if (isText(value)) return [value];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap((one) => textsWithin(one as Value))
    : [];
}

interface Reading {
  readonly configuration: Configuration;
  readonly sources: Sources;
  readonly mentions: Mentions;
}

/** An instance with what is not known yet in its place. */
function completed(instance: Resource, open: Value, { configuration, sources, mentions }: Reading): Resource {
  const { address } = instance;
  const expressions = configuration.expressionsOf(address);
  const unclear = new Map<string, string>();
  const resolve: Resolve = (references, path) => {
    const found = sources.resolve(references, address);
    if (found === UNKNOWN || (found.among === true && found.refersTo.length > 1))
      unclear.set(path, sources.originOf(references, address));
    return found;
  };
  const overlaid = overlay(instance.values, open, { expression: expressions, path: "" }, resolve);
  const values = isObject(overlaid) ? overlaid : {};
  const mentioned = mentions.mentionsOf(address);
  const unset = Object.keys(values).filter((name) => at(expressions, name) === undefined);
  return {
    ...instance,
    values,
    dependsOn: mentions.dependenciesOf(address),
    ...(mentioned === undefined ? { isOrderHidden: true } : { mentions: mentioned }),
    unset: new Set(unset),
    ...(unclear.size === 0 ? {} : { unclear }),
  };
}

type Resolve = (references: readonly string[], path: string) => Reference | typeof UNKNOWN;

/** What is written for a part of a resource. */
interface Written {
  readonly expression: Value;
  readonly path: string;
}

/** Puts what is not known yet, or where it comes from, in the place of what the plan leaves out. */
function overlay(value: Value, open: Value, written: Written, resolve: Resolve): Value {
  if (open === true) return fromExpression(written, resolve);
  if (Array.isArray(open)) {
    const parts = Array.isArray(value) ? value : [];
    const length = Math.max(parts.length, open.length);
    return Array.from({ length }, (_, index) =>
      overlay(parts[index], open[index], elementOf(written, index), resolve),
    );
  }
  if (isObject(open)) {
    const parts = isObject(value) ? value : {};
    const names = new Set([...Object.keys(parts), ...Object.keys(open)]);
    return Object.fromEntries(
      [...names].map((name) => [name, overlay(parts[name], open[name], memberOf(written, name), resolve)]),
    );
  }
  return value;
}

function fromExpression({ expression, path }: Written, resolve: Resolve): Value {
  if (expression === undefined) return UNKNOWN;
  const reference = resolve(list(at(expression, "references"), isText), path);
  if (reference === UNKNOWN) return UNKNOWN;
  return isShared(expression) ? { refersTo: reference.refersTo, among: true } : reference;
}

/** Blocks are lists of expressions; an attribute's expression covers all of its elements, and says so. */
function elementOf({ expression, path }: Written, index: number): Written {
  const place = `${path}[${index}]`;
  if (Array.isArray(expression)) return { expression: expression[index], path: place };
  return { expression: shared(expression) ?? expression, path: place };
}

function memberOf({ expression, path }: Written, name: string): Written {
  return {
    expression: shared(expression) ?? at(expression, name),
    path: path === "" ? name : `${path}.${name}`,
  };
}

function shared(expression: Value): Value {
  return isObject(expression) && "references" in expression ? { ...expression, shared: true } : undefined;
}

function isShared(expression: Value): boolean {
  return at(expression, "shared") === true;
}

function modulesOf(values: Value): Values[] {
  const collect = (module: Value): Values[] =>
    isObject(module) ? [module, ...list(module.child_modules).flatMap(collect)] : [];
  return collect(at(values, "root_module"));
}

function instancesIn(module: Values): Resource[] {
  return list(module.resources).map((resource) => ({
    address: text(resource.address),
    type: text(resource.type),
    values: isObject(resource.values) ? resource.values : {},
    dependsOn: list(resource.depends_on, isText),
    mentions: [],
    ...(resource.mode === "data" ? { isData: true } : {}),
  }));
}

function list<T extends Value = Values>(value: Value, holds?: (one: Value) => one is T): T[] {
  const wanted = holds ?? (isObject as (one: Value) => one is T);
  return Array.isArray(value) ? value.filter(wanted) : [];
}

function isText(value: Value): value is string {
  return typeof value === "string";
}

function text(value: Value): string {
  return isText(value) ? value : "";
}
