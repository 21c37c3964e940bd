import { limits, problems } from "./tables";

const CONFIGURATION =
  "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html";
const ALARMS = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html";
const SHIFT = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html";

/** FY49: deployments of services. */
export const deployment = problems({
  rollingDeploymentStuck: {
    code: "FY485",
    subject: "a rolling deployment",
    allowed:
      "must be able to start a task (maximumPercent, rounded down) or stop one (minimumHealthyPercent, rounded up)",
    fix: "raise maximumPercent or lower minimumHealthyPercent, otherwise no deployment can make progress",
    page: CONFIGURATION,
  },
  deploymentStrategy: {
    code: "FY487",
    subject: "deployment.strategy",
    allowed: "must be rolling, blue-green, linear or canary",
    fix: "use one of them; rolling needs nothing else",
    page: CONFIGURATION,
  },
  strategyListener: {
    code: "FY488",
    subject: "a strategy that shifts traffic",
    allowed: "needs a targetGroup and deployment.listener; rolling can't have a listener",
    fix: "give the service a target group, and name the listener whose requests are shifted",
    page: SHIFT,
  },
  stepPercent: {
    code: "FY490",
    subject: "deployment.stepPercent",
    allowed: "must be a number from 3 to 100 percent (linear), or from 0.1 to 100 percent (canary)",
    fix: "set the share of traffic that one step moves; the default is 10",
    page: CONFIGURATION,
  },
  settingOfOtherStrategy: {
    code: "FY492",
    subject: "a deployment's settings",
    allowed:
      "must belong to its strategy: percents to rolling, bakeTimeMin to the others, steps to linear and canary only",
    fix: "remove the settings that the strategy does not use",
    page: CONFIGURATION,
  },
  shiftedTargetGroupForwarded: {
    code: "FY495",
    subject: "a target group whose traffic a service shifts",
    allowed: "can only be used by its deployment's own listener, because it is empty after a traffic shift",
    fix: "forward other routes and listeners to a target group of another service, or use a rolling deployment",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
  },
  deploymentListenerRedirects: {
    code: "FY496",
    subject: "the listener of a deployment",
    allowed: "must forward requests: a listener that redirects has no traffic to shift",
    fix: "use the HTTPS listener that it redirects to",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
  },
  deploymentPathsTaken: {
    code: "FY497",
    subject: "the paths of a service whose traffic is shifted",
    allowed: "can't be used by another service on the same listener",
    fix: "give each service its own paths",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html",
  },
  deploymentPaths: {
    code: "FY494",
    subject: "deployment.paths",
    allowed: "must be 1 to 5 patterns of 1 to 128 characters that start with / or *",
    fix: "omit it for all requests, or write patterns such as /api/*",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html",
  },
});

/** Numbers with a range. */
export const deploymentLimits = limits({
  minimumHealthyPercent: {
    code: "FY483",
    from: 0,
    to: 100,
    unit: "percent",
    subject: "deployment.minimumHealthyPercent",
    fix: "set a value in this range; 100 keeps every old task until a new one is healthy",
    page: CONFIGURATION,
  },
  maximumPercent: {
    code: "FY484",
    from: 100,
    to: 200,
    unit: "percent",
    subject: "deployment.maximumPercent",
    fix: "set a value in this range; 200 starts all new tasks at once",
    page: CONFIGURATION,
  },
  deploymentServerErrors: {
    code: "FY486",
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    subject: "deployment.serverErrorsPerMin",
    allowed: "must be a whole number, at least 0",
    fix: "set how many 5xx responses per minute a healthy version may return; the default is 10",
    page: ALARMS,
  },
  bakeTime: {
    code: "FY489",
    from: 0,
    to: 1440,
    unit: "minutes",
    default: 5,
    subject: "deployment.bakeTimeMin",
    fix: "set how long the old tasks stay available for a rollback",
    page: CONFIGURATION,
  },
  stepBakeTime: {
    code: "FY491",
    from: 0,
    to: 1440,
    unit: "minutes",
    default: 5,
    subject: "deployment.stepBakeTimeMin",
    fix: "set how long each step is monitored",
    page: CONFIGURATION,
  },
  deploymentRulePriority: {
    code: "FY493",
    from: 1,
    to: 50_000,
    subject: "deployment.rulePriority",
    allowed: "must be a whole number from 1 to 50000, unique on a listener",
    fix: "omit it for 50000, the last rule, or use one that is free",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
  },
});
