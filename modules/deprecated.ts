// Earlier names of what is public. They work until 1.0.
import { LoadBalancerAlarms, type LoadBalancerAlarmsProps } from "./monitoring";

/** @deprecated Use `LoadBalancerAlarms`. */
export const DoorAlarms = LoadBalancerAlarms;
/** @deprecated Use `LoadBalancerAlarms`. */
export type DoorAlarms = LoadBalancerAlarms;
/** @deprecated Use `LoadBalancerAlarmsProps`. */
export type DoorAlarmsProps = LoadBalancerAlarmsProps;
