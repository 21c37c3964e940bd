export { Alarm, type AlarmProps, type Recipient } from "../alarms/alarm";
export { Dashboard, type DashboardProps } from "./dashboard";
export { LoadBalancerAlarms, type LoadBalancerAlarmsProps } from "./load-balancer-alarms";
export type { Metric } from "../alarms/metric";
export { NotificationTopic, type NotificationTopicProps } from "../alarms/notification-topic";
export { ServiceAlarms, type ServiceAlarm, type ServiceAlarmsProps } from "./service-alarms";
export { serverErrors } from "./what-to-watch";
