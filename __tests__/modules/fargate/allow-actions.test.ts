import { cluster, service } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";
import type { AwsStack } from "../../../modules";

const alone = (stack: AwsStack) => service(stack, cluster(stack));

describe("permissions of the program", () => {
  const stack = synthesize((scope) => {
    alone(scope).allowActions("ReadBucket", [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] }]);
  });

  it("go to the task's role alone, and the service waits for them", () => {
    const policy = stack.named("aws_iam_role_policy", "Service_Task_TaskRole");
    expect(policy.values).toEqual({
      name: "ReadBucket",
      role: stack.named("aws_iam_role", "Service_Task_TaskRole").ref("id"),
      policy:
        '{"Statement":[{"Action":["s3:GetObject"],"Effect":"Allow","Resource":["arn:aws:s3:::b/*"]}],"Version":"2012-10-17"}',
    });
    expect(stack.only("aws_ecs_service").list("depends_on")).toContain(policy.address);
  });

  it("may hold on a condition alone", () => {
    const conditions = { StringEquals: { "aws:ResourceTag/team": ["shop"] } };
    const policy = synthesize((scope) => {
      alone(scope).allowActions("Read", [{ actions: ["s3:GetObject"], resources: ["*"], conditions }]);
    }).named("aws_iam_role_policy", "Service_Task_TaskRole");
    expect(policy.text("policy")).toContain(
      '{"Action":["s3:GetObject"],"Condition":{"StringEquals":{"aws:ResourceTag/team":["shop"]}},"Effect":"Allow"',
    );
  });

  const allowing = (id: string, actions = ["s3:*"], resources = ["*"]): string[] =>
    codesOf((scope) => alone(scope).allowActions(id, [{ actions, resources }]));

  it.each(["", "a b", "é", "x".repeat(129)])("fail under the name %j", (id) => {
    expect(allowing(id)).toEqual(["FY430"]);
  });

  it("fail under the same name twice", () => {
    const codes = codesOf((scope) => {
      const made = alone(scope);
      for (const action of ["s3:Get*", "s3:List*"])
        made.allowActions("S3", [{ actions: [action], resources: ["*"] }]);
    });
    expect(codes).toEqual(["FY430"]);
  });

  it("fail when they allow nothing", () => {
    expect(allowing("None", [])).toEqual(["FY433"]);
    expect(allowing("None", ["s3:*"], [])).toEqual(["FY433"]);
    expect(codesOf((scope) => alone(scope).allowActions("None", []))).toEqual(["FY433"]);
  });

  it("fail above what IAM stores for a role", () => {
    expect(
      allowing(
        "Many",
        ["s3:GetObject"],
        Array.from({ length: 300 }, (_, n) => `arn:aws:s3:::bucket-number-${n}/*`),
      ),
    ).toEqual(["FY431"]);
  });
});
