import type { ModuleDefinition } from "../definitions/definition";
import type { Json } from "../engine/json";
import { assignments } from "./hcl";

/** A plan of the module that is looked at; a step of its Terraform tests. */
export interface Shape {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, Json>>;
  /** Terraform conditions that hold, with what they say. */
  readonly holds: Readonly<Record<string, string>>;
}

const PROVIDER = `mock_provider "aws" {
  mock_data "aws_region" {
    defaults = {
      id   = "us-east-1"
      name = "us-east-1"
    }
  }
}`;

/** `tests/inputs.tftest.hcl`: every rule refuses what breaks it. */
export function inputTests({ inputs }: ModuleDefinition, least: Readonly<Record<string, Json>>): string {
  const breaks = Object.entries(inputs).flatMap(([name, { rules = [] }]) => {
    const needs = rules.flatMap(({ condition }) =>
      [...condition.matchAll(/var\.(\w+)/g)].map(([, one = ""]) => one),
    );
    return rules.map(({ bad }) => ({ name, bad, needs: needs.filter((one) => one !== name) }));
  });
  const runs = together(breaks).map((some, at) => {
    const names = some.map(({ name }) => `var.${name}`);
    return run(`refused_${at + 1}`, Object.assign({}, ...some.map(({ bad }) => bad)) as Break["bad"], [
      `  expect_failures = [\n${names.map((name) => `    ${name},`).join("\n")}\n  ]`,
    ]);
  });
  return file(
    "What is refused before anything is planned. Runs without an account: `terraform test`",
    least,
    runs,
  );
}

interface Break {
  readonly name: string;
  readonly bad: Readonly<Record<string, Json>>;
  /** Inputs that its rules look at too: Terraform asks them only once those are sound. */
  readonly needs: readonly string[];
}

/** A plan for each break would take minutes: those that have nothing in common are made in one. */
function together(breaks: readonly Break[]): Break[][] {
  const runs: Break[][] = [];
  for (const one of breaks) {
    const touched = keysOf(one);
    const free = runs.find((run) => !run.flatMap(keysOf).some((key) => touched.includes(key)));
    if (free === undefined) runs.push([one]);
    else free.push(one);
  }
  return runs;
}

function keysOf({ name, bad, needs }: Break): string[] {
  return [name, ...Object.keys(bad), ...needs];
}

/** `tests/shapes.tftest.hcl`: what inputs decide. */
export function shapeTests(shapes: readonly Shape[], least: Readonly<Record<string, Json>>): string {
  const runs = shapes.map(({ name, inputs = {}, holds }) =>
    run(
      name,
      inputs,
      Object.entries(holds).map(
        ([message, condition]) =>
          `  assert {\n    condition     = ${condition}\n    error_message = ${JSON.stringify(message)}\n  }`,
      ),
    ),
  );
  return file("What the inputs decide. Runs without an account: `terraform test`", least, runs);
}

function file(title: string, least: Readonly<Record<string, Json>>, runs: readonly string[]): string {
  const variables = `variables {\n${assignments(least, "  ").join("\n")}\n}`;
  return `${[`# ${title}`, PROVIDER, variables, ...runs].join("\n\n")}\n`;
}

function run(name: string, inputs: Readonly<Record<string, Json>>, rest: readonly string[]): string {
  const given =
    Object.keys(inputs).length === 0 ? [] : [`  variables {\n${assignments(inputs, "    ").join("\n")}\n  }`];
  return `run "${name}" {\n${["  command = plan", ...given, ...rest].join("\n\n")}\n}`;
}
