import { table } from "./row";

const REGISTER =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html";
const TRACKING =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TargetTrackingScalingPolicyConfiguration.html";
const METRIC =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html";
const SCHEDULE =
  "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html";

/** FY47 to FY48: scaling of services. */
export const scaling = table({
  FY470: {
    subject: "scaling.minimum",
    allowed: "is a whole number of tasks from 0 to 5000",
    fix: "choose a value in range",
    page: REGISTER,
  },
  FY471: {
    subject: "scaling",
    allowed: "has a minimum that is not above its maximum",
    fix: "lower the minimum or raise the maximum; a schedule that says one of them keeps the other",
    page: REGISTER,
  },
  FY472: {
    subject: "scaling",
    allowed: "has at least 1 of cpuPercent, memoryPercent, requestsPerTarget and schedules",
    fix: "say what is to decide the number of tasks, or leave scaling out and set desiredCount",
    page: TRACKING,
  },
  FY473: {
    subject: "scaling.cpuPercent",
    allowed: "is a whole number of percent from 1 to 100",
    fix: "choose a share that leaves room while new tasks start, such as 60",
    page: TRACKING,
  },
  FY474: {
    subject: "scaling.requestsPerTarget",
    allowed: "is a whole number of requests a minute, at least 1",
    fix: "measure how many requests a minute one task bears, and take some less",
    page: TRACKING,
  },
  FY475: {
    subject: "scaling.requestsPerTarget",
    allowed: "needs a target group: it is the load balancer that counts requests",
    fix: "give the service a targetGroup, or scale by cpuPercent",
    page: METRIC,
  },
  FY476: {
    subject: "scaling.requestsPerTarget",
    allowed: "counts the requests to 1 target group, and this deployment strategy moves between two",
    fix: "scale by cpuPercent, or deploy with strategy rolling",
    page: METRIC,
  },
  FY477: {
    subject: "a scaling cooldown",
    allowed: "is a whole number of seconds from 0 to 86400",
    fix: "choose a value in range; the defaults are 300 (in) and 60 (out)",
    page: TRACKING,
  },
  FY478: {
    subject: "desiredCount",
    allowed: "lies between scaling.minimum and scaling.maximum",
    fix: "leave desiredCount out: the service starts with the minimum",
    page: REGISTER,
  },
  FY479: {
    subject: "the name of a schedule",
    allowed: "has 1 to 128 characters and none of | : / $ % or a quotation mark",
    fix: "rename it: letters do",
    page: SCHEDULE,
  },
  FY480: {
    subject: "when",
    allowed:
      "is cron(minute hour day month weekday year) with one ? for day or weekday, rate(1 hour) or at(2027-01-31T18:00:00)",
    fix: "write it such as cron(0 20 ? * MON-FRI *)",
    page: SCHEDULE,
  },
  FY481: {
    subject: "timezone",
    allowed: "is a time zone of the IANA database",
    fix: "write it such as Europe/Berlin, not as an offset",
    page: SCHEDULE,
  },
  FY482: {
    subject: "a schedule",
    allowed: "sets minimum, maximum or both",
    fix: "say how many tasks there are to be from then on",
    page: SCHEDULE,
  },
});
