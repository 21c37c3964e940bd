import { TerraformVariable } from "cdktf";
import { ExistingNetwork, type ExistingNetworkProps, type NetworkProps } from "../../../../modules";
import { network as made, ZONES } from "../../../support/parts";
import { variablesOf } from "../../../support/variables";
import { bad, type BadInput, type BadInputs } from "./case";

const network = (props: Partial<NetworkProps>, quotas?: BadInput["quotas"]): BadInput =>
  bad((scope) => made(scope, props), quotas);

const FOUND = { vpcTags: { Name: "shared" }, privateSubnetTags: { Tier: "private" } };
const existing = (props: ExistingNetworkProps): BadInput =>
  bad((scope) => new ExistingNetwork(scope, "Existing", props));

export const networks: BadInputs<"1"> = {
  FY101: network({ cidrBlock: "ten" }),
  FY102: network({ cidrBlock: "10.0.0.0/24" }),
  FY103: network({ cidrBlock: "10.0.0.1/16" }),
  FY104: network({ zones: [] }),
  FY105: network({ zones: ["us-east-1z"] }),
  FY106: network({ zones: ["us-east-1a", "us-east-1a"] }),
  FY107: network({ zones: ["eu-west-1a"] }),
  FY108: bad((scope) => made(scope, { zones: new TerraformVariable(scope, "zones", {}).listValue })),
  FY109: network({ nat: "double" as "single" }),
  FY110: network({
    nat: "per-zone",
    zones: ["a", "b", "c", "d", "e", "f"].map((letter) => `us-east-1${letter}`),
  }),
  FY111: bad((scope) => ["One", "Two"].forEach((id) => made(scope, { zones: ZONES }, id)), {
    vpcsPerRegion: 1,
  }),
  FY112: network({ cidrBlock: "169.254.0.0/16" }),
  FY113: network({ nat: "instance", natInstanceType: "t3.nano" }),
  FY114: network({ nat: "single", natInstanceType: "t4g.nano" }),
  FY115: network({ ipv6: "maybe" as "unused" }),
  FY116: bad((scope) => made(scope, { interfaceEndpoints: variablesOf(scope).list("endpoints") })),
  FY117: network({ interfaceEndpoints: ["com.amazonaws.us-east-1.ecr api"] }),
  FY118: network({ interfaceEndpoints: ["logs", "logs"] }),
  FY119: network({ interfaceEndpoints: ["s3"] }),
  FY120: network({ flowLogs: "kinesis" as "s3" }),
  FY121: network({ flowLogs: { destination: "s3", traffic: "all" as "ALL" } }),
  FY122: network({ flowLogs: { destination: "s3", aggregationSec: 300 as 600 } }),
  FY123: network({ flowLogs: { destination: "cloudwatch", retentionDays: 31 } }),
  FY124: network({ flowLogs: { destination: "cloudwatch", emptyBucketOnDestroy: true } }),
  FY125: bad((scope) => made(scope, { additionalCidrBlocks: [variablesOf(scope).text("block")] })),
  FY126: network({ additionalCidrBlocks: ["100.64.0.0/26"] }),
  FY127: network({ additionalCidrBlocks: ["10.0.128.0/20"] }),
  FY128: network({ additionalCidrBlocks: ["192.168.0.0/16"] }),
  FY129: network({ additionalCidrBlocks: [1, 2, 3, 4, 5].map((number) => `100.6${number + 3}.0.0/16`) }),
  FY130: existing({ ...FOUND, vpcId: "vpc-0a1b2c3d" }),
  FY131: existing({ vpcId: "shared", privateSubnetTags: FOUND.privateSubnetTags }),
  FY132: existing({ vpcTags: FOUND.vpcTags }),
  FY133: existing({ vpcTags: FOUND.vpcTags, privateSubnetIds: ["subnet-private"] }),
  FY134: existing({ ...FOUND, publicSubnetIds: ["subnet-0a1b2c3d", "subnet-0a1b2c3d"] }),
  FY135: existing({ ...FOUND, vpcTags: {} }),
  FY136: network({ interfaceEndpoints: ["logs", "ssm"] }, { interfaceEndpointsPerVpc: 1 }),
};
