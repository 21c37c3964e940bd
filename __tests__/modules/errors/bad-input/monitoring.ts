import {
  Alarm,
  Cluster,
  Dashboard,
  LoadBalancerAlarms,
  NotificationTopic,
  ServiceAlarms,
  type AlarmProps,
  type NotificationTopicProps,
  type ServiceAlarm,
  type ServiceAlarmsProps,
} from "../../../../modules";
import { cluster, door, network, service, system } from "../../../support/parts";
import { bad, type BadInput, type BadInputs } from "./case";

const METRIC = {
  namespace: "AWS/SQS",
  metricName: "Age",
  stat: "Maximum",
  dimensions: { QueueName: "jobs" },
};

const alarm = (given: Partial<AlarmProps>): BadInput =>
  bad((scope) => new Alarm(scope, "Alarm", { metric: METRIC, description: "old jobs", ...given }));
const topic = (props: NotificationTopicProps): BadInput =>
  bad((scope) => new NotificationTopic(scope, "Topic", props));
const alarms = (props: Partial<ServiceAlarmsProps>): BadInput =>
  bad((scope) => new ServiceAlarms(scope, "Alarms", { service: system(scope).service, ...props }));

export const watching: BadInputs<"7"> = {
  FY701: alarm({ threshold: -1 }),
  FY702: alarm({ minutes: 0 }),
  FY703: alarm({ minutes: 3, ofMinutes: 2 }),
  FY704: alarm({ metric: { ...METRIC, stat: "Median" } }),
  FY705: alarm({ description: "x".repeat(1025) }),
  FY711: topic({ name: "not this" }),
  FY712: topic({ emails: ["nobody"] }),
  FY713: topic({ encryption: "none" as "disk-only" }),
  FY714: bad((scope) => ["One", "Two"].forEach((id) => new NotificationTopic(scope, id, { name: "same" }))),
  FY721: alarms({ unwatched: ["noise" as ServiceAlarm] }),
  FY722: bad((scope) => {
    const home = new Cluster(scope, "Cluster", { network: network(scope), containerInsights: "disabled" });
    new ServiceAlarms(scope, "Alarms", { service: service(scope, home) });
  }),
  FY723: bad((scope) => {
    new ServiceAlarms(scope, "Alarms", { service: service(scope, cluster(scope)), latencySec: 2 });
  }),
  FY724: { ...alarms({ latencySec: 0 }) },
  FY725: alarms({ cpuPercent: 0 }),
  FY726: bad((scope) => {
    new LoadBalancerAlarms(scope, "Alarms", { door: door(scope, network(scope)), serverErrorsPerMin: 0.5 });
  }),
  FY731: bad((scope) => {
    new Dashboard(scope, "Dashboard", { doors: [system(scope).door], dashboardName: "not this" });
  }),
  FY732: bad((scope) => new Dashboard(scope, "Dashboard", {})),
  FY733: bad((scope) => {
    const doors = [system(scope).door];
    ["One", "Two"].forEach((id) => new Dashboard(scope, id, { doors }));
  }),
  FY734: bad((scope) => {
    const home = cluster(scope);
    const services = Array.from({ length: 251 }, (_, count) => service(scope, home, {}, `Service${count}`));
    new Dashboard(scope, "Dashboard", { services });
  }),
};
