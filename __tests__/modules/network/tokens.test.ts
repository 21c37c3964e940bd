import {
  ExistingNetwork,
  LoadBalancer,
  type ExistingNetworkProps,
  type FlowLogsProps,
} from "../../../modules";
import type { All } from "../../support/every-prop";
import { newStack, synthesizeStack } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const stack = newStack();
const { text, number, list } = variablesOf(stack);

const toBucket: All<FlowLogsProps, "destination" | "retentionDays" | "kmsKey" | "aggregationSec"> = {
  traffic: text("fl_traffic") as "ALL",
  bucket: { arn: text("fl_bucket") },
  emptyBucketOnDestroy: false,
};
const { emptyBucketOnDestroy, ...toTheirs } = toBucket;
const existingProps: All<ExistingNetworkProps, "interfaceEndpoints"> = {
  vpcId: text("vpc_id"),
  vpcTags: {},
  publicSubnetIds: list("public_ids"),
  publicSubnetTags: {},
  privateSubnetIds: ["subnet-0a1b2c3d", text("private_id")],
  privateSubnetTags: {},
  ipv6: true,
  flowLogs: { destination: "s3", ...toTheirs },
};
const { vpcTags, publicSubnetTags, privateSubnetTags, ...byId } = existingProps;
const existing = new ExistingNetwork(stack, "Existing", { ...byId, interfaceEndpoints: ["logs"] });
new LoadBalancer(stack, "ExistingDoor", { network: existing, scheme: "internet-facing" });
new ExistingNetwork(stack, "Tagged", {
  vpcTags: { ...vpcTags, Name: text("vpc_tag") },
  publicSubnetTags: { ...publicSubnetTags, Tier: text("public_tag") },
  privateSubnetTags: { ...privateSubnetTags, Tier: text("private_tag") },
  flowLogs: {
    destination: "s3",
    kmsKey: { arn: text("s3_key") },
    retentionDays: number("s3_days"),
    emptyBucketOnDestroy,
  },
});

describe("values of an existing network that nobody knows before the apply", () => {
  const made = synthesizeStack(stack);
  const whole = JSON.stringify(made.document);

  it("reach Terraform by their names, each of them", () => {
    const variables = made.addresses().filter((address) => address.startsWith("var."));
    expect(variables.length).toBeGreaterThan(8);
    expect(variables.filter((address) => !whole.includes(address))).toEqual([]);
  });

  it("leave no stand-in of CDKTF behind", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
  });
});
