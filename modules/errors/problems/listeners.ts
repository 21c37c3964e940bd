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
    allowed: "has a certificate",
    fix: "make a Certificate, or give the ARN of one to existingCertificate",
    page: HTTPS,
  },
  certificateTwice: {
    code: "FY381",
    subject: "an HTTPS listener",
    allowed: "shows each certificate once",
    fix: "leave the second out",
    page: HTTPS,
  },
  certificateQuota: {
    code: "FY382",
    subject: "a load balancer",
    allowed: "has at most 25 certificates beside its listeners' first ones by default",
    fix: "put more names on one certificate, or raise quota certificatesPerLoadBalancer once AWS has raised it",
    page: QUOTAS,
  },
  tlsPolicy: {
    code: "FY383",
    subject: "tlsPolicy",
    allowed: "is a current policy, for TLS 1.2 and 1.3 alone",
    fix: "leave it out, or choose one of type TlsPolicy, such as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  },
  mutualTlsMode: {
    code: "FY386",
    subject: "mutualTls.mode",
    allowed: "is verify or passthrough",
    fix: "choose verify to let in only those whose authority the trust store knows",
    page: MUTUAL_TLS,
  },
  mutualTlsTrustStore: {
    code: "FY387",
    subject: "mutualTls",
    allowed: "has a trust store for verify, and none for passthrough",
    fix: "give verify a TrustStore; passthrough leaves the judging to the targets",
    page: MUTUAL_TLS,
  },
  trustStoreName: {
    code: "FY388",
    subject: "a trust store name",
    allowed: "has 1 to 32 letters, digits and hyphens, no hyphen at either end, and is unique in its region",
    fix: "rename it, or leave the name out and one is generated",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html",
  },
  trustStoreBundle: {
    code: "FY389",
    subject: "a trust store's bundle",
    allowed:
      "is an object in S3: the bucket's name, and a key of 1 to 1024 characters that starts with no slash",
    fix: "write bucket and key apart, without s3://",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTrustStore.html",
  },
  stickinessCookieName: {
    code: "FY392",
    subject: "stickinessCookieName",
    allowed:
      "has 1 to 128 characters that a cookie's name may have, does not begin with AWSALB, and has a stickinessSec",
    fix: "name the cookie that the program sets",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html",
  },
  balancingAlgorithm: {
    code: "FY394",
    subject: "algorithm",
    allowed: "is round_robin, least_outstanding_requests or weighted_random",
    fix: "choose one; AWS's default is round_robin",
    page: TG_ATTRIBUTES,
  },
  slowStartAlgorithm: {
    code: "FY395",
    subject: "slowStartSec",
    allowed: "goes with algorithm round_robin alone",
    fix: "leave one of the two out",
    page: TG_ATTRIBUTES,
  },
  targetGroupProtocol: {
    code: "FY396",
    subject: "a target group's protocol",
    allowed: "is HTTP or HTTPS",
    fix: "choose one; for HTTPS the container needs a certificate",
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
    fix: "begin with 300, and end with 31536000, a year",
    page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html",
  },
  stickiness: {
    code: "FY391",
    from: 1,
    to: 604_800,
    unit: "seconds",
    subject: "stickinessSec",
    fix: "choose a value in range; 604800 is a week",
    page: TG_ATTRIBUTES,
  },
  slowStart: {
    code: "FY393",
    from: 30,
    to: 900,
    subject: "slowStartSec",
    allowed: "is 0 or a whole number from 30 to 900 seconds",
    fix: "choose a value in range, or leave it out",
    page: TG_ATTRIBUTES,
  },
});
