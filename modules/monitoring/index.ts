export { Dashboard, type DashboardProps } from "./dashboard";
export { LoadBalancerAlarms, type LoadBalancerAlarmsProps } from "./load-balancer-alarms";
export { ServiceAlarms, type ServiceAlarm, type ServiceAlarmsProps } from "./service-alarms";
