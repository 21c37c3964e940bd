import type { Json } from "../../../json";
import { isJson, jsonList } from "../../../json";

/** What a stack's Terraform state says it owns: only that is looked at, as another stack shares the account. */
export interface StateFacts {
  /** Its own, or those that it stands in: of the stacks whose states it reads. */
  readonly vpcIds: readonly string[];
  readonly loadBalancerArns: readonly string[];
  readonly targetGroupArns: readonly string[];
  readonly clusterArns: readonly string[];
}

/** Reads the answer of `terraform state pull`. */
export function stateFacts(state: Json): StateFacts {
  const told = attributesOf(state, "data", "terraform_remote_state").map(({ outputs }) =>
    isJson(outputs) && isJson(outputs["value"]) ? outputs["value"] : {},
  );
  return {
    vpcIds: [...owned(state, "aws_vpc", "id"), ...texts(told, "vpc_id")],
    loadBalancerArns: owned(state, "aws_lb", "arn"),
    targetGroupArns: owned(state, "aws_lb_target_group", "arn"),
    clusterArns: owned(state, "aws_ecs_cluster", "arn"),
  };
}

function owned(state: Json, type: string, attribute: string): string[] {
  return texts(attributesOf(state, "managed", type), attribute);
}

function attributesOf(state: Json, mode: string, type: string): Json[] {
  return jsonList(state["resources"])
    .filter((resource) => resource["mode"] === mode && resource["type"] === type)
    .flatMap((resource) => jsonList(resource["instances"]))
    .map((instance) => (isJson(instance["attributes"]) ? instance["attributes"] : {}));
}

function texts(all: readonly Json[], name: string): string[] {
  return all
    .map((each) => each[name])
    .filter((value) => typeof value === "string" && value !== "") as string[];
}

/** Reads the answer of `terraform output -json`. */
export function outputValues(outputs: Json): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, output]) => [name, isJson(output) ? output["value"] : undefined]),
  );
}
