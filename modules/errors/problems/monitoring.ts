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
    allowed: "is a number, at least 0",
    fix: "choose what a minute may have at the most",
    page: ALARM,
  },
  alarmWindowTooShort: {
    code: "FY703",
    subject: "ofMinutes",
    allowed: "is not less than minutes",
    fix: "look back on at least as many minutes as have to be bad",
    page: ALARM,
  },
  metricStatistic: {
    code: "FY704",
    subject: "metric.stat",
    allowed: "is Sum, Average, Minimum, Maximum, SampleCount or a percentile such as p90",
    fix: "choose one of them",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html",
  },
  alarmDescriptionTooLong: {
    code: "FY705",
    subject: "description",
    allowed: "has at most 1024 characters",
    fix: "shorten it: say what it means and where to look first",
    page: ALARM,
  },
  topicName: {
    code: "FY711",
    subject: "a topic name",
    allowed: "has 1 to 256 letters, digits, hyphens and underscores",
    fix: "shorten or rename it",
    page: TOPIC,
  },
  emailAddress: {
    code: "FY712",
    subject: "emails",
    allowed: "are addresses such as ops@example.com, each once",
    fix: "correct the address or leave it out",
    page: "https://docs.aws.amazon.com/sns/latest/dg/sns-email-notifications.html",
  },
  topicEncryption: {
    code: "FY713",
    subject: "encryption",
    allowed: "is customer-key or disk-only, and disk-only without an encryptionKey",
    fix: "choose one: with the key that AWS manages for SNS, CloudWatch could not send",
    page: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
  },
  topicNameTaken: {
    code: "FY714",
    subject: "a topic name",
    allowed: "is unique in its account and region",
    fix: "rename one, or leave the name out and one is made of the ids of stack and construct",
    page: TOPIC,
  },
  unknownAlarm: {
    code: "FY721",
    subject: "unwatched",
    allowed: "names alarms that there are",
    fix: "leave it out, or name one of those that the documentation lists",
    page: ALARM,
  },
  alarmNeedsContainerInsights: {
    code: "FY722",
    subject: "the alarm below-desired",
    allowed: "needs the cluster's Container Insights",
    fix: "turn containerInsights on, or add below-desired to unwatched",
    page: INSIGHTS,
  },
  latencyWithoutTargetGroup: {
    code: "FY723",
    subject: "latencySec",
    allowed: "needs a service behind a target group: it is the load balancer that takes the time",
    fix: "leave it out for this service",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
  },
  latencyThreshold: {
    code: "FY724",
    subject: "latencySec",
    allowed: "is a number of seconds above 0",
    fix: "choose what nine requests of ten may take at the most; the default is 1",
    page: ALARM,
  },
  dashboardName: {
    code: "FY731",
    subject: "a dashboard name",
    allowed: "has 1 to 255 letters, digits, hyphens and underscores",
    fix: "shorten or rename it",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
  },
  dashboardEmpty: {
    code: "FY732",
    subject: "a dashboard",
    allowed: "shows at least 1 load balancer or service, each once",
    fix: "say what it is to show",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
  },
  dashboardNameTaken: {
    code: "FY733",
    subject: "a dashboard name",
    allowed: "is unique in its account",
    fix: "rename one: a second one overwrites the first",
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
  },
  dashboardTooLarge: {
    code: "FY734",
    subject: "a dashboard",
    allowed: "has at most 500 charts",
    fix: "make one for each group of services",
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
    fix: "choose a value in range: CloudWatch looks back a day at the most",
    page: ALARM,
  },
  alarmPercent: {
    code: "FY725",
    from: 1,
    to: 100,
    unit: "percent",
    subject: "cpuPercent",
    fix: "choose a value in range; the default is 90",
    page: ALARM,
  },
  alarmServerErrors: {
    code: "FY726",
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    subject: "serverErrorsPerMin",
    allowed: "is a whole number of answers, at least 0",
    fix: "choose how many answers of 5xx a minute are no reason to worry; the default is 10",
    page: ALARM,
  },
});
