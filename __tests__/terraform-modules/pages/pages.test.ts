import type { ModuleDefinition } from "../../../terraform-modules/definitions/definition";
import { callText, exampleText } from "../../../terraform-modules/pages/examples";
import { readme } from "../../../terraform-modules/pages/readme";
import { inputTests, shapeTests } from "../../../terraform-modules/pages/tests";

const rule = { condition: "true", given: "1" };

const definition: ModuleDefinition = {
  name: "garden-gate",
  title: "Garden gate",
  summary: "A gate.",
  cost: "Nothing.",
  parts: [],
  dimensions: [],
  fixed: {},
  inputs: {
    name: {
      type: "string",
      description: "One | two.",
      rules: [{ ...rule, condition: "var.name != var.other", bad: { name: "x" } }],
    },
    vpc_id: { type: "string", description: "The VPC." },
    other: {
      type: "bool",
      description: "Other.",
      default: false,
      rules: [{ ...rule, bad: { other: true } }],
    },
    size: {
      type: "number",
      description: "Size.",
      default: null,
      rules: [
        { ...rule, bad: { size: 0 } },
        { ...rule, bad: { size: 9 } },
      ],
    },
  },
  locals: {},
  outputs: { id: { description: "The gate | its id." } },
  least: { name: "shop", vpc_id: "vpc-1" },
  examples: [{ name: "one", title: "A gate.", inputs: { name: "shop", size: 2 }, outputs: ["id"] }],
  shapes: [
    { name: "plain", holds: { "it | stands": "length(aws_a.a) == 1" } },
    { name: "large", inputs: { size: 3 }, holds: { 'it says "so"': "aws_a.a.size == 3" } },
  ],
  notes: ["## More", "To be said."],
};
const document = {
  resource: {
    aws_a: { a: { x: 1 }, some: { count: "${var.a || var.b ? 1 : 0}" } },
    aws_b: { all: { for_each: "${toset(var.zones)}" } },
  },
};
const text = (registry = false): string =>
  readme(definition, document, definition.examples, { version: "1.2.3", registry });
const section = (title: string): string[] =>
  (text().split(`## ${title}\n\n`)[1] ?? "").split("\n\n##")[0]!.split("\n");

describe("the README", () => {
  it("says what it is, how it is used, what it costs, takes, gives and makes, and what is to be said", () => {
    expect(text()).toMatch(/^# Garden gate\n\nA gate\.\n\n.*version 1\.2\.3\./);
    expect([...text().matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      ...["Use", "Cost", "Requirements", "Inputs", "Outputs", "Resources", "Checks", "More"],
    ]);
    expect(text().endsWith("## More\n\nTo be said.\n")).toBe(true);
  });

  it("has a table of inputs, in which a pipe ends no cell", () => {
    expect(section("Inputs")).toEqual([
      "| name | type | default | description |",
      "| --- | --- | --- | --- |",
      "| `name` | `string` | **required** | One \\| two. |",
      "| `vpc_id` | `string` | **required** | The VPC. |",
      "| `other` | `bool` | `false` | Other. |",
      "| `size` | `number` | `null` | Size. |",
    ]);
    expect(section("Outputs")[2]).toBe("| `id` | The gate \\| its id. |");
  });

  it("says when a resource is there", () => {
    expect(section("Resources").slice(2)).toEqual([
      "| `aws_a.a` | always |",
      "| `aws_a.some` | `var.a \\|\\| var.b` |",
      "| `aws_b.all` | for each of `toset(var.zones)` |",
    ]);
  });

  it("calls the module by its folder, or by its place in a registry and its version", () => {
    expect(text()).toContain('```hcl\nmodule "garden_gate" {\n  source = "./garden-gate"\n\n');
    expect(text(true)).toContain('  source  = "ORGANIZATION/garden-gate/aws"\n  version = "~> 1.2.3"\n\n');
  });
});

describe("a call", () => {
  it("takes from variables what an example leaves open", () => {
    expect(callText(definition, { name: "shop", size: 2 }, "../..")).toBe(
      'module "garden_gate" {\n  source = "../.."\n\n  vpc_id = var.vpc_id\n\n  name = "shop"\n  size = 2\n}',
    );
  });
});

describe("an example", () => {
  it("is a root: versions, provider, variables for what it leaves open, the call, and outputs", () => {
    const root = exampleText(definition, definition.examples[0]!);
    expect([...root.matchAll(/^[a-z#].*$/gm)].map(([line]) => line)).toEqual([
      "# A gate.",
      "terraform {",
      'provider "aws" {',
      'variable "vpc_id" {',
      'module "garden_gate" {',
      'output "id" {',
    ]);
    expect(root).toContain('variable "vpc_id" {\n  type        = string\n  description = "The VPC."\n}');
    expect(root.endsWith('output "id" {\n  value = module.garden_gate.id\n}\n')).toBe(true);
  });
});

describe("tests of inputs", () => {
  const file = inputTests(definition, definition.least);
  const runs = file.split(/^run /m).slice(1);

  it("run on a mocked provider with the least that is needed", () => {
    expect(file).toContain('mock_provider "aws" {');
    expect(file).toContain('variables {\n  name   = "shop"\n  vpc_id = "vpc-1"\n}');
  });

  it("break every rule once, in one run what has nothing in common", () => {
    const broken = runs.map((run) => [...run.matchAll(/^ {4}var\.(\w+),$/gm)].map(([, name]) => name));
    expect(broken).toEqual([
      ["name", "size"],
      ["other", "size"],
    ]);
    expect(runs[0]).toBe(
      '"refused_1" {\n  command = plan\n\n  variables {\n    name = "x"\n    size = 0\n  }\n\n  expect_failures = [\n    var.name,\n    var.size,\n  ]\n}\n\n',
    );
  });
});

describe("tests of shapes", () => {
  it("plan each and say what holds", () => {
    const file = shapeTests(definition.shapes, definition.least);
    expect(file).toContain(
      'run "plain" {\n  command = plan\n\n  assert {\n    condition     = length(aws_a.a) == 1\n    error_message = "it | stands"\n  }\n}',
    );
    expect(file).toContain(
      'run "large" {\n  command = plan\n\n  variables {\n    size = 3\n  }\n\n  assert {',
    );
    expect(file).toContain('error_message = "it says \\"so\\""');
  });
});
