import { bodiesIn } from "./bodies";
import { joined } from "./joined";
import { nameClashes } from "./name-clashes";
import { mentionsIn, valueOfText } from "./template";
import { at, isObject, isReference, UNKNOWN, type Resource, type Terraform } from "./value";
import type { Value, Values } from "./value";

/** Attributes whose text is worth reading although parts of it are not known. */
const TEXTS = new Set(["container_definitions", "policy", "assume_role_policy", "resource_id"]);

/** What makes a resource known to others: a reference to it is worth more than the text that stands there. */
const IDENTITIES = new Set(["id", "arn", "name", "certificate_arn"]);

/** References may lead to references; nothing sensible goes deeper. */
const DEEPEST = 8;

/** A reference that CDKTF hands to another stack. */
const CROSS_STACK = /^cross-stack-output-/;

/** Behind these stand things that this file does not show, or not here. */
const HIDDEN = /\b(module|local)\./;

/** Whether a template mentions one of them. In one expression this would take the square of the text's length. */
function isHidden(text: string): boolean {
  return text.split("}").some((part) => {
    const opening = part.search(/[$%]\{/);
    return opening !== -1 && HIDDEN.test(part.slice(opening));
  });
}

type Bodies = ReadonlyMap<string, Values>;

/**
 * Terraform JSON as it is written by hand or by CDKTF: what refers to a resource is known, other templates are not. Of
 * `others` those whose states it reads are read with it.
 */
export function readSynthesized(document: Values, others: readonly Values[] = []): Terraform {
  const { document: whole, read } = joined(document, others);
  const clashes = nameClashes(document, others);
  return { ...readAlone(whole), clashes, ...(read.length === 0 ? {} : { others: read.map(readAlone) }) };
}

function readAlone(document: Values): Terraform {
  const bodies = new Map([...bodiesIn(document.resource, ""), ...bodiesIn(document.data, "data.")]);
  const handedOut = new Set(handedOutBy(document));
  return {
    kind: "synthesized",
    waivers: at(document["//"], "waivers"),
    resources: [...bodies].map(([address, body]) => resource(address, body, bodies, handedOut)),
  };
}

function resource(address: string, body: Values, bodies: Bodies, handedOut: ReadonlySet<string>): Resource {
  const { "//": comment, depends_on: dependsOn, count, for_each: forEach, ...attributes } = body;
  const path = at(comment, "metadata", "path");
  const isData = address.startsWith("data.");
  const text = JSON.stringify({ ...attributes, count, for_each: forEach });
  const values = Object.entries(attributes).map(([name, value]): [string, Value] => [
    name,
    TEXTS.has(name) ? value : known(value, bodies, DEEPEST),
  ]);
  return {
    address,
    type: address.split(".")[isData ? 1 : 0] ?? "",
    values: Object.fromEntries([...values, ...dynamicBlocks(attributes.dynamic)]),
    dependsOn: Array.isArray(dependsOn) ? dependsOn.filter((one) => typeof one === "string").map(bare) : [],
    mentions: [...new Set(mentionsIn(text))],
    ...unclearIn(attributes, values),
    ...(isHidden(text) ? { isOrderHidden: true } : {}),
    ...(typeof path === "string" ? { constructPath: path } : {}),
    ...(count === undefined && forEach === undefined ? {} : { many: true }),
    ...(isData ? { isData: true } : {}),
    ...(handedOut.has(address) ? { handedOut: true } : {}),
  };
}

function known(value: Value, bodies: Bodies, depth: number): Value {
  if (typeof value === "string") return followed(valueOfText(value), bodies, depth);
  if (Array.isArray(value)) return value.map((part) => known(part, bodies, depth));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, known(part, bodies, depth)]),
    );
  return value;
}

/** A reference to an attribute that its owner writes out is that value. One to an unknown number is unknown. */
function followed(value: Value, bodies: Bodies, depth: number): Value {
  if (!isReference(value)) return value;
  const body = bodies.get(value.refersTo[0] ?? "");
  if (body === undefined || body.count !== undefined || body.for_each !== undefined) return UNKNOWN;
  const { attribute = "" } = value;
  const written = IDENTITIES.has(attribute) ? undefined : body[attribute];
  return written === undefined || depth === 0 ? value : known(written, bodies, depth - 1);
}

/** Templates whose value is not known. */
function unclearIn(attributes: Values, values: readonly [string, Value][]): Pick<Resource, "unclear"> {
  const unclear = new Map<string, string>();
  const visit = (value: Value, written: Value, path: string): void => {
    if (value === UNKNOWN) unclear.set(path, typeof written === "string" ? written : "a dynamic block");
    else if (Array.isArray(value))
      value.forEach((part: Value, index) => visit(part, elementOf(written, index), `${path}[${index}]`));
    else if (isObject(value) && !isReference(value))
      for (const [name, part] of entries(value)) visit(part, at(written, name), `${path}.${name}`);
  };
  for (const [name, value] of values) visit(value, attributes[name], name);
  return unclear.size === 0 ? {} : { unclear };
}

function elementOf(value: Value, index: number): Value {
  return Array.isArray(value) ? (value as readonly Value[])[index] : undefined;
}

/** `dynamic` blocks stand for an unknown number of blocks of that name. */
function dynamicBlocks(dynamic: Value): [string, Value][] {
  return entries(dynamic).map(([name]) => [name, UNKNOWN]);
}

/** Resources that modules, and other stacks, were given. */
function handedOutBy(document: Values): string[] {
  const outputs = entries(document.output).filter(([name]) => CROSS_STACK.test(name));
  return [...entries(document.module), ...outputs].flatMap(([, body]) => mentionsIn(JSON.stringify(body)));
}

/** `${aws_lb.a}` of a JSON document written by hand is `aws_lb.a`. */
function bare(dependency: string): string {
  const address = dependency.replace(/^\$\{(.*)\}$/, "$1");
  return address.endsWith("]") ? address.replace(/\[.*/s, "") : address;
}

function entries(value: Value): [string, Value][] {
  return isObject(value) ? Object.entries(value) : [];
}
