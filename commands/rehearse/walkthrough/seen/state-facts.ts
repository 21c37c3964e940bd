import type { Json } from "../../emulator/json";
import { isJson, jsonList } from "../../emulator/json";

/** What a stack's Terraform state says it owns: only that is looked at, as another stack shares the account. */
export interface StateFacts {
  readonly vpcIds: readonly string[];
  readonly clusterArns: readonly string[];
}

/** Reads the answer of `terraform state pull`. */
export function stateFacts(state: Json): StateFacts {
  return { vpcIds: values(state, "aws_vpc", "id"), clusterArns: values(state, "aws_ecs_cluster", "arn") };
}

function values(state: Json, type: string, attribute: string): string[] {
  return jsonList(state["resources"])
    .filter((resource) => resource["mode"] === "managed" && resource["type"] === type)
    .flatMap((resource) => jsonList(resource["instances"]))
    .map((instance) => (isJson(instance["attributes"]) ? String(instance["attributes"][attribute]) : ""))
    .filter((value) => value !== "");
}

/** Reads the answer of `terraform output -json`. */
export function outputValues(outputs: Json): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => [name, isJson(output) ? output["value"] : undefined]),
  );
}
