import { limits, problems } from "./tables";

const ACCESS_LOGS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html";
const WEB_ACL = "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html";
const MANAGED_RULES =
  "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html";
const ALIAS = "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html";
const REPOSITORY = "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html";
const LIFECYCLE = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html";

/** FY8: log buckets (FY80), web ACLs (FY81), encryption keys (FY82), image repositories (FY83). */
export const security = problems({
  bucketName: {
    code: "FY801",
    subject: "a bucket name",
    allowed:
      "has 3 to 63 lower case letters, digits and hyphens, no hyphen at either end, and no reserved start or end",
    fix: "rename it, or leave the name out and one is generated",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
  },
  accessLogsPrefix: {
    code: "FY802",
    subject: "accessLogs.prefix",
    allowed:
      "has letters, digits and _ . - in parts between single slashes, no slash at either end, and no AWSLogs",
    fix: "write the folder alone: AWS adds AWSLogs and the account itself",
    page: ACCESS_LOGS,
  },
  accessLogsOfOtherBucket: {
    code: "FY804",
    subject: "accessLogs with a bucket",
    allowed: "leaves what happens to the bucket to that bucket",
    fix: "set it on the LogBucket, or leave bucket out",
    page: ACCESS_LOGS,
  },
  accessLogsEncryption: {
    code: "FY805",
    subject: "a bucket that load balancers write to",
    allowed: "is encrypted with S3's own keys (SSE-S3)",
    fix: "leave encryptionKey out: Elastic Load Balancing can't write with a key of KMS",
    page: ACCESS_LOGS,
  },
  accessLogsUnknown: {
    code: "FY806",
    subject: "accessLogs.paused and accessLogs.connections",
    allowed: "are known at synthesis",
    fix: "write true or false: they decide which blocks exist",
    page: ACCESS_LOGS,
  },
  webAclName: {
    code: "FY811",
    subject: "a web ACL name",
    allowed: "has 1 to 128 letters, digits, hyphens and underscores",
    fix: "shorten or rename it",
    page: WEB_ACL,
  },
  webAclNameTaken: {
    code: "FY812",
    subject: "a web ACL name",
    allowed: "is unique in its account and region",
    fix: "rename one, or leave the name out and one is generated",
    page: WEB_ACL,
  },
  anonymousIps: {
    code: "FY813",
    subject: "anonymousIps",
    allowed: "is count, block or allow",
    fix: "choose one: block also shuts out people behind a VPN",
    page: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-ip-rep.html",
  },
  countedRules: {
    code: "FY815",
    subject: "countedRules",
    allowed: "names rules of AWSManagedRulesCommonRuleSet",
    fix: "check the spelling, such as SizeRestrictions_BODY: WAF ignores a name that it doesn't know",
    page: MANAGED_RULES,
  },
  webAclRulesUnknown: {
    code: "FY816",
    subject: "what decides which rules a web ACL has",
    allowed: "is known at synthesis",
    fix: "write it as a literal: anonymousIps, sqlInjection, countOnly, countedRules",
    page: WEB_ACL,
  },
  webAclLogMissing: {
    code: "FY817",
    subject: "logAllRequests and encryptionKey of a web ACL",
    allowed: "need a log",
    fix: "set logRetentionDays as well",
    page: "https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html",
  },
  webAclArn: {
    code: "FY818",
    subject: "the ARN of a web ACL",
    allowed: "is one of WAFv2 for load balancers: arn:aws:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID",
    fix: "look it up in the load balancer's region; those with global/ belong to CloudFront",
    page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
  },
  keyAlias: {
    code: "FY821",
    subject: "a key's alias",
    allowed:
      "is alias/ and 1 to 250 letters, digits, hyphens, underscores and slashes, and does not start with alias/aws/",
    fix: "rename it, or leave the alias out and one is generated",
    page: ALIAS,
  },
  keyAliasTaken: {
    code: "FY824",
    subject: "a key's alias",
    allowed: "is unique in its account and region",
    fix: "rename one, or leave the alias out and one is generated",
    page: ALIAS,
  },
  repositoryName: {
    code: "FY831",
    subject: "a repository name",
    allowed: "has 2 to 256 lower case letters and digits, and between them - _ . and /",
    fix: "write it in lower case, such as team/app",
    page: REPOSITORY,
  },
  repositoryNameTaken: {
    code: "FY832",
    subject: "a repository name",
    allowed: "is unique in its account and region",
    fix: "rename one, or leave the name out and one is generated",
    page: REPOSITORY,
  },
  imageVersion: {
    code: "FY835",
    subject: "an image's version",
    allowed:
      "is a tag of 1 to 128 letters, digits, _ . and -, not starting with . or -, or a digest sha256:…",
    fix: "write the tag alone, such as 1.2.3, without repository or colon",
    page: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html",
  },
  mutableTagsUnknown: {
    code: "FY836",
    subject: "mutableTags",
    allowed: "is known at synthesis",
    fix: "write true or false: an image that may change under its tag is a decision, not a value",
    page: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  },
});

/** Numbers with a range. */
export const securityLimits = limits({
  logBucketRetention: {
    code: "FY803",
    from: 1,
    to: 36_500,
    unit: "days",
    subject: "retentionDays",
    fix: "choose a value in range; the default is 90",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html",
  },
  requestsPerIp: {
    code: "FY814",
    from: 10,
    to: 2_000_000_000,
    subject: "requestsPerIp",
    allowed: "is a whole number from 10 to 2000000000 requests in five minutes",
    fix: "choose a value in range; start high, and look at what is counted",
    page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html",
  },
  keyRotation: {
    code: "FY822",
    from: 90,
    to: 2560,
    unit: "days",
    subject: "rotationDays",
    fix: "choose a value in range; AWS's default is 365",
    page: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html",
  },
  keyDeletionWindow: {
    code: "FY823",
    from: 7,
    to: 30,
    unit: "days",
    default: 30,
    subject: "deletionWindowDays",
    fix: "choose a value in range; AWS's default is 30",
    page: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
  },
  keptImages: {
    code: "FY833",
    from: 2,
    to: 100_000,
    unit: "images",
    subject: "keepImages",
    fix: "keep two at least: a deployment that fails goes back to the one before",
    page: LIFECYCLE,
  },
  untaggedDays: {
    code: "FY834",
    from: 1,
    to: 3650,
    unit: "days",
    subject: "untaggedDays",
    fix: "choose a value in range; the default is 7",
    page: LIFECYCLE,
  },
});
