import { App } from "cdktf";
import { apply, destroy, planAgain, validate } from "../../cli/rehearse/steps/stack-steps";
import type { Terraform } from "../../cli/terraform/terraform";
import { PipelineStack } from "../../stacks/pipeline";
import { Stage } from "./stage";

let stage: Stage;
let terraform: Terraform;

beforeAll(async () => {
  stage = await Stage.open();
  const app = new App({ outdir: stage.workplace.outdir });
  new PipelineStack(app, "pipeline", {
    trusts: "github:acme@1/shop@2",
    stacks: ["voice-agent", "learning-app"],
    stateAddress: "s3://acme-terraform-state?region=us-east-1",
  });
  app.synth();
  terraform = await stage.terraform("pipeline");
});

afterAll(() => stage.close());

it("the roles of a pipeline are made, say their names, and are as they were planned", async () => {
  await validate(terraform);
  expect(await apply(terraform, () => undefined)).toBe("5 created");
  expect(await planAgain(terraform)).toBe("empty");
  const { stdout } = await terraform.run({ step: "output", args: ["output", "-json"] });
  expect(JSON.parse(stdout)).toMatchObject({
    plan_role_arn: { value: "arn:aws:iam::123456789012:role/pipeline-Roles-Plan" },
    apply_role_arn: { value: "arn:aws:iam::123456789012:role/pipeline-Roles-Apply" },
  });
});

it("they go again", async () => {
  expect(await destroy(terraform, () => undefined)).toBe("5 destroyed");
});
