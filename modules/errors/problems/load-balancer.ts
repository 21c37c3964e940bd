import { limits, problems } from "./tables";

const CREATE_LB =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html";
const CREATE_TG =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html";
const TG_ATTRIBUTES =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html";
const LB_ATTRIBUTES =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html";
const QUOTAS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html";

/** FY3: target groups (FY30), load balancers (FY32), listeners on ports (FY33). Go on in routes.ts and listeners.ts. */
export const loadBalancer = problems({
  targetGroupName: {
    code: "FY301",
    subject: "a target group name",
    allowed: "must have 1 to 32 letters, digits and hyphens, and can't start or end with a hyphen",
    fix: "shorten or rename it",
    page: CREATE_TG,
  },
  healthCheckTimeoutTooLong: {
    code: "FY305",
    subject: "healthCheck.timeoutSec",
    allowed: "must be less than healthCheck.intervalSec",
    fix: "shorten the timeout or lengthen the interval",
    page: CREATE_TG,
  },
  healthCheckPath: {
    code: "FY307",
    subject: "healthCheck.path",
    allowed: "must start with / and have 1 to 1024 characters without spaces",
    fix: "write only the path, such as /health, without scheme or host",
    page: CREATE_TG,
  },
  healthCheckMatcher: {
    code: "FY308",
    subject: "healthCheck.matcher",
    allowed: 'must list HTTP codes from 200 to 499, such as "200", "200,204" or "200-299"',
    fix: "write codes and ranges separated by commas, with the lower end of a range first",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html",
  },
  targetGroupOnTwoLoadBalancers: {
    code: "FY311",
    subject: "a target group",
    allowed: "can be used by only 1 load balancer",
    fix: "create a target group for each load balancer",
    page: QUOTAS,
  },
  targetGroupNameTaken: {
    code: "FY312",
    subject: "a target group name",
    allowed: "must be unique in its account and Region",
    fix: "rename one, or omit the name to have one generated",
    page: CREATE_TG,
  },
  loadBalancerTargetGroupQuota: {
    code: "FY313",
    subject: "a load balancer",
    allowed: "can forward to at most 100 target groups",
    fix: "use a second load balancer",
    page: QUOTAS,
  },
  targetGroupQuota: {
    code: "FY314",
    subject: "target groups",
    allowed: "can number at most 3000 in a Region by default",
    fix: "raise quota targetGroupsPerRegion after AWS raises it",
    page: QUOTAS,
  },
  targetQuota: {
    code: "FY315",
    subject: "targets",
    allowed:
      "can number at most 1000 in a target group by default, and a deployment temporarily runs twice desiredCount",
    fix: "lower desiredCount, or raise quota targetsPerTargetGroup after AWS raises it",
    page: QUOTAS,
  },
  loadBalancerName: {
    code: "FY321",
    subject: "a load balancer name",
    allowed:
      "must have 1 to 32 letters, digits and hyphens, and can't start or end with a hyphen or start with internal-",
    fix: "shorten or rename it",
    page: CREATE_LB,
  },
  tooFewZones: {
    code: "FY322",
    subject: "a load balancer",
    allowed: "needs subnets in at least 2 zones",
    fix: "add a zone to the Network",
    page: CREATE_LB,
  },
  loadBalancerScheme: {
    code: "FY323",
    subject: "scheme",
    allowed: "must be internet-facing or internal",
    fix: "use one of the two: internet-facing opens ports to everyone",
    page: CREATE_LB,
  },
  loadBalancerNameTaken: {
    code: "FY325",
    subject: "a load balancer name",
    allowed: "must be unique in its account and Region",
    fix: "rename one, or omit the name to have one generated",
    page: CREATE_LB,
  },
  loadBalancerQuota: {
    code: "FY326",
    subject: "load balancers",
    allowed: "can number at most 50 in a Region by default",
    fix: "share one load balancer between services, or raise quota loadBalancersPerRegion after AWS raises it",
    page: QUOTAS,
  },
  deletionProtectionUnknown: {
    code: "FY327",
    subject: "deletionProtection",
    allowed: "must be known at synthesis",
    fix: "write true or false: Terraform doesn't accept an expression for prevent_destroy",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#deletion-protection",
  },
  desyncMitigationMode: {
    code: "FY328",
    subject: "desyncMitigationMode",
    allowed: "must be defensive, strictest or unsafe-monitor",
    fix: "omit it for AWS's default, defensive; unsafe-monitor lets request smuggling through",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/desync-mitigation-mode.html",
  },
  secondWebAcl: {
    code: "FY330",
    subject: "a load balancer",
    allowed: "can have at most 1 web ACL",
    fix: "put all rules into one WebAcl",
    page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
  },
  listenerPortTaken: {
    code: "FY332",
    subject: "a listener's port",
    allowed: "must be unique on a load balancer",
    fix: "use another port, or one listener for both",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  },
  listenerQuota: {
    code: "FY333",
    subject: "a load balancer",
    allowed: "can have at most 50 listeners by default",
    fix: "merge listeners, or raise quota listenersPerLoadBalancer after AWS raises it",
    page: QUOTAS,
  },
  listenerInOtherVpc: {
    code: "FY334",
    subject: "a listener and its target group",
    allowed: "must be in the same VPC",
    fix: "create both from one Network",
    page: CREATE_TG,
  },
});

/** Numbers with a range. */
export const loadBalancerLimits = limits({
  targetGroupPort: {
    code: "FY302",
    from: 1,
    to: 65_535,
    subject: "port",
    fix: "use the port that the container listens on",
    page: CREATE_TG,
  },
  healthCheckInterval: {
    code: "FY303",
    from: 5,
    to: 300,
    unit: "seconds",
    default: 30,
    subject: "healthCheck.intervalSec",
    page: CREATE_TG,
  },
  healthCheckTimeout: {
    code: "FY304",
    from: 2,
    to: 120,
    unit: "seconds",
    default: 5,
    subject: "healthCheck.timeoutSec",
    page: CREATE_TG,
  },
  healthCheckThreshold: {
    code: "FY306",
    from: 2,
    to: 10,
    subject: "a health check threshold",
    fix: "set a value in this range, or omit it to use the defaults, 5 (healthy) and 2 (unhealthy)",
    page: CREATE_TG,
  },
  deregistrationDelay: {
    code: "FY309",
    from: 0,
    to: 3600,
    unit: "seconds",
    default: 30,
    subject: "deregistrationDelaySec",
    page: TG_ATTRIBUTES,
  },
  healthCheckPort: {
    code: "FY310",
    from: 1,
    to: 65_535,
    subject: "healthCheck.port",
    allowed: "must be traffic-port or a whole number from 1 to 65535",
    fix: "omit it to check the port that receives traffic",
    page: CREATE_TG,
  },
  idleTimeout: {
    code: "FY324",
    from: 1,
    to: 4000,
    unit: "seconds",
    default: 60,
    subject: "idleTimeoutSec",
    page: LB_ATTRIBUTES,
  },
  clientKeepAlive: {
    code: "FY329",
    from: 60,
    to: 604_800,
    unit: "seconds",
    subject: "clientKeepAliveSec",
    fix: "set a value in this range, or omit it for AWS's default, 3600",
    page: LB_ATTRIBUTES,
  },
  listenerPort: {
    code: "FY331",
    from: 1,
    to: 65_535,
    subject: "a listener's port",
    fix: "use 80 for HTTP, 443 for HTTPS",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  },
});
