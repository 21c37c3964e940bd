import {
  Alarm,
  Cluster,
  LoadBalancerAlarms,
  HttpListener,
  NotificationTopic,
  ServiceAlarms,
  type AwsStack,
  type ServiceAlarmsProps,
} from "../../../modules";
import { cluster, door, network, service, system, targets } from "../../support/parts";
import { codesOf, synthesize, type Synthesized } from "../../support/synthesize";

const ALARM = "aws_cloudwatch_metric_alarm";
const METRIC = { namespace: "AWS/SQS", metricName: "Age", stat: "p99.9", dimensions: { QueueName: "jobs" } };

const alarmed = (props: Partial<ServiceAlarmsProps> = {}): Synthesized =>
  synthesize((stack) => {
    const topic = new NotificationTopic(stack, "Topic");
    new ServiceAlarms(stack, "Alarms", { service: system(stack).service, topic, ...props });
  });
const idsOf = (stack: Synthesized): string[] =>
  stack.resources(ALARM).map(({ id }) => id.replace(/_[0-9A-F]{8}$/, ""));

describe("an alarm", () => {
  const stack = synthesize((scope) => new Alarm(scope, "Old", { metric: METRIC, description: "jobs wait" }));

  it("takes a percentile by the argument that percentiles have", () => {
    expect(stack.only(ALARM).at("extended_statistic")).toBe("p99.9");
    expect(stack.only(ALARM).at("statistic")).toBeUndefined();
  });

  it("goes off after three bad minutes in a row, and a minute without numbers is a good one", () => {
    expect(stack.only(ALARM).values).toMatchObject({
      ...{ period: 60, evaluation_periods: 3, datapoints_to_alarm: 3, threshold: 0 },
      treat_missing_data: "notBreaching",
    });
  });

  it("sends word to each once, of its beginning and of its end", () => {
    const told = synthesize((scope) => {
      const alarm = new Alarm(scope, "Old", { metric: METRIC, description: "jobs wait" });
      const topics = ["One", "Two"].map((id) => new NotificationTopic(scope, id));
      [...topics, ...topics].forEach((topic) => alarm.notify(topic));
    });
    const arns = told.resources("aws_sns_topic_policy").map((policy) => policy.ref("arn"));
    expect(told.only(ALARM).at("alarm_actions")).toEqual(arns);
    expect(told.only(ALARM).at("ok_actions")).toEqual(arns);
  });
});

describe("the alarms of a service behind a door", () => {
  const stack = alarmed();
  const named = (id: string) => stack.named(ALARM, id);

  it("are six, of which the deployment's own is one", () => {
    expect(idsOf(stack).sort()).toEqual([
      "Alarms_BelowDesired",
      "Alarms_Cpu",
      "Alarms_Latency",
      "Alarms_Memory",
      "Alarms_UnhealthyHosts",
      "Service_ServerErrors",
    ]);
  });

  it("are all sent to the topic, once CloudWatch may publish there", () => {
    const arn = stack.only("aws_sns_topic_policy").ref("arn");
    for (const alarm of stack.resources(ALARM)) {
      expect(alarm.at("alarm_actions")).toEqual([arn]);
      expect(alarm.at("ok_actions")).toEqual([arn]);
      expect(alarm.at("treat_missing_data")).toBe("notBreaching");
      expect(alarm.text("alarm_description")).toMatch(/^(tasks of )?Service /);
    }
  });

  it("roll a deployment back when it fails or is slow; a task short is no reason", () => {
    expect(stack.only("aws_ecs_service").at("alarms.alarm_names")).toEqual([
      named("Service_ServerErrors").ref("alarm_name"),
      named("Alarms_Latency").ref("alarm_name"),
    ]);
  });

  it("look at nine requests of ten, and at hosts, by load balancer and target group", () => {
    const dimensions = {
      LoadBalancer: stack.only("aws_lb").ref("arn_suffix"),
      TargetGroup: stack.only("aws_lb_target_group").ref("arn_suffix"),
    };
    expect(named("Alarms_Latency").values).toMatchObject({
      ...{ metric_name: "TargetResponseTime", extended_statistic: "p90", threshold: 1, dimensions },
      ...{ datapoints_to_alarm: 3, evaluation_periods: 5 },
    });
    expect(named("Alarms_UnhealthyHosts").values).toMatchObject({
      ...{ metric_name: "UnHealthyHostCount", statistic: "Maximum", threshold: 0, dimensions },
    });
  });

  it("compare running with desired tasks, for ten minutes, and a service that reports none runs none", () => {
    const alarm = named("Alarms_BelowDesired");
    expect(alarm.at("metric_name")).toBeUndefined();
    expect(alarm.values).toMatchObject({ evaluation_periods: 10, datapoints_to_alarm: 10, threshold: 0 });
    const dimensions = { ClusterName: "test", ServiceName: "Service" };
    const of = (metric_name: string) => ({
      ...{ namespace: "ECS/ContainerInsights", metric_name, dimensions, period: 60, stat: "Average" },
    });
    expect(alarm.at("metric_query")).toEqual([
      expect.objectContaining({
        expression: "FILL(wanted, 0) - FILL(actual, 0)",
        id: "gap",
        return_data: true,
      }),
      { id: "actual", metric: of("RunningTaskCount") },
      { id: "wanted", metric: of("DesiredTaskCount") },
    ]);
  });

  it("look at CPU and memory by cluster and service", () => {
    expect(named("Alarms_Cpu").values).toMatchObject({
      ...{ namespace: "AWS/ECS", metric_name: "CPUUtilization", statistic: "Average", threshold: 90 },
      dimensions: { ClusterName: "test", ServiceName: "Service" },
    });
    expect(named("Alarms_Memory").at("metric_name")).toBe("MemoryUtilization");
  });

  it("have names that are theirs alone", () => {
    const names = stack.resources(ALARM).map((alarm) => alarm.text("alarm_name"));
    expect(new Set(names).size).toBe(6);
  });
});

