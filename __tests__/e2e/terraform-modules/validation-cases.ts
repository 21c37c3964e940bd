import type { ModuleDefinition } from "../../../terraform-modules/definitions/definition";
import type { Json } from "../../../terraform-modules/engine/json";
import { messageOf, type Rule } from "../../../terraform-modules/inputs/input";
import { hcl } from "../../../terraform-modules/pages/hcl";

/** A call of a module, and what Terraform has to say of it. */
export interface Case {
  readonly module: string;
  /** The input that it is about. */
  readonly input: string;
  readonly title: string;
  /** HCL by the names of inputs. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The texts of the message that must appear, in order, with anything between them; undefined if nothing may. */
  readonly told?: readonly string[];
  /** True if it may be accepted as well as refused by a rule; it may not crash. */
  readonly isOpen?: true;
}

/** What is valid for inputs that the modules' own examples and shapes leave out or empty, with what goes with it. */
const VALID: Readonly<Record<string, Given>> = {
  allowed_cidr_blocks: { internal: true, allowed_cidr_blocks: ["10.0.0.0/8"] },
  hosted_zone_id: { https: true, domain_name: "shop.example.com", hosted_zone_id: "Z0123456789ABCDEFGHIJ" },
  certificate_arn: {
    ...{ https: true, create_certificate: false },
    certificate_arn: "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012",
  },
  cluster_arn: { create_cluster: false, cluster_arn: "arn:aws:ecs:us-east-1:123456789012:cluster/shared" },
  plain_text_secrets: { environment: { API_TOKEN: "none" }, plain_text_secrets: ["API_TOKEN"] },
  ssm_secrets: { ssm_secrets: { LEVEL: "arn:aws:ssm:us-east-1:123456789012:parameter/level" } },
  tags: { tags: { Team: "shop" } },
  load_balancer_name: { load_balancer_name: "shop-door" },
  load_balancer_security_group_name: { load_balancer_security_group_name: "shop-door-group" },
  service_security_group_name: { service_security_group_name: "shop-tasks-group" },
  target_group_name: { target_group_name: "shop-targets" },
};

/** Every input of a module, null and sensitive; every rule of it, broken by sensitive values. */
export function casesOf(definition: ModuleDefinition): Case[] {
  return Object.keys(definition.inputs).flatMap((name) => [
    ...validCases(definition, name),
    ...nullCases(definition, name),
    ...(definition.inputs[name]?.rules ?? []).flatMap((rule) => brokenCases(definition, name, rule)),
  ]);
}

