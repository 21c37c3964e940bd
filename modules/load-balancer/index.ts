export type { AccessLogs } from "./access-logs";
export type { LoadBalancerAttributes } from "./attributes";
export type { HealthCheck } from "./health-check";
export { HttpListener, type HttpListenerProps } from "./http-listener";
export { LoadBalancer, type LoadBalancerProps } from "./load-balancer";
export { TargetGroup, type TargetGroupProps } from "./target-group";
