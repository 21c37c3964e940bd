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
      "can start a task (maximumPercent, rounded down) or stop one (minimumHealthyPercent, rounded up)",
    fix: "raise maximumPercent or lower minimumHealthyPercent, or no deployment ever gets on",
    page: CONFIGURATION,
  },
  deploymentStrategy: {
    code: "FY487",
    subject: "deployment.strategy",
    allowed: "is rolling, blue-green, linear or canary",
    fix: "choose one; rolling needs nothing further",
    page: CONFIGURATION,
  },
  strategyListener: {
    code: "FY488",
    subject: "a strategy that shifts traffic",
    allowed: "needs a targetGroup and deployment.listener, and rolling takes no listener",
    fix: "give the service a target group and say which listener's requests are shifted",
    page: SHIFT,
  },
  stepPercent: {
    code: "FY490",
    subject: "deployment.stepPercent",
    allowed: "is a number of percent from 3 to 100 (linear), or from 0.1 to 100 (canary)",
    fix: "choose the share of traffic that a step moves; the default is 10",
    page: CONFIGURATION,
  },
  settingOfOtherStrategy: {
    code: "FY492",
    subject: "a deployment's settings",
    allowed:
      "belong to its strategy: percents to rolling, bakeTimeMin to the others, steps to linear and canary alone",
    fix: "leave out what the strategy does not use",
    page: CONFIGURATION,
  },
  shiftedTargetGroupForwarded: {
    code: "FY495",
    subject: "a target group whose traffic a service shifts",
    allowed: "is forwarded to by its deployment's listener alone: after a shift nobody is in it",
    fix: "let other routes and listeners forward to a target group of another service, or use a rolling deployment",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
  },
  deploymentListenerRedirects: {
    code: "FY496",
    subject: "the listener of a deployment",
    allowed: "takes requests itself: one that redirects has no traffic to shift",
    fix: "name the HTTPS listener that it redirects to",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb-resources-for-blue-green.html",
  },
  deploymentPathsTaken: {
    code: "FY497",
    subject: "the paths of a service whose traffic is shifted",
    allowed: "are its own on a listener",
    fix: "give each of the services paths of its own",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html",
  },
  deploymentPaths: {
    code: "FY494",
    subject: "deployment.paths",
    allowed: "are 1 to 5 patterns of 1 to 128 characters that start with / or *",
    fix: "leave it out for all requests, or write patterns such as /api/*",
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
    fix: "choose a value in range; 100 keeps every old task until a new one is well",
    page: CONFIGURATION,
  },
  maximumPercent: {
    code: "FY484",
    from: 100,
    to: 200,
    unit: "percent",
    subject: "deployment.maximumPercent",
    fix: "choose a value in range; 200 starts all new tasks at once",
    page: CONFIGURATION,
  },
  deploymentServerErrors: {
    code: "FY486",
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    subject: "deployment.serverErrorsPerMin",
    allowed: "is a whole number of answers, at least 0",
    fix: "choose how many answers of 5xx a minute a good version may give; the default is 10",
    page: ALARMS,
  },
  bakeTime: {
    code: "FY489",
    from: 0,
    to: 1440,
    unit: "minutes",
    default: 5,
    subject: "deployment.bakeTimeMin",
    fix: "choose how long the old tasks stay ready for a way back; the default is 5",
    page: CONFIGURATION,
  },
  stepBakeTime: {
    code: "FY491",
    from: 0,
    to: 1440,
    unit: "minutes",
    default: 5,
    subject: "deployment.stepBakeTimeMin",
    fix: "choose how long each step is watched; the default is 5",
    page: CONFIGURATION,
  },
  deploymentRulePriority: {
    code: "FY493",
    from: 1,
    to: 50_000,
    subject: "deployment.rulePriority",
    allowed: "is a whole number from 1 to 50000, used once on a listener",
    fix: "leave it out for 50000, the last rule, or choose one that is free",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
  },
});
