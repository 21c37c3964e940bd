import { Construct } from "constructs";
import { addCheck, inRange, limits } from "../errors";
import type { LoadBalancer } from "../load-balancer";
import { expectOneStack, expectProps, labelOf, literal } from "../foundation";
import { Alarm, type Recipient } from "../alarms/alarm";
import { doorErrors, refusedConnections } from "../alarms/what-to-watch";

const DEFAULT_ERRORS = 10;

export interface LoadBalancerAlarmsProps {
  readonly door: LoadBalancer;

  /**
   * Who is told when an alarm goes off, and when it is over.
   * @default nobody: the alarms are there to be looked at
   */
  readonly topic?: Recipient;

  /**
   * Answers of 5xx a minute by the load balancer itself that are no reason to worry.
   * @default 10
   */
  readonly serverErrorsPerMin?: number;
}

/**
 * What to be woken up for at a load balancer: it answers 5xx in place of a service, or refuses connections. Each of the
 * two costs 0.10 USD a month beyond an account's first ten (us-east-1). https://aws.amazon.com/cloudwatch/pricing/
 *
 * @example
 * new LoadBalancerAlarms(stack, "DoorAlarms", { door, topic });
 */
export class LoadBalancerAlarms extends Construct {
  public readonly serverErrors: Alarm;
  public readonly refusedConnections: Alarm;

  public constructor(scope: Construct, id: string, props: LoadBalancerAlarmsProps) {
    super(scope, id);
    expectProps(this, "LoadBalancerAlarms", props);
    const { door, topic, serverErrorsPerMin = DEFAULT_ERRORS } = props;
    expectOneStack(this, door);
    addCheck(this, () => inRange(limits.alarmServerErrors, literal(serverErrorsPerMin)));

    const name = labelOf(door.node.path);
    const dimensions = { LoadBalancer: door.arnSuffix };
    this.serverErrors = new Alarm(this, "ServerErrors", doorErrors(dimensions, serverErrorsPerMin, name));
    this.refusedConnections = new Alarm(this, "RefusedConnections", refusedConnections(dimensions, name));
    if (topic === undefined) return;
    [this.serverErrors, this.refusedConnections].forEach((alarm) => alarm.notify(topic));
  }
}