/** What a rule says, without what was given: the texts around its templates. */
export function textsOf(name: string, rule: Rule): string[] {
  const texts: string[] = [];
  let [text, depth] = ["", 0];
  for (const character of messageOf(name, rule).replace(/\$\{/g, "\u0000")) {
    if (character === "\u0000" || (depth > 0 && character === "{")) depth += 1;
    else if (depth > 0 && character === "}") depth -= 1;
    else if (depth === 0) text += character;
    if (character === "\u0000" && depth === 1) text = (texts.push(text), "");
  }
  return [...texts, text].filter((one) => one !== "");
}

function validCases(definition: ModuleDefinition, name: string): Case[] {
  const { module, least } = start(definition);
  const given = validWith(definition, name);
  return sensitiveForms(given[name] ?? null).map(([how, text]) => ({
    ...{ module, input: name },
    title: `${name} valid and ${how}`,
    inputs: { ...least, ...written(given), [name]: text },
  }));
}

/** Inputs that are valid together, the named one among them, from the module's own examples and shapes. */
function validWith({ inputs, least, examples, shapes }: ModuleDefinition, name: string): Given {
  const all: Given[] = [
    least,
    ...shapes.map((one) => one.inputs ?? {}),
    ...examples.map((one) => one.inputs),
  ];
  const found = VALID[name] ?? all.find((one) => name in one && isConstant(one));
  if (found !== undefined) return found;
  const value = inputs[name]?.default ?? undefined;
  if (value === undefined) throw new Error(`no valid value of ${name}: add one`);
  return { [name]: value };
}

type Given = Readonly<Record<string, Json>>;

/** Examples may hold references to what their root makes. */
function isConstant(given: Given): boolean {
  return !/"(module|var|data|aws_\w+)\./.test(JSON.stringify(given));
}

/** Null is nothing asked for where an input may be null, and the default where it has one. */
function nullCases(definition: ModuleDefinition, name: string): Case[] {
  const { module, least } = start(definition);
  const { type = "", default: preset } = definition.inputs[name] ?? {};
  const of = (title: string, text: string): Case => ({
    ...{ module, input: name },
    title: `${name} ${title}`,
    inputs: { ...least, [name]: text },
  });
  const inside = { "list(string)": "[null]", "map(string)": "{ A = null }" }[type];
  const members = [...type.matchAll(/(\w+) = (?:optional\()?(?:string|number)/g)].map(([, one = ""]) => one);
  return [
    ...(preset === undefined ? [] : [of("null", "null")]),
    ...(inside === undefined ? [] : [{ ...of("with a null inside", inside), isOpen: true as const }]),
    ...members.map((member) => ({
      ...of(`with ${member} null`, line({ ...VALID_MEMBERS[name], [member]: null })),
      isOpen: true as const,
    })),
  ];
}

const VALID_MEMBERS: Readonly<Record<string, Record<string, Json>>> = {
  scaling: { minimum: 2, maximum: 4, cpu_percent: 60, requests_per_target: 100 },
};

/** The rule broken in the open, by values that are sensitive one by one, and by all of them. */
function brokenCases(definition: ModuleDefinition, name: string, rule: Rule): Case[] {
  const { module, least } = start(definition);
  const told = textsOf(name, rule);
  const preset = definition.inputs[name]?.default;
  // Terraform tells no line of a call that leaves the input out, so its default is given as well.
  const open = written({ ...(preset === undefined ? {} : { [name]: preset }), ...rule.bad });
  const title = `${name} invalid by ${rule.kind?.code ?? rule.condition}`;
  const single = Object.entries(rule.bad).flatMap(([one, value]) =>
    sensitiveForms(value).map(([how, text]) => ({
      title: `${title}, ${one} ${how}`,
      inputs: { ...open, [one]: text },
    })),
  );
  const all = Object.fromEntries(Object.entries(open).map(([one, text]) => [one, `sensitive(${text})`]));
  return [{ title, inputs: open }, ...single, { title: `${title}, all sensitive`, inputs: all }].map(
    (one) => ({
      ...{ module, input: name },
      title: one.title,
      inputs: { ...least, ...one.inputs },
      told,
    }),
  );
}

/** A value as a whole, and where it has parts, each part of it. */
function sensitiveForms(value: Json): (readonly [string, string])[] {
  const whole = ["sensitive", `sensitive(${line(value)})`] as const;
  if (Array.isArray(value) && value.length > 0)
    return [whole, ["with sensitive items", `[${value.map((one) => `sensitive(${line(one)})`).join(", ")}]`]];
  if (!isObject(value) || Object.keys(value).length === 0) return [whole];
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)} = sensitive(${line(one)})`,
  );
  return [whole, ["with sensitive members", `{ ${members.join(", ")} }`]];
}

function start(definition: ModuleDefinition): { module: string; least: Record<string, string> } {
  return { module: definition.name, least: written(definition.least) };
}

function written(given: Given): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, line(value)]));
}

/** On one line, as a diagnostic names lines. */
function line(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(line).join(", ")}]`;
  if (!isObject(value)) return hcl(value);
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)} = ${line(one)}`)
    .join(", ")} }`;
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a text is what a case's rule says. */
export function isTold({ told = [] }: Case, text: string): boolean {
  let from = 0;
  return told.every((part) => {
    const found = text.indexOf(part, from);
    from = found + part.length;
    return found >= 0;
  });
}
