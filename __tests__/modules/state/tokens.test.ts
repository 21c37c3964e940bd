import { TerraformOutput } from "cdktf";
import {
  AwsStack,
  NetworkContract,
  NetworkParameters,
  SharedNetwork,
  StateBucket,
  type NetworkContractProps,
  type NetworkParametersProps,
  type SharedNetworkProps,
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
const contract = new NetworkContract(stack, "Contract", contractProps);
const reader = new AwsStack(stack.node.root, "reader", { region: "us-east-1" });
const sharedProps: All<SharedNetworkProps> = { contract };
const shared = new SharedNetwork(reader, "Shared", sharedProps);
const parametersProps: All<NetworkParametersProps> = { parameterPath: text("p_read") };
new NetworkParameters(stack, "Elsewhere", parametersProps);

describe("values that nobody knows before the apply", () => {
  const made = synthesizeStack(stack);
  const whole = JSON.stringify(made.document);

  it.each(["b_name", "b_days", "b_key", "p_path", "p_read"])("reach Terraform by their names: %s", (name) => {
    expect(whole).toContain(`\${var.${name}}`);
  });

  it("of a network that another stack has are read from its state", () => {
    new TerraformOutput(reader, "vpc", { value: shared.vpcId });
    new TerraformOutput(reader, "blocks", { value: shared.privateBlocks });
    const read = synthesizeStack(reader);
    expect(read.at("output.vpc.value")).toBe("${data.terraform_remote_state.State-test.outputs.vpc_id}");
    expect(read.at("output.blocks.value")).toEqual(["10.0.0.0/19", "10.0.32.0/19"]);
  });

  it("leave no stand-in of CDKTF behind", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
  });
});
