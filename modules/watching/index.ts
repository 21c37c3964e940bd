export { Alarm, type AlarmProps, type Recipient } from "./alarm";
export { Dashboard, type DashboardProps } from "./dashboard";
export { DoorAlarms, type DoorAlarmsProps } from "./door-alarms";
export type { Metric } from "./metric";
export { NotificationTopic, type NotificationTopicProps } from "./notification-topic";
export { ServiceAlarms, type ServiceAlarm, type ServiceAlarmsProps } from "./service-alarms";
export { serverErrors } from "./what-to-watch";
