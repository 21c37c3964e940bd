import { limits, problems } from "./tables";

const HTTPS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html";
const QUOTAS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html";
const MUTUAL_TLS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html";
const TG_ATTRIBUTES =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html";

/** HTTPS listeners (FY38), and how target groups share requests out (FY39). */
export const listeners = problems({
  certificateMissing: {
    code: "FY380",
    subject: "an HTTPS listener",
    allowed: "must have a certificate",
    fix: "create a Certificate, or pass the ARN of one to existingCertificate",
    page: HTTPS,
  },
  certificateTwice: {
    code: "FY381",
    subject: "an HTTPS listener",
    allowed: "can't have the same certificate twice",
    fix: "remove the second one",
    page: HTTPS,
  },
  certificateQuota: {
    code: "FY382",
    subject: "a load balancer",
    allowed: "can have at most 25 certificates in addition to its listeners' default ones by default",
    fix: "put more names on one certificate, or raise quota certificatesPerLoadBalancer after AWS raises it",
    page: QUOTAS,
  },
  tlsPolicy: {
    code: "FY383",
    subject: "tlsPolicy",
    allowed: "must be a current policy for TLS 1.2 and 1.3 only",
    fix: "omit it, or use a value of type TlsPolicy, such as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  },
  mutualTlsMode: {
    code: "FY386",
    subject: "mutualTls.mode",
    allowed: "must be verify or passthrough",
    fix: "use verify to accept only clients whose certificate authority is in the trust store",
    page: MUTUAL_TLS,
  },
  mutualTlsTrustStore: {
    code: "FY387",
    subject: "mutualTls",
    allowed: "must have a trust store for verify, and none for passthrough",
    fix: "pass a TrustStore with verify; with passthrough, the targets verify certificates",
    page: MUTUAL_TLS,
  },
  trustStoreName: {
    code: "FY388",
    subject: "a trust store name",
    allowed:
      "must have 1 to 32 letters, digits and hyphens, can't start or end with a hyphen, and must be unique in its Region",
    fix: "rename it, or omit the name to have one generated",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html",
  },
  trustStoreBundle: {
    code: "FY389",
    subject: "a trust store's bundle",
    allowed:
      "must be an object in S3: the bucket's name, and a key of 1 to 1024 characters that doesn't start with a slash",
    fix: "write bucket and key separately, without s3://",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html",
  },
  stickinessCookieName: {
    code: "FY392",
    subject: "stickinessCookieName",
    allowed:
      "must have 1 to 128 characters that are valid in a cookie name, can't start with AWSALB, and needs stickinessSec",
    fix: "name the cookie that the application sets",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html",
  },
  balancingAlgorithm: {
    code: "FY394",
    subject: "algorithm",
    allowed: "must be round_robin, least_outstanding_requests or weighted_random",
    fix: "use one of them; AWS's default is round_robin",
    page: TG_ATTRIBUTES,
  },
  slowStartAlgorithm: {
    code: "FY395",
    subject: "slowStartSec",
    allowed: "can only be used with algorithm round_robin",
    fix: "omit one of the two",
    page: TG_ATTRIBUTES,
  },
  targetGroupProtocol: {
    code: "FY396",
    subject: "a target group's protocol",
    allowed: "must be HTTP or HTTPS",
    fix: "use one of the two; with HTTPS the container needs a certificate",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  },
});

/** Numbers with a range. */
export const listenersLimits = limits({
  hstsMaxAge: {
    code: "FY384",
    from: 0,
    to: 63_072_000,
    unit: "seconds",
    subject: "hstsMaxAgeSec",
    fix: "start with 300, and raise it to 31536000, one year",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html",
  },
  stickiness: {
    code: "FY391",
    from: 1,
    to: 604_800,
    unit: "seconds",
    subject: "stickinessSec",
    fix: "set a value in this range; 604800 is one week",
    page: TG_ATTRIBUTES,
  },
  slowStart: {
    code: "FY393",
    from: 30,
    to: 900,
    subject: "slowStartSec",
    allowed: "must be 0 or a whole number from 30 to 900 seconds",
    fix: "set a value in this range, or omit it",
    page: TG_ATTRIBUTES,
  },
});
