import { Alarm, HttpListener, type AwsStack, type Deployment, type Scaling } from "../../../../modules";
import { deadlock } from "../../../../modules/fargate/deployment/deployment-findings";
import { check } from "../../../../traffic";
import "../../../../traffic/jest";
import { cluster, door, service, system, targets } from "../../../support/parts";
import {
  codesOf,
  newStack,
  synthesize,
  synthesizeStack,
  type Synthesized,
} from "../../../support/synthesize";

const ALARM = "aws_cloudwatch_metric_alarm";
const METRIC = {
  namespace: "AWS/SQS",
  metricName: "Age",
  stat: "Maximum",
  dimensions: { QueueName: "jobs" },
};

const deployed = (deployment: Deployment): Synthesized =>
  synthesize((stack) => service(stack, cluster(stack), { deployment }));

/** A service behind a door, deployed so; `strategy` other than rolling shifts the requests of its listener. */
function fronted(stack: AwsStack, deployment: Deployment = {}, scaling?: Scaling): void {
  const home = cluster(stack);
  const targetGroup = targets(stack, home.network, { healthCheck: { path: "/health" } });
  const loadBalancer = door(stack, home.network);
  const listener = new HttpListener(stack, "Http", { loadBalancer, forwardTo: targetGroup });
  const isRolling = (deployment.strategy ?? "rolling") === "rolling";
  service(stack, home, {
    targetGroup,
    scaling,
    deployment: isRolling ? deployment : { listener, ...deployment },
  });
}

const inFront = (deployment: Deployment = {}): Synthesized =>
  synthesize((stack) => fronted(stack, deployment));
const range = (stack: Synthesized): unknown => stack.at("terraform.required_providers.aws.version");

describe("a service behind a door, as it comes", () => {
  const stack = inFront();
  const alarm = stack.only(ALARM);

  it("is rolled back by an alarm on answers of 5xx of its tasks", () => {
    expect(stack.only("aws_ecs_service").at("alarms")).toEqual({
      enable: true,
      rollback: true,
      alarm_names: [alarm.ref("alarm_name")],
    });
    expect(alarm.values).toMatchObject({
      alarm_name: "test-Service-ServerErrors",
      namespace: "AWS/ApplicationELB",
      metric_name: "HTTPCode_Target_5XX_Count",
      statistic: "Sum",
      ...{ period: 60, threshold: 10, evaluation_periods: 3, datapoints_to_alarm: 2 },
      comparison_operator: "GreaterThanThreshold",
      dimensions: {
        LoadBalancer: stack.only("aws_lb").ref("arn_suffix"),
        TargetGroup: stack.only("aws_lb_target_group").ref("arn_suffix"),
      },
    });
  });

  it("is well while nobody asks anything", () => {
    expect(alarm.at("treat_missing_data")).toBe("notBreaching");
  });

  it("goes in no circle: the alarm knows nothing of the service", () => {
    expect(JSON.stringify(alarm.values)).not.toContain("aws_ecs_service");
  });

  it("tells nobody, and costs no topic", () => {
    expect(alarm.at("alarm_actions")).toBeUndefined();
    expect(stack.resources("aws_sns_topic")).toHaveLength(0);
  });

  it("takes provider 5.100, and has nothing that 5.100 does not know", () => {
    expect(range(stack)).toBe(">= 5.100.0, < 7.0.0");
    expect(stack.only("aws_ecs_service").at("deployment_configuration")).toBeUndefined();
    expect(stack.resources("aws_lb_listener_rule")).toHaveLength(0);
  });
});

describe("a service that no load balancer reaches", () => {
  it("has no alarm, and says nothing of alarms", () => {
    const stack = synthesize((scope) => service(scope, cluster(scope)));
    expect(stack.resources(ALARM)).toHaveLength(0);
    expect(stack.only("aws_ecs_service").at("alarms")).toBeUndefined();
  });
});

