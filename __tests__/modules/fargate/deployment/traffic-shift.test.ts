import type { Deployment } from "../../../../modules";
import { check } from "../../../../traffic";
import "../../../../traffic/jest";
import { fronted, inFront, range } from "../../../support/deployed";
import { newStack, synthesizeStack } from "../../../support/synthesize";

const ALARM = "aws_cloudwatch_metric_alarm";

describe("blue-green", () => {
  const stack = inFront({ strategy: "blue-green", bakeTimeMin: 30 });
  const made = stack.only("aws_ecs_service");
  const blue = stack.named("aws_lb_target_group", "Targets");
  const green = stack.named("aws_lb_target_group", "Service_TrafficShift_Green");
  const rule = stack.only("aws_lb_listener_rule");

  it("needs a provider that knows it", () => {
    expect(range(stack)).toBe(">= 6.4.0, < 7.0.0");
  });

  it("tells ECS the strategy, where the traffic goes and by whose leave", () => {
    expect(made.at("deployment_configuration")).toEqual({
      strategy: "BLUE_GREEN",
      bake_time_in_minutes: "30",
    });
    expect(made.at("load_balancer")).toEqual([
      {
        target_group_arn: blue.ref("arn"),
        container_name: "Service",
        container_port: 6060,
        advanced_configuration: {
          alternate_target_group_arn: green.ref("arn"),
          production_listener_rule: rule.ref("arn"),
          role_arn: stack.named("aws_iam_role", "Service_TrafficShift_Role").ref("arn"),
        },
      },
    ]);
  });

  it("has a second target group like the first, with a name of its own", () => {
    const kept = ["port", "protocol", "target_type", "health_check", "deregistration_delay", "vpc_id"];
    expect(kept.map((name) => green.at(name))).toEqual(kept.map((name) => blue.at(name)));
    expect(green.at("name")).toBeUndefined();
  });

  it("has a rule with both groups, whose weights ECS turns and Terraform leaves alone", () => {
    expect(rule.at("action.0.forward.target_group")).toEqual([
      { arn: blue.ref("arn"), weight: 1 },
      { arn: green.ref("arn"), weight: 0 },
    ]);
    expect(rule.values).toMatchObject({
      priority: 50000,
      condition: [{ path_pattern: { values: ["/*"] } }],
      lifecycle: {
        ignore_changes: ["action"],
        replace_triggered_by: [`${blue.address}.arn`, `${green.address}.arn`],
      },
    });
  });

  it("gives ECS, and nobody else, a role that may turn this rule and fill these groups", () => {
    const role = stack.named("aws_iam_role", "Service_TrafficShift_Role");
    expect(role.text("assume_role_policy")).toContain('"Principal":{"Service":"ecs.amazonaws.com"}');
    const policy = stack.named("aws_iam_role_policy", "Service_TrafficShift_Role").text("policy");
    const { Statement } = JSON.parse(policy) as { Statement: { Action: string[]; Resource: string[] }[] };
    const writing = Statement.filter(({ Action }) => !Action.every((name) => name.includes(":Describe")));
    expect(writing).toEqual([
      expect.objectContaining({ Action: ["elasticloadbalancing:ModifyRule"], Resource: [rule.ref("arn")] }),
      expect.objectContaining({
        Action: ["elasticloadbalancing:ModifyListener"],
        Resource: [stack.only("aws_lb_listener").ref("arn")],
      }),
      expect.objectContaining({
        Action: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"],
        Resource: [blue.ref("arn"), green.ref("arn")],
      }),
    ]);
    expect(made.list("depends_on")).toContain(
      stack.named("aws_iam_role_policy", "Service_TrafficShift").address,
    );
  });

  it("is rolled back by alarms on both groups, and by the breaker", () => {
    expect(stack.resources(ALARM).map(({ id }) => id.replace(/_[0-9A-F]{8}$/, ""))).toEqual([
      "Service_GreenServerErrors",
      "Service_ServerErrors",
    ]);
    expect(made.list("alarms.alarm_names")).toHaveLength(2);
    expect(made.at("deployment_circuit_breaker")).toEqual({ enable: true, rollback: true });
  });

  it("still fails the apply when ECS went back", () => {
    expect(made.text("lifecycle.postcondition.0.condition")).toContain("self.task_definition ==");
  });

  it("has Terraform wait for as long as the traffic takes", () => {
    expect(made.at("timeouts")).toEqual({ create: "50m", update: "50m", delete: "20m" });
  });

  it("is understood: nothing keeps its traffic from getting through, whichever group it goes to", () => {
    const text = JSON.stringify(stack.document);
    expect(check(text).findings).toEqual([]);
    expect(text).toCarry({ from: "internet", to: "Service", port: 80 });
  });

  it("keeps every address of the same service rolling: turning it on replaces nothing", () => {
    const addresses = stack.addresses();
    expect(
      inFront()
        .addresses()
        .filter((address) => !addresses.includes(address)),
    ).toEqual([]);
  });
});

describe("linear and canary", () => {
  it("move a tenth at a time, or at first, with five minutes between, by default", () => {
    expect(inFront({ strategy: "linear" }).only("aws_ecs_service").at("deployment_configuration")).toEqual({
      strategy: "LINEAR",
      bake_time_in_minutes: "5",
      linear_configuration: { step_percent: 10, step_bake_time_in_minutes: "5" },
    });
    expect(inFront({ strategy: "canary" }).only("aws_ecs_service").at("deployment_configuration")).toEqual({
      strategy: "CANARY",
      bake_time_in_minutes: "5",
      canary_configuration: { canary_percent: 10, canary_bake_time_in_minutes: "5" },
    });
  });

  it("need a newer provider still, whichever comes first in the stack", () => {
    expect(range(inFront({ strategy: "canary" }))).toBe(">= 6.21.0, < 7.0.0");
  });

  it("take the time of all steps: nine pauses of linear, one of canary", () => {
    const wait = (deployment: Deployment): unknown =>
      inFront(deployment).only("aws_ecs_service").at("timeouts.update");
    expect(wait({ strategy: "linear" })).toBe("70m");
    expect(wait({ strategy: "canary" })).toBe("30m");
    expect(wait({ strategy: "linear", stepPercent: 34, stepBakeTimeMin: 10, bakeTimeMin: 0 })).toBe("40m");
  });
});

describe("the provider", () => {
  it("is raised in the stack that needs it, and in no other of the app", () => {
    const stack = newStack();
    fronted(stack, { strategy: "canary" });
    const other = newStack();
    fronted(other);
    expect([stack, other].map(synthesizeStack).map(range)).toEqual([
      ">= 6.21.0, < 7.0.0",
      ">= 5.100.0, < 7.0.0",
    ]);
  });
});
