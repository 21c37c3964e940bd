import {
  NetworkContract,
  NetworkParameters,
  StateBucket,
  type NetworkContractProps,
  type NetworkParametersProps,
  type StateBucketProps,
} from "../../../modules";
import { network } from "../../support/parts";
import type { All } from "../../support/every-prop";
import { newStack, synthesizeStack } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const stack = newStack();
const { text, number } = variablesOf(stack);

const bucketProps: All<StateBucketProps, "onDestroy"> = {
  bucketName: text("b_name"),
  keepVersionsDays: number("b_days"),
  kmsKeyArn: text("b_key"),
};
new StateBucket(stack, "States", bucketProps);
const contractProps: All<NetworkContractProps> = { network: network(stack), parameterPath: text("p_path") };
new NetworkContract(stack, "Contract", contractProps);
const parametersProps: All<NetworkParametersProps> = { parameterPath: text("p_read") };
new NetworkParameters(stack, "Elsewhere", parametersProps);

describe("values that nobody knows before the apply", () => {
  const made = synthesizeStack(stack);
  const whole = JSON.stringify(made.document);

  it.each(["b_name", "b_days", "b_key", "p_path", "p_read"])("reach Terraform by their names: %s", (name) => {
    expect(whole).toContain(`\${var.${name}}`);
  });

  it("leave no stand-in of CDKTF behind", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
  });
});
