import { Cluster, type AwsStack, type ClusterProps } from "../../../modules";
import { at, listAt, parse } from "../../support/json";
import { network, service } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const KEY = { arn: "arn:aws:kms:us-east-1:123456789012:key/1" };

const made = (exec: readonly (boolean | undefined)[], props: Partial<ClusterProps> = {}): Synthesized =>
  synthesize((stack: AwsStack) => {
    const home = new Cluster(stack, "Cluster", { network: network(stack), ...props });
    exec.forEach((each, position) => service(stack, home, { exec: each }, `Service${position}`));
  });
const statements = (stack: Synthesized, id: string) =>
  listAt(
    parse(stack.named("aws_iam_role_policy", `${id}_Task_TaskRole_EcsExec`).text("policy")),
    "Statement",
  );

describe("sessions in containers", () => {
  it("are not opened, recorded or allowed as long as nobody says so", () => {
    const stack = made([undefined]);
    expect(stack.only("aws_ecs_service").values).not.toHaveProperty("enable_execute_command");
    expect(stack.only("aws_ecs_cluster").values).not.toHaveProperty("configuration");
    expect(stack.only("aws_ecs_cluster").values).not.toHaveProperty("lifecycle");
    expect(stack.resources("aws_iam_role_policy")).toHaveLength(1);
    expect(JSON.stringify(stack.document)).not.toContain("ssmmessages");
  });

  describe("where one of two services takes them", () => {
    const stack = made([true, undefined]);
    const log = stack.named("aws_cloudwatch_log_group", "Cluster_SessionLog");

    it("are written down by the cluster", () => {
      expect(log.values).toEqual({ name: "/frontyard/test/Cluster/sessions", retention_in_days: 30 });
      expect(stack.only("aws_ecs_cluster").at("configuration")).toEqual({
        execute_command_configuration: {
          logging: "OVERRIDE",
          log_configuration: {
            cloud_watch_encryption_enabled: false,
            cloud_watch_log_group_name: log.ref("name"),
          },
        },
      });
    });

    it("are opened in that service alone, whose program may do what they need and no more", () => {
      const [first, second] = stack.resources("aws_ecs_service");
      expect(first!.at("enable_execute_command")).toBe(true);
      expect(second!.at("enable_execute_command")).toBeUndefined();
      expect(statements(stack, "Service0").map((one) => [at(one, "Action"), at(one, "Resource")])).toEqual([
        [
          [
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ],
          ["*"],
        ],
        [["logs:DescribeLogGroups"], ["*"]],
        [["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"], [`${log.ref("arn")}:*`]],
      ]);
      expect(stack.resources("aws_iam_role_policy").filter(({ id }) => id.includes("EcsExec"))).toHaveLength(
        1,
      );
    });

    it("wait for their permissions", () => {
      const policy = stack.named("aws_iam_role_policy", "Service0_Task_TaskRole_EcsExec");
      expect(stack.named("aws_ecs_service", "Service0").list("depends_on")).toContain(policy.address);
    });
  });

  it("are written down in one log, however many services take them", () => {
    expect(
      made([true, true])
        .resources("aws_cloudwatch_log_group")
        .map(({ id }) => id.split("_")[1]),
    ).toContain("SessionLog");
  });

  it("and their log are encrypted with the cluster's key, which the program may use", () => {
    const stack = made([true], { logKey: KEY, sessionRetentionDays: 365 });
    const log = stack.named("aws_cloudwatch_log_group", "Cluster_SessionLog");
    expect(log.values).toMatchObject({ kms_key_id: KEY.arn, retention_in_days: 365 });
    expect(stack.named("aws_cloudwatch_log_group", "Cluster_PerformanceLog").at("kms_key_id")).toBe(KEY.arn);
    const configuration = stack.only("aws_ecs_cluster").at("configuration.execute_command_configuration");
    expect(at(configuration, "kms_key_id")).toBe(KEY.arn);
    expect(at(configuration, "log_configuration.cloud_watch_encryption_enabled")).toBe(true);
    expect(statements(stack, "Service0").at(-1)).toEqual({
      Action: ["kms:Decrypt"],
      Effect: "Allow",
      Resource: [KEY.arn],
    });
  });

  it("leave a configuration in ECS when they are taken back, which Terraform then leaves alone", () => {
    expect(made([false]).only("aws_ecs_cluster").at("lifecycle")).toEqual({
      ignore_changes: ["configuration"],
    });
    for (const exec of [
      [true, false],
      [false, true],
    ]) {
      const cluster = made(exec).only("aws_ecs_cluster");
      expect(cluster.values).not.toHaveProperty("lifecycle");
      expect(cluster.values).toHaveProperty("configuration");
    }
    expect(made([false]).only("aws_ecs_service").at("enable_execute_command")).toBe(false);
  });

  it("fail when their log is to be kept for a time that CloudWatch does not know", () => {
    expect(
      codesOf((stack) => {
        new Cluster(stack, "Cluster", { network: network(stack), sessionRetentionDays: 2 });
      }),
    ).toEqual(["FY410"]);
  });
});
