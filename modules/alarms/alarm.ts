import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
  type CloudwatchMetricAlarmMetricQuery,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Construct } from "constructs";
import { addCheck } from "../errors";
import {
  boundedName,
  expectCall,
  expectOneStack,
  expectProps,
  labelOf,
  literals,
  namingPath,
  stackName,
} from "../foundation";
import { alarmFaults } from "./alarm-faults";
import { isPercentile, type Metric } from "./metric";

const LONGEST_NAME = 255;
const PERIOD_SEC = 60;

export interface AlarmProps {
  /** What is looked at, minute by minute. */
  readonly metric: Metric;

  /**
   * A second metric, of which the first is not to fall short: the alarm looks at the difference.
   * @default none: the alarm looks at the metric itself
   */
  readonly shortOf?: Metric;

  /**
   * What the number of a minute has to exceed to count, at least 0.
   * @default 0
   */
  readonly threshold?: number;

  /**
   * Minutes that have to count before there is an alarm, 1 to 1440.
   * @default 3
   */
  readonly minutes?: number;

  /**
   * Minutes that are looked back on, 1 to 1440, not less than `minutes`.
   * @default minutes
   */
  readonly ofMinutes?: number;

  /** What it means that the alarm went off and where to look first, up to 1024 characters. */
  readonly description: string;
}

/** Where alarms are sent to. */
export interface Recipient {
  readonly arn: string;
}

/**
 * A CloudWatch alarm that goes off when a metric is too high. A minute without numbers is a good one: no requests, no
 * failures. It costs 0.10 USD a month a metric beyond the first ten of an account (us-east-1).
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 *
 * @example
 * const queue = { namespace: "AWS/SQS", metricName: "ApproximateAgeOfOldestMessage", stat: "Maximum" };
 * const metric = { ...queue, dimensions: { QueueName: "jobs" } };
 * new Alarm(stack, "OldJobs", { metric, threshold: 600, description: "jobs wait for more than 10 minutes" });
 */
export class Alarm extends Construct {
  public readonly alarmName: string;
  public readonly arn: string;

  private readonly resource: CloudwatchMetricAlarm;
  private readonly recipients: string[] = [];

  public constructor(scope: Construct, id: string, props: AlarmProps) {
    super(scope, id);
    expectProps(this, "Alarm", props);
    addCheck(this, () => alarmFaults(literals(props)));
    this.resource = this.createAlarm(props);
    this.alarmName = this.resource.alarmName;
    this.arn = this.resource.arn;
  }

  /** Sends word when the alarm goes off and when it is over. */
  public notify(recipient: Recipient): void {
    expectCall(this, "Alarm.notify", { recipient });
    expectOneStack(this, recipient);
    if (this.recipients.includes(recipient.arn)) return;
    this.recipients.push(recipient.arn);
    this.resource.alarmActions = this.recipients;
    this.resource.okActions = this.recipients;
  }

  private createAlarm(props: AlarmProps): CloudwatchMetricAlarm {
    const minutes = props.minutes ?? 3;
    const parts = [stackName(this), labelOf(namingPath(this))];
    return new CloudwatchMetricAlarm(this, "Resource", {
      alarmName: boundedName(parts, LONGEST_NAME),
      alarmDescription: props.description,
      comparisonOperator: "GreaterThanThreshold",
      threshold: props.threshold ?? 0,
      evaluationPeriods: props.ofMinutes ?? minutes,
      datapointsToAlarm: minutes,
      treatMissingData: "notBreaching",
      ...(props.shortOf === undefined
        ? one(props.metric)
        : { metricQuery: gap(props.metric, props.shortOf) }),
    });
  }
}

function one({ stat, ...metric }: Metric): Partial<CloudwatchMetricAlarmConfig> {
  const kind = isPercentile(stat) ? { extendedStatistic: stat } : { statistic: stat };
  return { ...metric, ...kind, period: PERIOD_SEC };
}

/** A service without a task reports nothing at all, which is none. */
function gap(actual: Metric, wanted: Metric): CloudwatchMetricAlarmMetricQuery[] {
  const expression = "FILL(wanted, 0) - FILL(actual, 0)";
  return [
    { id: "gap", expression, label: `${wanted.metricName} - ${actual.metricName}`, returnData: true },
    ...Object.entries({ actual, wanted }).map(([id, metric]) => ({
      id,
      metric: { ...metric, period: PERIOD_SEC },
    })),
  ];
}
