import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { addCheck, inRange, limits, matching, problems, requireThat } from "../errors";
import type { PlaceholderImage } from "./placeholder-image";
import { expectCall } from "../foundation";

/** All but those that a module block takes for its own. https://developer.hashicorp.com/terraform/language/block/variable */
const NAME = /^(?!(source|version|providers|count|for_each|lifecycle|depends_on|locals)$)[a-z][a-z0-9_]*$/;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_TASKS = 5000;

/** Registry, repository, tag or digest; no space, quote or backslash, as it becomes part of a JSON text. */
const IMAGE =
  "^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[a-f0-9]{64})?$";

/** An image that is chosen when Terraform runs. */
export interface VariableImage {
  /** The reference, as a Terraform token. */
  readonly reference: string;
  /** Expression of the reference, for use inside other expressions. */
  readonly expression: string;
  /** What is run while nobody has set the variable. */
  readonly placeholder: PlaceholderImage;
}

/**
 * A Terraform variable for a container's image, so that a pipeline or an HCP Terraform workspace sets it without
 * another synth. Unset, a stand-in runs that answers on its port; set, the image runs with its own command.
 */
export function imageVariable(scope: Construct, name: string, placeholder: PlaceholderImage): VariableImage {
  expectCall(scope, "imageVariable", { name, placeholder });
  const variable = declare(scope, name, {
    type: "string",
    default: placeholder.reference,
    description:
      "Container image with a tag or digest. The default is a stand-in that answers every request.",
    condition: `can(regex(${JSON.stringify(IMAGE)}, var.${name}))`,
    errorMessage: "The image must be a reference such as nginx:1.27, with no scheme and no spaces.",
  });
  return { reference: variable.stringValue, expression: `var.${name}`, placeholder };
}

/** A Terraform variable for a number of tasks. */
export function countVariable(scope: Construct, name: string, defaultCount = 2): number {
  expectCall(scope, "countVariable", { name, defaultCount });
  addCheck(scope, () => inRange(limits.desiredCount, defaultCount, `the default of variable ${name}`));
  return declare(scope, name, {
    type: "number",
    default: defaultCount,
    description: `Number of tasks, 0 to ${MOST_TASKS}. Each runs in a zone of its own as far as there are zones.`,
    condition: `var.${name} >= 0 && var.${name} <= ${MOST_TASKS} && floor(var.${name}) == var.${name}`,
    errorMessage: `The number of tasks must be a whole number from 0 to ${MOST_TASKS}.`,
  }).numberValue;
}

interface Declaration {
  readonly type: string;
  readonly default: string | number;
  readonly description: string;
  readonly condition: string;
  readonly errorMessage: string;
}

/** Variables belong to the stack, under the very name that `TF_VAR_` and HCP Terraform workspaces use. */
function declare(scope: Construct, name: string, declaration: Declaration): TerraformVariable {
  const { condition, errorMessage, ...config } = declaration;
  const stack = TerraformStack.of(scope);
  const isTaken = stack.node.tryFindChild(name) !== undefined;
  addCheck(scope, () => [
    ...matching(problems.variableName, name, NAME),
    ...requireThat(!isTaken, problems.variableNameTaken, name),
  ]);
  const id = isTaken || name === "" ? `refused_${stack.node.children.length}` : name;
  return new TerraformVariable(stack, id, {
    ...config,
    nullable: false,
    validation: [{ condition: `\${${condition}}`, errorMessage }],
  });
}
