import { codes, QUOTAS_CONTEXT } from "../../modules";
import { definitions } from "../../terraform-modules/definitions";
import type { ModuleDefinition } from "../../terraform-modules/definitions/definition";
import { messageOf, type Rule } from "../../terraform-modules/inputs/input";
import { codesOf } from "../support/synthesize";
import { construct, inputsOf, type Given } from "./support";

/** A region may have more than 5 NAT gateways, once AWS was asked. */
const QUOTAS = { [QUOTAS_CONTEXT]: { elasticIpsPerRegion: 6 } };

const refusals = (definition: ModuleDefinition, given: Given): string[] =>
  codesOf((stack) => construct(stack, definition, inputsOf(definition, given)), {
    stack: { tags: (given.tags ?? {}) as Record<string, string> },
    context: QUOTAS,
  });

interface Case {
  readonly module: string;
  readonly input: string;
  readonly definition: ModuleDefinition;
  readonly rule: Rule;
}

const rules: readonly Case[] = definitions.flatMap((definition) =>
  Object.entries(definition.inputs).flatMap(([input, { rules: some = [] }]) =>
    some.map((rule) => ({ module: definition.name, input, definition, rule })),
  ),
);

/**
 * What constructs are not given: a module's name is a VPC's tag or a prefix, and they choose a task's size by themselves.
 * A network without NAT is sound; that tasks can't pull their image there is found by a rule about traffic.
 */
const OF_MODULES_ALONE = [
  "network name FY321",
  "fargate-service name FY321",
  "* cpu FY416",
  "* memory FY403",
  "web-application nat FY109",
];

const comparable = rules.filter(
  ({ module, input, rule: { kind } }) =>
    kind !== undefined &&
    ![module, "*"].some((place) => OF_MODULES_ALONE.includes(`${place} ${input} ${kind.code}`)),
);

describe("what a module's validation refuses", () => {
  it.each(comparable.map((one) => [one.module, one.input, one.rule.kind?.code, one] as const))(
    "%s: %s by %s, the constructs refuse with the same code",
    (_, __, code, { definition, rule }) => {
      expect(refusals(definition, rule.bad)).toContain(code);
    },
  );

  it.each<[string, string, Given]>([
    ["network", "FY107", { zones: ["eu-west-1a", "eu-west-1b"] }],
    [
      "front-door",
      "FY609",
      { https: true, create_certificate: false, certificate_arn: certificateIn("eu-west-1") },
    ],
    [
      "web-application",
      "FY206",
      { load_balancer_name: "shop-app", service_security_group_name: "Shop-App-SG" },
    ],
  ])("%s: by precondition %s, the constructs refuse as well", (name, code, given) => {
    const definition = definitions.find((one) => one.name === name)!;
    const told = Object.values(definition.preconditions ?? {}).flatMap((some) =>
      some.map((one) => one.kind?.code),
    );
    expect(told).toContain(code);
    expect(refusals(definition, given)).toContain(code);
  });
});

function certificateIn(region: string): string {
  return `arn:aws:acm:${region}:123456789012:certificate/12345678-1234-1234-1234-123456789012`;
}

describe("what a module takes", () => {
  const sound = definitions.flatMap((definition) => [
    ["the least", definition, {}] as const,
    ...definition.examples.map(({ name, inputs }) => [`example ${name}`, definition, inputs] as const),
    ...definition.shapes.map(({ name, inputs = {} }) => [`shape ${name}`, definition, inputs] as const),
  ]);

  it.each(sound.map(([what, definition, given]) => [definition.name, what, definition, given] as const))(
    "%s: %s, the constructs take too",
    (_, __, definition, given) => {
      expect(refusals(definition, given)).toEqual([]);
    },
  );
});

describe("every rule", () => {
  it("has a code that there is, or words of its own", () => {
    for (const { rule } of rules) {
      if (rule.kind === undefined) expect([rule.allowed, rule.fix]).not.toContain(undefined);
      else expect(Object.keys(codes)).toContain(rule.kind.code);
    }
  });

  it("has an example that breaks it, by inputs that there are", () => {
    for (const { definition, rule } of rules) {
      const names = Object.keys(rule.bad);
      expect(names.length).toBeGreaterThan(0);
      expect(Object.keys(definition.inputs)).toEqual(expect.arrayContaining(names));
    }
  });

  it.each(rules.map((one) => [one.module, one.input, one] as const))(
    "says in %s what is wrong with %s in a sentence, in names of inputs",
    (_, input, { rule }) => {
      const message = messageOf(input, rule);
      expect(message).toMatch(/^(FY\d{3}: )?[a-z][^$]* [a-z].*, got .+: [a-z].*[^.]\.$/s);
      expect(message).not.toMatch(
        /\b(natInstance|instance|[a-z]+[A-Z][a-z]+(Sec|Days|Count|Percent|Id|Block))\b/,
      );
    },
  );
});
