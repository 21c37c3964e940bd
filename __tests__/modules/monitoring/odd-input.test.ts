import {
  Alarm,
  Dashboard,
  NotificationTopic,
  ServiceAlarms,
  type AlarmProps,
  type AwsStack,
  type Deployment,
  type FargateService,
  type LoadBalancer,
  type Scaling,
  type ServiceAlarm,
} from "../../../modules";
import { cluster, service, system } from "../../support/parts";
import { codesOf } from "../../support/synthesize";
import { variablesOf } from "../../support/variables";

const chosen = (stack: AwsStack): string => variablesOf(stack).text("choice");
const deployed = (deployment: unknown) => (stack: AwsStack) =>
  service(stack, cluster(stack), { deployment: deployment as Deployment });
const scaled = (scaling: unknown) => (stack: AwsStack) =>
  service(stack, cluster(stack), { scaling: scaling as Scaling });

describe("what decides which resources exist has to be known: a token fails", () => {
  it.each<[string, (stack: AwsStack) => unknown, string[]]>([
    ["as a strategy", (stack) => deployed({ strategy: chosen(stack) })(stack), ["FY487"]],
    [
      "as the encryption of a topic",
      (stack) => new NotificationTopic(stack, "Topic", { encryption: chosen(stack) as "disk-only" }),
      ["FY713"],
    ],
    [
      "as an alarm that is not wanted",
      (stack) => {
        const unwatched = [chosen(stack) as ServiceAlarm];
        new ServiceAlarms(stack, "Alarms", { service: system(stack).service, unwatched });
      },
      ["FY721"],
    ],
  ])("%s", (_, build, codes) => {
    expect(codesOf(build)).toEqual(codes);
  });
});

describe("props of another kind than their type says are refused at once", () => {
  it.each<[string, (stack: AwsStack) => unknown]>([
    ["a deployment that is text", deployed("canary")],
    ["alarms that are no list", deployed({ alarms: "mine" })],
    ["an alarm that is not there", deployed({ alarms: [undefined] })],
    ["an alarm without a name", deployed({ alarms: [{}] })],
    ["a listener that is a port", deployed({ strategy: "canary", listener: 80 })],
    ["a listener that is none", deployed({ strategy: "canary", listener: {} })],
    ["scaling that is a number", scaled(5)],
    ["schedules that are a list", scaled({ minimum: 1, maximum: 2, schedules: [{ when: "rate(1 day)" }] })],
    ["a schedule that is text", scaled({ minimum: 1, maximum: 2, schedules: { Nights: "rate(1 day)" } })],
    ["a schedule without a time", scaled({ minimum: 1, maximum: 2, schedules: { Nights: { minimum: 1 } } })],
    ["alarms of no service", (stack) => new ServiceAlarms(stack, "A", { service: undefined as never })],
    ["an alarm on nothing", (stack) => new Alarm(stack, "A", {} as AlarmProps)],
    [
      "an alarm on half a metric",
      (stack) => new Alarm(stack, "A", { metric: {}, description: "many errors" } as unknown as AlarmProps),
    ],
    [
      "a dashboard of a service that is not there",
      (stack) => new Dashboard(stack, "D", { services: [undefined as unknown as FargateService] }),
    ],
    [
      "a dashboard of one load balancer instead of a list",
      (stack) => new Dashboard(stack, "D", { doors: system(stack).door as unknown as LoadBalancer[] }),
    ],
    ["word to nobody", (stack) => system(stack).service.serverErrors[0]?.notify({} as never)],
    ["a rollback on nothing", (stack) => system(stack).service.rollBackOn(undefined as never)],
  ])("%s", (_, build) => {
    expect(new Set(codesOf(build))).toEqual(new Set(["FY018"]));
  });
});

describe("odd numbers lead to our error and to no other", () => {
  it.each([NaN, Infinity, -Infinity, -1, 0.5, 2 ** 53])("%s", (odd) => {
    const all = (stack: AwsStack): void => {
      const scaling = {
        ...{ minimum: odd, maximum: odd, cpuPercent: odd, memoryPercent: odd },
        ...{ scaleInCooldownSec: odd, scaleOutCooldownSec: odd },
        schedules: { Nights: { when: "rate(1 day)", minimum: odd, maximum: odd } },
      };
      const deployment = { minimumHealthyPercent: odd, maximumPercent: odd, serverErrorsPerMin: odd };
      service(stack, cluster(stack), { scaling, deployment });
    };
    expect(codesOf(all)).toEqual(expect.arrayContaining(["FY470", "FY473", "FY477", "FY483", "FY484"]));
  });

  it("and a share of traffic that is text does too", () => {
    expect(codesOf(deployed({ stepPercent: "10" }))).toEqual(["FY490", "FY492"]);
  });
});
