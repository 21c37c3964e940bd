import { isJson, jsonList, readJson } from "../../json";
import type { Json } from "../../json";
import { walkthroughOf } from "../walkthrough";
import { mismatches } from "../walkthrough/expectation";
import { see } from "../walkthrough/seen/see";
import { outputValues, stateFacts } from "../walkthrough/seen/state-facts";
import { readSynthesized } from "./stack-steps";
import { StepFailure } from "./step-failure";
import type { Terraform } from "../../terraform/terraform";

export interface Verification {
  readonly stack: string;
  readonly terraform: Terraform;
  readonly endpoint: string;
  readonly region: string;
}

/** Looks at everything that the stack's walkthrough tells its reader to look at; fails with every look that differs. */
export async function verify({ stack, terraform, endpoint, region }: Verification): Promise<string> {
  const [state, outputs] = await Promise.all([
    terraform.run({ step: "verify", args: ["state", "pull"] }),
    terraform.run({ step: "verify", args: ["output", "-no-color", "-json"] }),
  ]);
  const owned = stateFacts(readJson(state.stdout));
  const seen = await see({ endpoint, region, owned, outputs: outputValues(readJson(outputs.stdout)) });
  const walkthrough = walkthroughOf(stack);
  const intent = {
    stack,
    serviceCount: countResources(readSynthesized(terraform.folder), "aws_ecs_service"),
  };
  const expectations = walkthrough.expectations(seen, intent);
  const wrong = mismatches(expectations);
  if (wrong.length > 0) throw new StepFailure(wrong.join("\n"));
  const checked = `${expectations.length} checks`;
  const remark = walkthrough.remark?.(intent);
  return remark === undefined ? checked : `${checked}; ${remark}`;
}

export function countResources(synthesized: Json, type: string): number {
  const resources = synthesized["resource"];
  const ofType = isJson(resources) ? resources[type] : undefined;
  return isJson(ofType) ? Object.keys(ofType).length : 0;
}

/** The region of the stack's provider, where it is written down; a variable's value is not. */
export function regionOf(synthesized: Json, otherwise: string): string {
  const providers = isJson(synthesized["provider"]) ? jsonList(synthesized["provider"]["aws"]) : [];
  const region = providers.find((provider) => provider["alias"] === undefined)?.["region"];
  return typeof region === "string" && !region.includes("${") ? region : otherwise;
}
