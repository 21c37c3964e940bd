import type { ModuleDefinition } from "../definitions/definition";
import type { Json, JsonObject } from "../engine/json";
import { callText, type Example } from "./examples";

export interface Delivery {
  readonly version: string;
  /** Laid out for a registry, where a module has a repository of its own. */
  readonly registry: boolean;
}

/** The module's README: what it is, how it is called, what it takes and gives. */
export function readme(
  definition: ModuleDefinition,
  document: JsonObject,
  [example]: readonly Example[],
  delivery: Delivery,
): string {
  const { title, summary, cost } = definition;
  const { registry, version } = delivery;
  const call = callText(
    definition,
    example?.inputs ?? {},
    sourceOf(definition.name, delivery),
    registry ? `~> ${version}` : undefined,
  );
  return `${[
    `# ${title}`,
    summary,
    `Made from the constructs of Frontyard, version ${version}. Change those, not this folder.`,
    ...section("Use", fenced("hcl", call), USE),
    ...section(
      "Cost",
      `${cost} Prices are those of us-east-1 without tax; see https://aws.amazon.com/pricing/.`,
    ),
    ...section("Requirements", table(["name", "version"], REQUIREMENTS)),
    ...section("Inputs", table(["name", "type", "default", "description"], inputRows(definition))),
    ...section("Outputs", table(["name", "description"], outputRows(definition))),
    ...section("Resources", table(["address", "when"], resourceRows(document))),
    ...section("Checks", CHECKS),
    ...(definition.notes ?? []),
  ].join("\n\n")}\n`;
}

const USE =
  "More of them in [examples](examples). The provider is the caller's: pass another with `providers = { aws = aws.west }`. State is the caller's too.";

const REQUIREMENTS = [
  ["Terraform", ">= 1.9.0, < 2.0.0"],
  ["hashicorp/aws", ">= 5.100.0, < 7.0.0"],
];

const CHECKS =
  "What can't work is refused before anything is planned, by rules with codes such as FY322: the same that the constructs apply at synthesis. " +
  "`terraform init && terraform test` runs `tests/`: every rule against inputs that break it, and what inputs decide, on mocked AWS, without an account.";

function section(title: string, ...texts: readonly string[]): string[] {
  return [`## ${title}`, ...texts];
}

function outputRows({ outputs }: ModuleDefinition): string[][] {
  return Object.entries(outputs).map(([output, { description }]) => [code(output), description]);
}

function sourceOf(name: string, { registry }: Delivery): string {
  return registry ? `ORGANIZATION/${name}/aws` : `./${name}`;
}

function inputRows({ inputs }: ModuleDefinition): string[][] {
  return Object.entries(inputs).map(([name, { type, default: value, description }]) => [
    code(name),
    code(type),
    value === undefined ? "**required**" : code(JSON.stringify(value)),
    description,
  ]);
}

function resourceRows({ resource }: JsonObject): string[][] {
  return Object.entries(resource as Record<string, Record<string, JsonObject>>).flatMap(([type, instances]) =>
    Object.entries(instances).map(([name, { count, for_each: each }]) => [
      code(`${type}.${name}`),
      when(count ?? each),
    ]),
  );
}

function when(number: Json | undefined): string {
  if (typeof number !== "string") return "always";
  const expression = number.slice(2, -1);
  const [, condition] = /^(.*) \? 1 : 0$/.exec(expression) ?? [];
  return condition === undefined ? `for each of ${code(expression)}` : code(condition);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
