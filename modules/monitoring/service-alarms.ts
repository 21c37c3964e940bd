import { Construct } from "constructs";
import { addCheck, type Fault, inRange, limits, problems, requireThat } from "../errors";
import type { FargateService } from "../fargate";
import { expectOneStack, expectProps, labelOf, literal, literals } from "../foundation";
import { Alarm, type AlarmProps, type Recipient } from "../alarms/alarm";
import { belowDesired, busy, slowAnswers, unhealthyHosts } from "../alarms/what-to-watch";

const { default: percent } = limits.alarmPercent;
const DEFAULTS = { latencySec: 1, cpuPercent: percent, memoryPercent: percent };

/** Every alarm of a service, by the construct id it has. The first three need a load balancer in front. */
const KINDS = {
  "server-errors": "ServerErrors",
  latency: "Latency",
  "unhealthy-hosts": "UnhealthyHosts",
  "below-desired": "BelowDesired",
  cpu: "Cpu",
  memory: "Memory",
} as const;
export type ServiceAlarm = keyof typeof KINDS;

export interface ServiceAlarmsProps {
  readonly service: FargateService;

  /**
   * Who is told when an alarm goes off, and when it is over.
   * @default nobody: the alarms are there to be looked at, and to roll deployments back
   */
  readonly topic?: Recipient;

  /**
   * Seconds within which nine requests of ten are answered.
   * @default 1
   */
  readonly latencySec?: number;

  /**
   * Share of the CPU, in percent, that may be used for five minutes, 1 to 100.
   * @default 90
   */
  readonly cpuPercent?: number;

  /**
   * Share of the memory, in percent, that may be used for five minutes, 1 to 100.
   * @default 90
   */
  readonly memoryPercent?: number;

  /**
   * Alarms that are not wanted.
   * @default none; without a target group, those of the load balancer are left out
   */
  readonly unwatched?: readonly ServiceAlarm[];
}

/**
 * What to be woken up for when a service runs: it fails, is slow, is unhealthy, runs fewer tasks than it should, or has no
 * CPU or memory left. The first two also roll a deployment back, unless the service's deployments are unwatched. All
 * together look at 7 metrics, 0.70 USD a month beyond an account's first ten (us-east-1).
 * https://aws.amazon.com/cloudwatch/pricing/
 *
 * @example
 * new ServiceAlarms(stack, "BackendAlarms", { service: backend, topic });
 */
export class ServiceAlarms extends Construct {
  public readonly alarms: Alarm[] = [];

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ServiceAlarmsProps,
  ) {
    super(scope, id);
    expectProps(this, "ServiceAlarms", props);
    const { service } = props;
    expectOneStack(this, service);
    addCheck(this, () => this.faults());

    this.watchRequests(service);
    this.watchTasks(service);
    const { topic } = props;
    if (topic !== undefined) this.alarms.forEach((alarm) => alarm.notify(topic));
  }

  /** The alarm of deployments serves people too. A second target group, of green tasks, has alarms of its own. */
  private watchRequests(service: FargateService): void {
    const { latencySec = DEFAULTS.latencySec } = this.props;
    const name = this.label();
    if (this.wants("server-errors")) this.alarms.push(...service.serverErrors);
    service.targetGroups.forEach(({ dimensions }, position) => {
      const prefix = position === 0 ? "" : "Green";
      const latency = this.add("latency", slowAnswers(dimensions, latencySec, name), prefix);
      if (latency !== undefined) service.rollBackOn(latency);
      this.add("unhealthy-hosts", unhealthyHosts(dimensions, name), prefix);
    });
  }

  private watchTasks(service: FargateService): void {
    const { cpuPercent = DEFAULTS.cpuPercent, memoryPercent = DEFAULTS.memoryPercent } = this.props;
    const { dimensions } = service;
    const name = this.label();
    if (service.cluster.hasInsights) this.add("below-desired", belowDesired(dimensions, name));
    this.add("cpu", busy("CPU", dimensions, cpuPercent, name));
    this.add("memory", busy("Memory", dimensions, memoryPercent, name));
  }

  private add(kind: ServiceAlarm, props: AlarmProps, prefix = ""): Alarm | undefined {
    if (!this.wants(kind)) return undefined;
    const alarm = new Alarm(this, `${prefix}${KINDS[kind]}`, props);
    this.alarms.push(alarm);
    return alarm;
  }

  private wants(kind: ServiceAlarm): boolean {
    return this.props.unwatched?.includes(kind) !== true;
  }

  private label(): string {
    return labelOf(this.props.service.node.path);
  }

  private faults(): Fault[] {
    const { service, unwatched = [] } = this.props;
    const { latencySec, cpuPercent, memoryPercent } = literals(this.props);
    const unknown = unwatched.filter((kind) => !Object.hasOwn(KINDS, kind));
    const needsInsights = this.wants("below-desired");
    const isFronted = service.targetGroups.length > 0;
    return [
      ...requireThat(
        unknown.length === 0,
        problems.unknownAlarm,
        unknown.map((kind) => literal(kind) ?? "a Terraform token").join(", "),
      ),
      ...requireThat(
        !needsInsights || service.cluster.hasInsights,
        problems.alarmNeedsContainerInsights,
        "disabled",
      ),
      ...requireThat(
        isFronted || this.props.latencySec === undefined,
        problems.latencyWithoutTargetGroup,
        "none",
      ),
      ...requireThat(
        latencySec === undefined || (Number.isFinite(latencySec) && latencySec > 0),
        problems.latencyThreshold,
        latencySec,
      ),
      ...inRange(limits.alarmPercent, cpuPercent, "cpuPercent"),
      ...inRange(limits.alarmPercent, memoryPercent, "memoryPercent"),
    ];
  }
}
