import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { TerraformOutput, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import {
  AwsStack,
  countVariable,
  localState,
  Network,
  NetworkContract,
  s3State,
  SecurityGroup,
  SharedNetwork,
  StateBucket,
  type NetworkProps,
} from "../../../../modules";
import { settingsOf } from "../../../../stacks/settings-file";
import { VoiceAgentStack } from "../../../../stacks/voice-agent";
import { outdir } from "../../../support/outdir";
import { network } from "../../../support/parts";
import { bad, type BadInputs } from "./case";

const group = (scope: Construct, id: string): CloudwatchLogGroup =>
  new CloudwatchLogGroup(scope, id, { name: "x" });
/** A file of settings, gone after the tests. */
function settingsFile(content: unknown): string {
  const file = join(outdir(), "settings.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** A list in a list, and so on. */
const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], []);

const many = Object.fromEntries(Array.from({ length: 50 }, (_, position) => [`k${position}`, "v"]));

export const stack: BadInputs<"0"> = {
  FY001: bad((scope) => ["a.b", "ab"].forEach((id) => group(scope, id))),
  FY002: bad((scope) => group(scope, "1a")),
  FY003: bad((scope) => {
    const late = group(scope, "late");
    new TerraformOutput(scope, "reads", { value: late.friendlyUniqueId });
    late.overrideLogicalId("early");
  }),
  FY004: bad((scope) => {
    new TerraformOutput(scope, "o", { value: 1, precondition: { condition: true, errorMessage: "never" } });
  }),
  FY005: bad((scope) => group(scope, "a").moveTo("b", 0)),
  FY006: bad((scope) => new TerraformStack(new Construct(scope.node.root, "Inner"), scope.node.id)),
  FY007: bad((scope) => {
    new AwsStack(new Construct(scope.node.root, "Inner"), "deep", { region: "us-east-1" });
  }),
  FY010: { stack: { tags: { "aws:mine": "" } } },
  FY011: { stack: { tags: { key: "x".repeat(257) } } },
  FY012: { stack: { tags: many } },
  FY013: { stack: { region: "virginia" } },
  FY014: bad((scope) => countVariable(scope, "Tasks")),
  FY020: { stack: { renamed: { Api: "Backend" } } },
  FY021: { build: (scope) => ["a", "b"].forEach((id) => group(scope, id)), stack: { renamed: { a: "b" } } },
  FY022: bad(() => void settingsOf("voice-agent", settingsFile({ "voice-agent": { netwrk: {} } }))),
  FY023: bad(() => void settingsOf("voice-agent", settingsFile([]))),
  FY024: bad((scope) => {
    const existingNetwork = { vpcTags: { Name: "x" }, privateSubnetTags: { Tier: "private" } };
    new VoiceAgentStack(scope.node.root, "voice", { split: true, existingNetwork });
  }),
  FY025: bad((scope) => {
    const contract = new NetworkContract(scope, "Contract", { network: network(scope) });
    new SharedNetwork(scope, "Shared", { contract });
  }),
  FY031: bad((scope) => network(scope, { tags: nested(101) } as unknown as NetworkProps)),
  FY030: bad((scope) => void new VoiceAgentStack(scope.node.root, "voice", { namePrefix: "internal-" })),
  FY026: { stack: { namedAfter: "my shop" } },
  FY015: { stack: { state: localState("/tmp/state") } },
  FY017: bad((scope) => {
    const elsewhere = new AwsStack(scope.node.root, "elsewhere", { region: "us-east-1" });
    new SecurityGroup(scope, "Group", { network: network(elsewhere), name: "g", description: "d" });
  }),
  FY018: bad((scope) => new Network(scope, "Network", {} as NetworkProps)),
  FY019: bad((scope) => {
    const state = localState("../test/terraform.tfstate");
    ["one", "two"].forEach((id) => new AwsStack(scope.node.root, id, { region: "us-east-1", state }));
  }),
  FY027: bad((scope) => network(scope, { zone: "us-east-1a" } as Partial<NetworkProps>)),
  FY028: bad((scope) => {
    new StateBucket(scope, "States", { bucketName: "states-of-example", onDestroy: "delete" as "refuse" });
  }),
  FY029: { stack: { state: s3State({ bucket: "states-of-example", profile: "" }) } },
  FY016: bad((scope) => [1, 2].forEach(() => countVariable(scope, "tasks"))),
};
