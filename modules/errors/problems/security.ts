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
      "must have 3 to 63 lower-case letters, digits and hyphens, can't start or end with a hyphen, and can't have a reserved prefix or suffix",
    fix: "rename it, or omit the name to have one generated",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
  },
  accessLogsPrefix: {
    code: "FY802",
    subject: "accessLogs.prefix",
    allowed:
      "must have letters, digits and _ . - in parts separated by single slashes, no slash at either end, and no AWSLogs",
    fix: "write only the folder: AWS adds AWSLogs and the account id",
    page: ACCESS_LOGS,
  },
  accessLogsOfOtherBucket: {
    code: "FY804",
    subject: "accessLogs with a bucket",
    allowed: "can't also set what the bucket itself decides",
    fix: "set it on the LogBucket, or omit bucket",
    page: ACCESS_LOGS,
  },
  accessLogsEncryption: {
    code: "FY805",
    subject: "a bucket that load balancers write to",
    allowed: "must be encrypted with S3's own keys (SSE-S3)",
    fix: "omit encryptionKey: Elastic Load Balancing can't write with a KMS key",
    page: ACCESS_LOGS,
  },
  accessLogsUnknown: {
    code: "FY806",
    subject: "accessLogs.paused and accessLogs.connections",
    allowed: "must be known at synthesis",
    fix: "write true or false: they decide which blocks exist",
    page: ACCESS_LOGS,
  },
  webAclName: {
    code: "FY811",
    subject: "a web ACL name",
    allowed: "must have 1 to 128 letters, digits, hyphens and underscores",
    fix: "shorten or rename it",
    page: WEB_ACL,
  },
  webAclNameTaken: {
    code: "FY812",
    subject: "a web ACL name",
    allowed: "must be unique in its account and Region",
    fix: "rename one, or omit the name to have one generated",
    page: WEB_ACL,
  },
  anonymousIps: {
    code: "FY813",
    subject: "anonymousIps",
    allowed: "must be count, block or allow",
    fix: "use one of them: block also blocks people who use a VPN",
    page: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-ip-rep.html",
  },
  countedRules: {
    code: "FY815",
    subject: "countedRules",
    allowed: "must name rules of AWSManagedRulesCommonRuleSet",
    fix: "check the spelling, such as SizeRestrictions_BODY: WAF ignores unknown names",
    page: MANAGED_RULES,
  },
  webAclRulesUnknown: {
    code: "FY816",
    subject: "a prop that decides which rules a web ACL has",
    allowed: "must be known at synthesis",
    fix: "write a literal for anonymousIps, sqlInjection, countOnly and countedRules",
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
    allowed:
      "must be the ARN of a WAFv2 web ACL for load balancers: arn:aws:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID",
    fix: "look it up in the load balancer's Region; ARNs with global/ belong to CloudFront",
    page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
  },
  keyAlias: {
    code: "FY821",
    subject: "a key's alias",
    allowed:
      "must be alias/ and 1 to 250 letters, digits, hyphens, underscores and slashes, and can't start with alias/aws/",
    fix: "rename it, or omit the alias to have one generated",
    page: ALIAS,
  },
  keyAliasTaken: {
    code: "FY824",
    subject: "a key's alias",
    allowed: "must be unique in its account and Region",
    fix: "rename one, or omit the alias to have one generated",
    page: ALIAS,
  },
  repositoryName: {
    code: "FY831",
    subject: "a repository name",
    allowed: "must have 2 to 256 lower-case letters and digits, separated by - _ . and /",
    fix: "write it in lower case, such as team/app",
    page: REPOSITORY,
  },
  repositoryNameTaken: {
    code: "FY832",
    subject: "a repository name",
    allowed: "must be unique in its account and Region",
    fix: "rename one, or omit the name to have one generated",
    page: REPOSITORY,
  },
  imageVersion: {
    code: "FY835",
    subject: "an image's version",
    allowed:
      "must be a tag of 1 to 128 letters, digits, _ . and - that doesn't start with . or -, or a digest sha256:…",
    fix: "write only the tag, such as 1.2.3, without repository or colon",
    page: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html",
  },
  mutableTagsUnknown: {
    code: "FY836",
    subject: "mutableTags",
    allowed: "must be known at synthesis",
    fix: "write true or false: whether an image can change under its tag is decided in code",
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
    default: 90,
    subject: "retentionDays",
    page: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleExpiration.html",
  },
  requestsPerIp: {
    code: "FY814",
    from: 10,
    to: 2_000_000_000,
    subject: "requestsPerIp",
    allowed: "must be a whole number from 10 to 2000000000 requests in five minutes",
    fix: "set a value in this range; start high, and look at what is counted",
    page: "https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html",
  },
  keyRotation: {
    code: "FY822",
    from: 90,
    to: 2560,
    unit: "days",
    subject: "rotationDays",
    fix: "set a value in this range; AWS's default is 365",
    page: "https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html",
  },
  keyDeletionWindow: {
    code: "FY823",
    from: 7,
    to: 30,
    unit: "days",
    default: 30,
    subject: "deletionWindowDays",
    page: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html",
  },
  keptImages: {
    code: "FY833",
    from: 2,
    to: 100_000,
    unit: "images",
    subject: "keepImages",
    fix: "keep at least two: a failed deployment rolls back to the previous image",
    page: LIFECYCLE,
  },
  untaggedDays: {
    code: "FY834",
    from: 1,
    to: 3650,
    unit: "days",
    default: 7,
    subject: "untaggedDays",
    page: LIFECYCLE,
  },
});
