export { Alarm, type AlarmProps, type Recipient } from "./alarm";
export type { Metric } from "./metric";
export { NotificationTopic, type NotificationTopicProps } from "./notification-topic";
export { serverErrors } from "./what-to-watch";
