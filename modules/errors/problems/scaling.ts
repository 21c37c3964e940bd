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
    allowed: "has a minimum that is not above its maximum",
    fix: "lower the minimum or raise the maximum; a schedule that says one of them keeps the other",
    page: REGISTER,
  },
  scalingWithoutMetric: {
    code: "FY472",
    subject: "scaling",
    allowed: "has at least 1 of cpuPercent, memoryPercent, requestsPerTarget and schedules",
    fix: "say what is to decide the number of tasks, or leave scaling out and set desiredCount",
    page: TRACKING,
  },
  requestsWithoutTargetGroup: {
    code: "FY475",
    subject: "scaling.requestsPerTarget",
    allowed: "needs a target group: it is the load balancer that counts requests",
    fix: "give the service a targetGroup, or scale by cpuPercent",
    page: METRIC,
  },
  requestsToTwoTargetGroups: {
    code: "FY476",
    subject: "scaling.requestsPerTarget",
    allowed: "counts the requests to 1 target group, and this deployment strategy moves between two",
    fix: "scale by cpuPercent, or deploy with strategy rolling",
    page: METRIC,
  },
  desiredCountOutsideScaling: {
    code: "FY478",
    subject: "desiredCount",
    allowed: "lies between scaling.minimum and scaling.maximum",
    fix: "leave desiredCount out: the service starts with the minimum",
    page: REGISTER,
  },
  scheduleName: {
    code: "FY479",
    subject: "the name of a schedule",
    allowed: "has 1 to 128 characters and none of | : / $ % or a quotation mark",
    fix: "rename it: letters do",
    page: SCHEDULE,
  },
  scheduleExpression: {
    code: "FY480",
    subject: "when",
    allowed:
      "is cron(minute hour day month weekday year) with one ? for day or weekday, rate(1 hour) or at(2027-01-31T18:00:00)",
    fix: "write it such as cron(0 20 ? * MON-FRI *)",
    page: SCHEDULE,
  },
  scheduleTimezone: {
    code: "FY481",
    subject: "timezone",
    allowed: "is a time zone of the IANA database",
    fix: "write it such as Europe/Berlin, not as an offset",
    page: SCHEDULE,
  },
  scheduleWithoutEffect: {
    code: "FY482",
    subject: "a schedule",
    allowed: "sets minimum, maximum or both",
    fix: "say how many tasks there are to be from then on",
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
    fix: "choose a value in range",
    page: REGISTER,
  },
  scalingPercent: {
    code: "FY473",
    from: 1,
    to: 100,
    unit: "percent",
    subject: "scaling.cpuPercent",
    fix: "choose a share that leaves room while new tasks start, such as 60",
    page: TRACKING,
  },
  requestsPerTarget: {
    code: "FY474",
    from: 1,
    to: Number.MAX_SAFE_INTEGER,
    subject: "scaling.requestsPerTarget",
    allowed: "is a whole number of requests a minute, at least 1",
    fix: "measure how many requests a minute one task bears, and take some less",
    page: TRACKING,
  },
  scalingCooldown: {
    code: "FY477",
    from: 0,
    to: 86_400,
    unit: "seconds",
    subject: "a scaling cooldown",
    fix: "choose a value in range; the defaults are 300 (in) and 60 (out)",
    page: TRACKING,
  },
});
