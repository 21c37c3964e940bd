import { readPlan, readState } from "./plan";
import { readSynthesized } from "./synthesized";
import { isObject, type Terraform, type Value, type Values } from "./value";

/**
 * Reads Terraform JSON of any of the three kinds; throws an `Error` in one sentence if it is none of them. What it reads
 * from states of `others`, files of the same kind as cdk.tf.json, is taken from there.
 */
export function readTerraform(text: string, others: readonly string[] = []): Terraform {
  const document = parse(text);
  if (!isObject(document)) throw new Error("is not a JSON object");
  if ("planned_values" in document) return readPlan(document);
  if ("format_version" in document && ("values" in document || "terraform_version" in document))
    return readState(document);
  if ("resource" in document || "terraform" in document || "provider" in document)
    return readSynthesized(document, others.flatMap(documentOf));
  throw new Error("is neither cdk.tf.json nor the output of `terraform show -json` for a plan or a state");
}

/** Files that can't be read are named when their own turn comes. */
function documentOf(text: string): Values[] {
  try {
    const document = parse(text);
    return isObject(document) ? [document] : [];
  } catch {
    return [];
  }
}

/** Far more than Terraform writes, and far less than what reading level by level can take. */
const DEEPEST = 500;

function parse(text: string): Value {
  const value = parsed(text);
  let level: readonly Value[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new Error(`is nested more than ${DEEPEST} levels deep, which no Terraform is`);
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return value;
}

function parsed(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch (error) {
    throw new Error(`is not JSON: ${(error as Error).message}`);
  }
}
