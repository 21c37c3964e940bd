import { TerraformOutput, TerraformVariable } from "cdktf";
import {
  AwsStack,
  hcpState,
  NetworkContract,
  s3State,
  StateBucket,
  type HcpStateProps,
  type S3StateProps,
  type State,
} from "../../../../modules";
import { network } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

afterEach(() => {
  for (const name of Object.keys(process.env))
    if (name.startsWith("FRONTYARD_STATE")) Reflect.deleteProperty(process.env, name);
});

const s3 = (props: Partial<S3StateProps>): BadInput => ({
  stack: { state: s3State({ bucket: "acme-terraform-state", ...props }) },
});
const hcp = (props: Partial<HcpStateProps>): BadInput => ({
  stack: { state: hcpState({ organization: "acme", ...props }) },
});
const inEnvironment = (name: string, value: string): BadInput =>
  bad((scope) => {
    process.env[name] = value;
    new AwsStack(scope.node.root, "other", { region: "us-east-1" });
  });
const another = (scope: AwsStack, id: string, state: State): AwsStack =>
  new AwsStack(scope.node.root, id, { region: "us-east-1", state });

export const state: BadInputs<"90" | "91" | "92"> = {
  FY901: inEnvironment("FRONTYARD_STATE_OTHER", "s3:/acme"),
  FY902: hcp({ token: "abc" } as Partial<HcpStateProps>),
  FY903: s3({ bucket: "Acme" }),
  FY904: s3({ key: "/{stack}" }),
  FY905: s3({ region: "virginia" }),
  FY906: bad((scope) => {
    const bucket = new TerraformVariable(scope, "bucket", { type: "string" }).stringValue;
    another(scope, "other", s3State({ bucket, region: "us-east-1" }));
  }),
  FY907: s3({ kmsKeyId: "my-key" }),
  FY908: s3({ endpoint: "http://minio.example.com" }),
  FY909: s3({ roleArn: "state" }),
  FY910: hcp({ organization: "Acme Inc." }),
  FY911: hcp({ workspace: "my workspace" }),
  FY912: hcp({ tags: [] }),
  FY913: hcp({ tags: ["shop"], workspace: "shop" }),
  FY914: hcp({ project: "x" }),
  FY915: hcp({ hostname: "https://app.terraform.io" }),
  FY916: bad((scope) => {
    const tagged = another(scope, "tagged", hcpState({ organization: "acme", tags: ["shop"] }));
    new TerraformOutput(scope, "vpc_id", { value: network(tagged).vpcId });
  }),
  FY917: inEnvironment("FRONTYARD_STATE_NOBODY", "local"),
  FY918: bad((scope) => {
    new StateBucket(scope, "States", { bucketName: "acme-terraform-state", keepVersionsDays: 0 });
  }),
  FY919: bad((scope) => {
    new StateBucket(scope, "States", { bucketName: "acme-terraform-state", kmsKeyArn: "alias/state" });
  }),
  FY920: bad((scope) => {
    new NetworkContract(scope, "Contract", { network: network(scope), parameterPath: "shop" });
  }),
};