describe("alarms of a deployment", () => {
  it("are what is there, what is named, and what is added later, each once", () => {
    const stack = synthesize((scope) => {
      const { service: made } = system(scope);
      const jobs = new Alarm(scope, "OldJobs", { metric: METRIC, description: "jobs wait" });
      made.rollBackOn(jobs);
      made.rollBackOn(jobs);
      made.rollBackOn({ alarmName: "by-hand" });
    });
    expect(stack.only("aws_ecs_service").at("alarms.alarm_names")).toEqual([
      stack.named(ALARM, "Service_ServerErrors").ref("alarm_name"),
      stack.named(ALARM, "OldJobs").ref("alarm_name"),
      "by-hand",
    ]);
  });

  it("serve a service that no load balancer reaches too", () => {
    const made = deployed({ alarms: [{ alarmName: "by-hand" }] }).only("aws_ecs_service");
    expect(made.at("alarms")).toEqual({ enable: true, rollback: true, alarm_names: ["by-hand"] });
  });

  it("are told to stand by where the deployment is unwatched: ECS would keep what is left out", () => {
    const made = inFront({ unwatched: true });
    expect(made.only("aws_ecs_service").at("alarms")).toEqual({
      enable: false,
      rollback: false,
      alarm_names: [made.only(ALARM).ref("alarm_name")],
    });
  });

  it("take another threshold", () => {
    expect(inFront({ serverErrorsPerMin: 0 }).only(ALARM).at("threshold")).toBe(0);
  });
});

describe("percents", () => {
  it("are what ECS gets", () => {
    const made = deployed({ minimumHealthyPercent: 0, maximumPercent: 100 }).only("aws_ecs_service");
    expect(made.values).toMatchObject({
      deployment_minimum_healthy_percent: 0,
      deployment_maximum_percent: 100,
    });
  });

  it.each([
    [100, "DISABLED"],
    [101, "ENABLED"],
  ])(
    "of at most %s set the balancing of zones to %s: it needs room for a task more",
    (maximumPercent, said) => {
      const made = deployed({ minimumHealthyPercent: 0, maximumPercent }).only("aws_ecs_service");
      expect(made.at("availability_zone_rebalancing")).toBe(said);
    },
  );

  it.each<[string, Deployment, number, string[]]>([
    [
      "one task that may neither stop nor be joined",
      { minimumHealthyPercent: 50, maximumPercent: 150 },
      1,
      ["FY485"],
    ],
    ["one task that may stop", { minimumHealthyPercent: 0, maximumPercent: 100 }, 1, []],
    ["two tasks and half a one more", { maximumPercent: 125 }, 2, ["FY485"]],
    ["four tasks and one more", { maximumPercent: 125 }, 4, []],
    [
      "two tasks of which 51 percent are two",
      { minimumHealthyPercent: 51, maximumPercent: 100 },
      2,
      ["FY485"],
    ],
    ["no tasks, which none can block", { minimumHealthyPercent: 50, maximumPercent: 100 }, 0, []],
    ["100 and 100 of any number", { maximumPercent: 100 }, 0, ["FY485"]],
  ])("with %s", (_, deployment, desiredCount, codes) => {
    expect(codesOf((stack) => service(stack, cluster(stack), { deployment, desiredCount }))).toEqual(codes);
  });

  it("fail when any number that scaling may come to is stuck", () => {
    const scaling = { minimum: 1, maximum: 10, cpuPercent: 50 };
    const deployment = { minimumHealthyPercent: 100, maximumPercent: 150 };
    expect(codesOf((stack) => service(stack, cluster(stack), { deployment, scaling }))).toEqual(["FY485"]);
    const more = { ...scaling, minimum: 2 };
    expect(codesOf((stack) => service(stack, cluster(stack), { deployment, scaling: more }))).toEqual([]);
  });

  it("are not judged for a number that is not known", () => {
    expect(deadlock(50, 150, { least: undefined, most: 4 })).toBeUndefined();
  });

  it("come to an end on any number", () => {
    expect(deadlock(50, 150, { least: 2 ** 53, most: Infinity })).toBeUndefined();
  });
});

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

describe("settings that a strategy does not use", () => {
  it.each<[Deployment, string[]]>([
    [{ strategy: "rolling", stepPercent: 10 }, ["FY492"]],
    [{ strategy: "blue-green", stepBakeTimeMin: 1 }, ["FY492"]],
    [{ strategy: "canary", maximumPercent: 150 }, ["FY492"]],
    [{ strategy: "canary", stepPercent: 0.1 }, []],
    [{ strategy: "canary", stepPercent: 0 }, ["FY490"]],
    [{ strategy: "linear", stepPercent: 101 }, ["FY490"]],
    [{ strategy: "linear", stepPercent: 3 }, []],
    [{ strategy: "constructor" as "canary" }, ["FY487"]],
  ])("fail: %j", (deployment, codes) => {
    expect(codesOf((stack) => fronted(stack, deployment))).toEqual(codes);
  });
});