describe("alarms that are not wanted", () => {
  it("are not made, and do not roll back", () => {
    const stack = alarmed({ unwatched: ["latency", "cpu", "memory", "below-desired"] });
    expect(idsOf(stack)).toEqual(["Alarms_UnhealthyHosts", "Service_ServerErrors"]);
    expect(stack.only("aws_ecs_service").list("alarms.alarm_names")).toHaveLength(1);
  });

  it("leave the deployment its own, without word to anybody", () => {
    const alarm = alarmed({ unwatched: ["server-errors"] }).named(ALARM, "Service_ServerErrors");
    expect(alarm.at("alarm_actions")).toBeUndefined();
  });

  it("make up for a cluster without Container Insights", () => {
    const build = (props: Partial<ServiceAlarmsProps>) => (stack: AwsStack) => {
      const home = new Cluster(stack, "Cluster", { network: network(stack), containerInsights: "disabled" });
      new ServiceAlarms(stack, "Alarms", { service: service(stack, home), ...props });
    };
    expect(codesOf(build({}))).toEqual(["FY722"]);
    expect(codesOf(build({ unwatched: ["below-desired"] }))).toEqual([]);
  });
});

describe("the alarms of a service that no load balancer reaches", () => {
  it("are those of its tasks", () => {
    const stack = synthesize((scope) => {
      new ServiceAlarms(scope, "Alarms", { service: service(scope, cluster(scope)) });
    });
    expect(idsOf(stack)).toEqual(["Alarms_BelowDesired", "Alarms_Cpu", "Alarms_Memory"]);
    expect(stack.only("aws_ecs_service").at("alarms")).toBeUndefined();
  });
});

describe("the alarms of a service whose traffic shifts", () => {
  it("look at both target groups", () => {
    const stack = synthesize((scope) => {
      const home = cluster(scope);
      const targetGroup = targets(scope, home.network);
      const loadBalancer = door(scope, home.network);
      const listener = new HttpListener(scope, "Http", { loadBalancer, forwardTo: targetGroup });
      const deployment = { strategy: "canary", listener } as const;
      new ServiceAlarms(scope, "Alarms", { service: service(scope, home, { targetGroup, deployment }) });
    });
    expect(idsOf(stack).filter((id) => id.includes("Green"))).toEqual([
      "Alarms_GreenLatency",
      "Alarms_GreenUnhealthyHosts",
      "Service_GreenServerErrors",
    ]);
    expect(stack.only("aws_ecs_service").list("alarms.alarm_names")).toHaveLength(4);
  });
});

describe("the alarms of a door", () => {
  const stack = synthesize((scope) => {
    new LoadBalancerAlarms(scope, "Alarms", { door: door(scope, network(scope)), serverErrorsPerMin: 0 });
  });

  it("are answers in place of a service, and refused connections", () => {
    const dimensions = { LoadBalancer: stack.only("aws_lb").ref("arn_suffix") };
    expect(stack.named(ALARM, "Alarms_ServerErrors").values).toMatchObject({
      ...{ metric_name: "HTTPCode_ELB_5XX_Count", statistic: "Sum", threshold: 0, dimensions },
    });
    expect(stack.named(ALARM, "Alarms_RefusedConnections").values).toMatchObject({
      ...{ metric_name: "RejectedConnectionCount", dimensions },
    });
  });

  it("tell nobody without a topic", () => {
    expect(stack.resources(ALARM).map((alarm) => alarm.at("alarm_actions"))).toEqual([undefined, undefined]);
  });
});
