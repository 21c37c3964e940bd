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
    allowed: "has 1 to 32 letters, digits and hyphens, no hyphen at either end",
    fix: "shorten or rename it",
    page: CREATE_TG,
  },
  healthCheckTimeoutTooLong: {
    code: "FY305",
    subject: "healthCheck.timeoutSec",
    allowed: "is less than healthCheck.intervalSec",
    fix: "shorten the timeout or lengthen the interval",
    page: CREATE_TG,
  },
  healthCheckPath: {
    code: "FY307",
    subject: "healthCheck.path",
    allowed: "starts with / and has 1 to 1024 characters without spaces",
    fix: "write the path alone, such as /health, without scheme or host",
    page: CREATE_TG,
  },
  healthCheckMatcher: {
    code: "FY308",
    subject: "healthCheck.matcher",
    allowed: 'lists HTTP codes from 200 to 499, such as "200", "200,204" or "200-299"',
    fix: "write codes and ranges, lower end first, separated by commas",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html",
  },
  targetGroupOnTwoLoadBalancers: {
    code: "FY311",
    subject: "a target group",
    allowed: "serves 1 load balancer",
    fix: "make a target group for each load balancer",
    page: QUOTAS,
  },
  targetGroupNameTaken: {
    code: "FY312",
    subject: "a target group name",
    allowed: "is unique in its account and region",
    fix: "rename one, or leave the name out and one is generated",
    page: CREATE_TG,
  },
  loadBalancerTargetGroupQuota: {
    code: "FY313",
    subject: "a load balancer",
    allowed: "sends to at most 100 target groups",
    fix: "use a second load balancer",
    page: QUOTAS,
  },
  targetGroupQuota: {
    code: "FY314",
    subject: "target groups",
    allowed: "are 3000 in a region by default",
    fix: "raise quota targetGroupsPerRegion once AWS has raised it",
    page: QUOTAS,
  },
  targetQuota: {
    code: "FY315",
    subject: "targets",
    allowed: "are 1000 in a target group by default, and a deployment has twice desiredCount for a while",
    fix: "lower desiredCount, or raise quota targetsPerTargetGroup once AWS has raised it",
    page: QUOTAS,
  },
  loadBalancerName: {
    code: "FY321",
    subject: "a load balancer name",
    allowed:
      "has 1 to 32 letters, digits and hyphens, no hyphen at either end, and does not start with internal-",
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
    allowed: "is internet-facing or internal",
    fix: "choose one: internet-facing opens ports to everyone",
    page: CREATE_LB,
  },
  loadBalancerNameTaken: {
    code: "FY325",
    subject: "a load balancer name",
    allowed: "is unique in its account and region",
    fix: "rename one, or leave the name out and one is generated",
    page: CREATE_LB,
  },
  loadBalancerQuota: {
    code: "FY326",
    subject: "load balancers",
    allowed: "are 50 in a region by default",
    fix: "share one between services, or raise quota loadBalancersPerRegion once AWS has raised it",
    page: QUOTAS,
  },
  deletionProtectionUnknown: {
    code: "FY327",
    subject: "deletionProtection",
    allowed: "is known at synthesis",
    fix: "write true or false: Terraform takes no expression for prevent_destroy",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#deletion-protection",
  },
  desyncMitigationMode: {
    code: "FY328",
    subject: "desyncMitigationMode",
    allowed: "is defensive, strictest or unsafe-monitor",
    fix: "leave it out for AWS's default, defensive; unsafe-monitor lets request smuggling pass",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/desync-mitigation-mode.html",
  },
  secondWebAcl: {
    code: "FY330",
    subject: "a load balancer",
    allowed: "is protected by 1 web ACL at most",
    fix: "put all rules into one WebAcl",
    page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
  },
  listenerPortTaken: {
    code: "FY332",
    subject: "a listener's port",
    allowed: "is used once on a load balancer",
    fix: "use another port, or one listener for both",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  },
  listenerQuota: {
    code: "FY333",
    subject: "a load balancer",
    allowed: "has at most 50 listeners by default",
    fix: "merge listeners, or raise quota listenersPerLoadBalancer once AWS has raised it",
    page: QUOTAS,
  },
  listenerInOtherVpc: {
    code: "FY334",
    subject: "a listener and its target group",
    allowed: "lie in one VPC",
    fix: "make both from one Network",
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
    fix: "choose a value in range; AWS's default is 30",
    page: CREATE_TG,
  },
  healthCheckTimeout: {
    code: "FY304",
    from: 2,
    to: 120,
    unit: "seconds",
    default: 5,
    subject: "healthCheck.timeoutSec",
    fix: "choose a value in range; AWS's default is 5",
    page: CREATE_TG,
  },
  healthCheckThreshold: {
    code: "FY306",
    from: 2,
    to: 10,
    subject: "a health check threshold",
    fix: "choose a value in range; AWS's defaults are 5 (healthy) and 2 (unhealthy)",
    page: CREATE_TG,
  },
  deregistrationDelay: {
    code: "FY309",
    from: 0,
    to: 3600,
    unit: "seconds",
    default: 30,
    subject: "deregistrationDelaySec",
    fix: "choose a value in range; the default here is 30",
    page: TG_ATTRIBUTES,
  },
  healthCheckPort: {
    code: "FY310",
    from: 1,
    to: 65_535,
    subject: "healthCheck.port",
    allowed: "is traffic-port or a whole number from 1 to 65535",
    fix: "leave it out to check the port that takes the traffic",
    page: CREATE_TG,
  },
  idleTimeout: {
    code: "FY324",
    from: 1,
    to: 4000,
    unit: "seconds",
    default: 60,
    subject: "idleTimeoutSec",
    fix: "choose a value in range; AWS's default is 60",
    page: LB_ATTRIBUTES,
  },
  clientKeepAlive: {
    code: "FY329",
    from: 60,
    to: 604_800,
    unit: "seconds",
    subject: "clientKeepAliveSec",
    fix: "choose a value in range; AWS's default is 3600",
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
