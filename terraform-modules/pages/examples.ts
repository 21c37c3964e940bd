import type { ModuleDefinition } from "../definitions/definition";
import type { Json } from "../engine/json";
import { assignments } from "./hcl";

/** A root module that calls the module; `examples/NAME/main.tf`. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, Json>>;
  readonly outputs: readonly string[];
}

/** Inputs that an example leaves to whoever runs it, with their types. */
const ASKED: Readonly<Record<string, string>> = {
  vpc_id: "string",
  subnet_ids: "list(string)",
  target_group_arn: "string",
  load_balancer_arn: "string",
  load_balancer_security_group_id: "string",
};

export function exampleText(definition: ModuleDefinition, example: Example): string {
  const asked = Object.entries(ASKED).filter(([name]) => name in definition.inputs);
  const label = labelOf(definition);
  return [
    `# ${example.title}`,
    `terraform {\n  required_version = ">= 1.9.0"\n\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = ">= 5.100.0, < 7.0.0"\n    }\n  }\n}`,
    'provider "aws" {\n  region = "us-east-1"\n}',
    ...asked.map(([name, type]) => {
      const description = JSON.stringify(definition.inputs[name]?.description ?? "");
      return `variable "${name}" {\n  type        = ${type}\n  description = ${description}\n}`;
    }),
    callText(definition, example.inputs, "../.."),
    ...example.outputs.map((name) => `output "${name}" {\n  value = module.${label}.${name}\n}`),
    "",
  ]
    .join("\n\n")
    .replace(/\n\n$/, "\n");
}

/** The block that calls the module. */
export function callText(
  definition: ModuleDefinition,
  inputs: Readonly<Record<string, Json>>,
  source: string,
  version?: string,
): string {
  const asked = Object.keys(ASKED).filter((name) => name in definition.inputs);
  const taken = asked.map(
    (name) => `  ${name.padEnd(Math.max(...asked.map(({ length }) => length)))} = var.${name}`,
  );
  const from: Record<string, string> = version === undefined ? { source } : { source, version };
  return [
    `module "${labelOf(definition)}" {`,
    ...assignments(from, "  "),
    "",
    ...taken,
    ...(taken.length > 0 ? [""] : []),
    ...assignments(inputs, "  "),
    "}",
  ].join("\n");
}

export function labelOf({ name }: ModuleDefinition): string {
  return name.replaceAll("-", "_");
}
