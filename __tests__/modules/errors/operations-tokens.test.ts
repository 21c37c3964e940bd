import {
  Alarm,
  Dashboard,
  LoadBalancerAlarms,
  HttpListener,
  EncryptionKey,
  NotificationTopic,
  ServiceAlarms,
  type AlarmProps,
  type DashboardProps,
  type Deployment,
  type LoadBalancerAlarmsProps,
  type NotificationTopicProps,
  type Scaling,
  type Schedule,
  type ServiceAlarmsProps,
} from "../../../modules";
import { cluster, door, service, targets } from "../../support/parts";
import type { All } from "../../support/every-prop";
import { newStack, synthesizeStack } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const stack = newStack();
const { text, number } = variablesOf(stack);
const home = cluster(stack);
const front = door(stack, home.network);
const targetGroup = targets(stack, home.network);
const listener = new HttpListener(stack, "Http", { loadBalancer: front, forwardTo: targetGroup });

const alarmProps: All<AlarmProps, "shortOf"> = {
  metric: {
    namespace: text("a_namespace"),
    metricName: text("a_metric"),
    stat: "Sum",
    dimensions: { QueueName: text("a_queue") },
  },
  threshold: number("a_threshold"),
  minutes: number("a_minutes"),
  ofMinutes: number("a_of"),
  description: text("a_text"),
};
const alarm = new Alarm(stack, "Alarm", alarmProps);

const schedule: All<Schedule> = {
  when: text("at_when"),
  timezone: text("at_zone"),
  minimum: number("at_minimum"),
  maximum: number("at_maximum"),
};
const scaling: All<Scaling> = {
  minimum: number("sc_minimum"),
  maximum: number("sc_maximum"),
  cpuPercent: number("sc_cpu"),
  memoryPercent: number("sc_memory"),
  requestsPerTarget: number("sc_requests"),
  scaleInCooldownSec: number("sc_in"),
  scaleOutCooldownSec: number("sc_out"),
  schedules: { Nights: schedule },
};
type Shift = "listener" | "paths" | "rulePriority" | "bakeTimeMin" | "stepPercent" | "stepBakeTimeMin";
const deployment: All<Deployment, "strategy" | "unwatched" | Shift> = {
  minimumHealthyPercent: number("d_minimum"),
  maximumPercent: number("d_maximum"),
  serverErrorsPerMin: number("d_errors"),
  alarms: [alarm, { alarmName: text("d_alarm") }],
};
const rolling = service(stack, home, { targetGroup, scaling, deployment }, "Rolling");

const shift: All<Pick<Deployment, Shift>> = {
  listener,
  paths: [text("d_path"), "/fixed/*"],
  rulePriority: number("d_priority"),
  bakeTimeMin: number("d_bake"),
  stepPercent: number("d_step"),
  stepBakeTimeMin: number("d_step_bake"),
};
const shifting = service(
  stack,
  home,
  { targetGroup, deployment: { strategy: "linear", ...shift } },
  "Shifting",
);

const topicProps: All<NotificationTopicProps, "encryption"> = {
  name: text("t_name"),
  emails: [text("t_email"), text("t_other_email")],
  encryptionKey: new EncryptionKey(stack, "TopicKey"),
};
const topic = new NotificationTopic(stack, "Topic", topicProps);
const alarmsProps: All<ServiceAlarmsProps, "unwatched"> = {
  service: shifting,
  topic,
  latencySec: number("w_latency"),
  cpuPercent: number("w_cpu"),
  memoryPercent: number("w_memory"),
};
new ServiceAlarms(stack, "Alarms", alarmsProps);
const doorAlarmsProps: All<LoadBalancerAlarmsProps> = {
  door: front,
  topic,
  serverErrorsPerMin: number("w_door"),
};
new LoadBalancerAlarms(stack, "DoorAlarms", doorAlarmsProps);
const dashboardProps: All<DashboardProps> = {
  doors: [front],
  services: [rolling, shifting],
  network: home.network,
  dashboardName: text("b_name"),
};
new Dashboard(stack, "Dashboard", dashboardProps);

describe("what nobody knows of scaling, deployments and alarms before the apply", () => {
  const made = synthesizeStack(stack);
  const whole = JSON.stringify(made.document);

  it("is reported by no check and crashes none", () => {
    expect(made.resources("aws_ecs_service")).toHaveLength(2);
  });

  it("reaches Terraform by its name, each of it", () => {
    const unused = made
      .addresses()
      .filter((address) => address.startsWith("var.") && !whole.includes(address));
    expect(unused).toEqual([]);
  });

  it("leaves no stand-in of CDKTF behind, and stands inside no second expression", () => {
    expect(whole).not.toMatch(/TfToken|e\+2\d\d/);
    expect(whole).not.toMatch(/\$\$\{var|\$\{[a-z]+\([^"]*\$\{/);
  });

  it("is text where the provider takes text", () => {
    expect(
      made.named("aws_ecs_service", "Shifting").at("deployment_configuration.bake_time_in_minutes"),
    ).toBe("${tostring(var.d_bake)}");
    expect(made.only("aws_appautoscaling_scheduled_action").at("scalable_target_action.min_capacity")).toBe(
      "${tostring(var.at_minimum)}",
    );
  });

  it("lets Terraform wait for as long as AWS may take", () => {
    expect(made.named("aws_ecs_service", "Shifting").at("timeouts.update")).toBe("48980m");
  });

  it("is what the service starts with: the minimum", () => {
    expect(made.named("aws_ecs_service", "Rolling").at("desired_count")).toBe("${var.sc_minimum}");
  });
});
