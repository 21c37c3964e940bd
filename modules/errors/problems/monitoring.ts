import { limits, problems } from "./tables";

const ALARM = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html";
const TOPIC = "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html";
const INSIGHTS =
  "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html";

/** FY7: alarms (FY70), notification topics (FY71), alarms of services and doors (FY72), dashboards (FY73). */
export const monitoring = problems({
  alarmThreshold: {
    code: "FY701",
    subject: "threshold",
    allowed: "must be a number, at least 0",
    fix: "set the highest value that is allowed for a minute",
    page: ALARM,
  },
  alarmWindowTooShort: {
    code: "FY703",
    subject: "ofMinutes",
    allowed: "can't be less than minutes",
    fix: "evaluate at least as many minutes as must breach the threshold",
    page: ALARM,
  },
  metricStatistic: {
    code: "FY704",
    subject: "metric.stat",
    allowed: "must be Sum, Average, Minimum, Maximum, SampleCount or a percentile such as p90",
    fix: "use one of them",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html",
  },
  alarmDescriptionTooLong: {
    code: "FY705",
    subject: "description",
    allowed: "can have at most 1024 characters",
    fix: "shorten it: state what the alarm means and where to look first",
    page: ALARM,
  },
  topicName: {
    code: "FY711",
    subject: "a topic name",
    allowed: "must have 1 to 256 letters, digits, hyphens and underscores",
    fix: "shorten or rename it",
    page: TOPIC,
  },
  emailAddress: {
    code: "FY712",
    subject: "emails",
    allowed: "must be different addresses such as ops@example.com",
    fix: "fix the address or remove it",
    page: "https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html",
  },
  topicEncryption: {
    code: "FY713",
    subject: "encryption",
    allowed: "must be customer-key or disk-only, and disk-only without an encryptionKey",
    fix: "use one of them: CloudWatch can't publish with the key that AWS manages for SNS",
    page: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  },
  topicNameTaken: {
    code: "FY714",
    subject: "a topic name",
    allowed: "must be unique in its account and Region",
    fix: "rename one, or omit the name to have one generated from the ids of stack and construct",
    page: TOPIC,
  },
  unknownAlarm: {
    code: "FY721",
    subject: "unwatched",
    allowed: "must name existing alarms",
    fix: "omit it, or use the names in the documentation",
    page: ALARM,
  },
  alarmNeedsContainerInsights: {
    code: "FY722",
    subject: "the alarm below-desired",
    allowed: "needs the cluster's Container Insights",
    fix: "enable containerInsights, or add below-desired to unwatched",
    page: INSIGHTS,
  },
  latencyWithoutTargetGroup: {
    code: "FY723",
    subject: "latencySec",
    allowed: "needs a service behind a target group, because the load balancer measures the time",
    fix: "omit it for this service",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
  },
  latencyThreshold: {
    code: "FY724",
    subject: "latencySec",
    allowed: "must be a number of seconds above 0",
    fix: "set the longest time that nine of ten requests may take; the default is 1",
    page: ALARM,
  },
  dashboardName: {
    code: "FY731",
    subject: "a dashboard name",
    allowed: "must have 1 to 255 letters, digits, hyphens and underscores",
    fix: "shorten or rename it",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
  },
  dashboardEmpty: {
    code: "FY732",
    subject: "a dashboard",
    allowed: "must show at least 1 load balancer or service, each only once",
    fix: "set what it shows",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
  },
  dashboardNameTaken: {
    code: "FY733",
    subject: "a dashboard name",
    allowed: "must be unique in its account",
    fix: "rename one: the second dashboard overwrites the first",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
  },
  dashboardTooLarge: {
    code: "FY734",
    subject: "a dashboard",
    allowed: "can have at most 500 charts",
    fix: "create one dashboard for each group of services",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html",
  },
});

/** Numbers with a range. */
export const monitoringLimits = limits({
  alarmMinutes: {
    code: "FY702",
    from: 1,
    to: 1440,
    unit: "minutes",
    subject: "minutes",
    fix: "set a value in this range: CloudWatch looks back at most one day",
    page: ALARM,
  },
  alarmPercent: {
    code: "FY725",
    from: 1,
    to: 100,
    unit: "percent",
    default: 90,
    subject: "cpuPercent",
    page: ALARM,
  },
  alarmServerErrors: {
    code: "FY726",
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    subject: "serverErrorsPerMin",
    allowed: "must be a whole number, at least 0",
    fix: "set how many 5xx responses per minute are acceptable; the default is 10",
    page: ALARM,
  },
});
