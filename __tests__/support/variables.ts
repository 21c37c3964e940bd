import { TerraformVariable, type TerraformStack } from "cdktf";

/** Terraform variables as tokens, declared as they are asked for. */
export function variablesOf(stack: TerraformStack): {
  text: (name: string) => string;
  number: (name: string) => number;
  list: (name: string) => string[];
} {
  const declare = (name: string, type: string): TerraformVariable =>
    new TerraformVariable(stack, name, { type });
  return {
    text: (name) => declare(name, "string").stringValue,
    number: (name) => declare(name, "number").numberValue,
    list: (name) => declare(name, "list(string)").listValue,
  };
}
