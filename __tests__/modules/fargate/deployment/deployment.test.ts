import { Alarm, type Deployment } from "../../../../modules";
import { deadlock } from "../../../../modules/fargate/deployment/deployment-faults";
import { fronted, inFront, range } from "../../../support/deployed";
import { cluster, service, system } from "../../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../../support/synthesize";

const ALARM = "aws_cloudwatch_metric_alarm";
const METRIC = {
  namespace: "AWS/SQS",
  metricName: "Age",
  stat: "Maximum",
  dimensions: { QueueName: "jobs" },
};

const deployed = (deployment: Deployment): Synthesized =>
  synthesize((stack) => service(stack, cluster(stack), { deployment }));

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
