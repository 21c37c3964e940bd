import { readPlan, readState } from "./plan";
import { readSynthesized } from "./synthesized";
import { isObject, type Terraform, type Value } from "./value";

/** Reads Terraform JSON of any of the three kinds; throws an `Error` in one sentence if it is none of them. */
export function readTerraform(text: string): Terraform {
  const document = parse(text);
  if (!isObject(document)) throw new Error("is not a JSON object");
  if ("planned_values" in document) return readPlan(document);
  if ("format_version" in document && ("values" in document || "terraform_version" in document))
    return readState(document);
  if ("resource" in document || "terraform" in document || "provider" in document)
    return readSynthesized(document);
  throw new Error("is neither cdk.tf.json nor the output of `terraform show -json` for a plan or a state");
}

function parse(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch (error) {
    throw new Error(`is not JSON: ${(error as Error).message}`);
  }
}
