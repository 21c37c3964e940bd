import { limits, problems } from "./tables";

const REGISTER =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html";
const TRACKING =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html";
const METRIC =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html";
const SCHEDULE =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html";

/** FY47 to FY48: scaling of services. */
export const scaling = problems({
  scalingMinimumAboveMaximum: {
    code: "FY471",
    subject: "scaling",
    allowed: "can't have a minimum above its maximum",
    fix: "lower the minimum or raise the maximum; a schedule that sets one of them keeps the other",
    page: REGISTER,
  },
  scalingWithoutMetric: {
    code: "FY472",
    subject: "scaling",
    allowed: "must have at least 1 of cpuPercent, memoryPercent, requestsPerTarget and schedules",
    fix: "set what decides the number of tasks, or remove scaling and set desiredCount",
    page: TRACKING,
  },
  requestsWithoutTargetGroup: {
    code: "FY475",
    subject: "scaling.requestsPerTarget",
    allowed: "needs a target group, because the load balancer counts the requests",
    fix: "give the service a targetGroup, or scale by cpuPercent",
    page: METRIC,
  },
  requestsToTwoTargetGroups: {
    code: "FY476",
    subject: "scaling.requestsPerTarget",
    allowed: "counts the requests to 1 target group, but this deployment strategy moves between two",
    fix: "scale by cpuPercent, or deploy with strategy rolling",
    page: METRIC,
  },
  desiredCountOutsideScaling: {
    code: "FY478",
    subject: "desiredCount",
    allowed: "must be between scaling.minimum and scaling.maximum",
    fix: "omit desiredCount: the service starts with the minimum",
    page: REGISTER,
  },
  scheduleName: {
    code: "FY479",
    subject: "the name of a schedule",
    allowed: "must have 1 to 128 characters and can't contain | : / $ % or a quotation mark",
    fix: "rename it, for example with letters only",
    page: SCHEDULE,
  },
  scheduleExpression: {
    code: "FY480",
    subject: "when",
    allowed:
      "must be cron(minute hour day month weekday year) with one ? for day or weekday, rate(1 hour) or at(2027-01-31T18:00:00)",
    fix: "write a value such as cron(0 20 ? * MON-FRI *)",
    page: SCHEDULE,
  },
  scheduleTimezone: {
    code: "FY481",
    subject: "timezone",
    allowed: "must be a time zone of the IANA database",
    fix: "write a name such as Europe/Berlin, not an offset",
    page: SCHEDULE,
  },
  scheduleWithoutEffect: {
    code: "FY482",
    subject: "a schedule",
    allowed: "must set minimum, maximum or both",
    fix: "set how many tasks run from then on",
    page: SCHEDULE,
  },
});

/** Numbers with a range. */
export const scalingLimits = limits({
  scalingTaskCount: {
    code: "FY470",
    from: 0,
    to: 5000,
    unit: "tasks",
    subject: "scaling.minimum",
    page: REGISTER,
  },
  scalingPercent: {
    code: "FY473",
    from: 1,
    to: 100,
    unit: "percent",
    subject: "scaling.cpuPercent",
    fix: "set a value that leaves room while new tasks start, such as 60",
    page: TRACKING,
  },
  requestsPerTarget: {
    code: "FY474",
    from: 1,
    to: Number.MAX_SAFE_INTEGER,
    subject: "scaling.requestsPerTarget",
    allowed: "must be a whole number of requests per minute, at least 1",
    fix: "measure how many requests per minute one task can handle, and set a lower value",
    page: TRACKING,
  },
  scalingCooldown: {
    code: "FY477",
    from: 0,
    to: 86_400,
    unit: "seconds",
    subject: "a scaling cooldown",
    fix: "set a value in this range, or omit it to use the defaults, 300 (in) and 60 (out)",
    page: TRACKING,
  },
});
