import { judge, readSynthesized } from "../../../traffic";
import { cluster, service } from "../../support/parts";
import { codesOf, synthesize } from "../../support/synthesize";
import type { AwsStack } from "../../../modules";

const alone = (stack: AwsStack) => service(stack, cluster(stack));

const ROLES = [
  ["the program", "allowActions", "TaskRole"],
  ["ECS, to start tasks", "allowExecutionActions", "ExecutionRole"],
] as const;

describe.each(ROLES)("permissions of %s", (_, allow, role) => {
  const stack = synthesize((scope) => {
    alone(scope)[allow]("ReadBucket", [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"] }]);
  });

  it("go to that role alone, and the service waits for them", () => {
    const policy = stack.named("aws_iam_role_policy", `Service_Task_${role}_ReadBucket`);
    expect(policy.values).toEqual({
      name: "ReadBucket",
      role: stack.named("aws_iam_role", `Service_Task_${role}`).ref("id"),
      policy:
        '{"Statement":[{"Action":["s3:GetObject"],"Effect":"Allow","Resource":["arn:aws:s3:::b/*"]}],"Version":"2012-10-17"}',
    });
    expect(stack.only("aws_ecs_service").list("depends_on")).toContain(policy.address);
  });

  it("may hold on a condition alone", () => {
    const conditions = { StringEquals: { "aws:ResourceTag/team": ["shop"] } };
    const policy = synthesize((scope) => {
      alone(scope)[allow]("Read", [{ actions: ["s3:GetObject"], resources: ["*"], conditions }]);
    }).named("aws_iam_role_policy", `Service_Task_${role}_Read`);
    expect(policy.text("policy")).toContain(
      '{"Action":["s3:GetObject"],"Condition":{"StringEquals":{"aws:ResourceTag/team":["shop"]}},"Effect":"Allow"',
    );
  });

  const allowing = (id: string, actions = ["s3:*"], resources = ["*"]): string[] =>
    codesOf((scope) => alone(scope)[allow](id, [{ actions, resources }]));

  it.each([
    ["", "FY029"],
    ["a b", "FY430"],
    ["é", "FY430"],
    ["x".repeat(129), "FY430"],
  ])("fail under the name %j", (id, code) => {
    expect(allowing(id)).toEqual([code]);
  });

  it("fail under the same name twice", () => {
    const codes = codesOf((scope) => {
      const made = alone(scope);
      for (const action of ["s3:Get*", "s3:List*"])
        made[allow]("S3", [{ actions: [action], resources: ["*"] }]);
    });
    expect(codes).toEqual(["FY430"]);
  });

  it("fail when they allow nothing", () => {
    expect(allowing("None", [])).toEqual(["FY433"]);
    expect(allowing("None", ["s3:*"], [])).toEqual(["FY433"]);
    expect(codesOf((scope) => alone(scope)[allow]("None", []))).toEqual(["FY433"]);
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

describe("what ECS may do to start tasks, as the judge of traffic sees it", () => {
  it.each(["dkr.ecr-fips.us-east-1.amazonaws.com", "dkr-ecr.us-east-1.on.aws"])(
    "is enough for an image of %s, and is not without the pull",
    (host) => {
      const document = synthesize((scope) => {
        service(scope, cluster(scope), { container: { image: `123456789012.${host}/app:1` } });
      }).document as Record<string, never>;
      const codes = (): string[] => judge(readSynthesized(document)).findings.map(({ code }) => code);
      expect(codes()).not.toContain("FY554");
      const policies: Record<string, { policy: string }> = document["resource"]!["aws_iam_role_policy"];
      for (const one of Object.values(policies)) one.policy = one.policy.replaceAll("ecr:", "s3:");
      expect(codes()).toContain("FY554");
    },
  );

  it("holds what was added", () => {
    const document = synthesize((scope) => {
      const image = "123456789012.dkr-ecr.us-east-1.on.aws/app:1";
      service(scope, cluster(scope), { container: { image } }).allowExecutionActions("Pull", [
        { actions: ["ecr:*"], resources: ["*"] },
      ]);
    }).document as Record<string, never>;
    const policies: Record<string, { policy: string }> = document["resource"]!["aws_iam_role_policy"];
    const start = Object.entries(policies).find(([name]) => /Start/.test(name))?.[1];
    start!.policy = start!.policy.replaceAll("ecr:", "s3:");
    expect(judge(readSynthesized(document)).findings.map(({ code }) => code)).not.toContain("FY554");
  });
});
