/**
 * What Terraform calls to look at what these constructs make: settings and names, never what is kept in a bucket, a
 * queue or a secret. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const LOOKING: readonly string[] = [
  ...of("acm", "DescribeCertificate", "ListTagsForCertificate"),
  ...of("application-autoscaling", "Describe*", "ListTagsForResource"),
  ...of("cloudwatch", "DescribeAlarms", "GetDashboard", "ListTagsForResource"),
  ...of("ec2", "Describe*"),
  ...of("ecr", "DescribeRepositories", "GetLifecyclePolicy", "GetRepositoryPolicy", "ListTagsForResource"),
  ...of("ecs", "Describe*", "List*"),
  ...of("elasticfilesystem", "Describe*", "ListTagsForResource"),
  ...of("elasticloadbalancing", "Describe*", "GetLoadBalancerWebACL"),
  ...of("iam", "GetRole", "GetRolePolicy", "ListRolePolicies", "ListAttachedRolePolicies", "ListRoleTags"),
  ...of("iam", "ListInstanceProfilesForRole"),
  ...of("kms", "DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListAliases", "ListResourceTags"),
  ...of("logs", "DescribeLogGroups", "DescribeResourcePolicies", "ListTagsForResource"),
  ...of("route53", "Get*", "List*"),
  ...of("s3", "GetAccelerateConfiguration", "GetBucket*", "GetEncryptionConfiguration"),
  ...of(
    "s3",
    "GetLifecycleConfiguration",
    "GetReplicationConfiguration",
    "ListBucket",
    "ListTagsForResource",
  ),
  ...of("servicediscovery", "Get*", "List*"),
  ...of("sns", "GetSubscriptionAttributes", "GetTopicAttributes", "ListSubscriptionsByTopic"),
  ...of("sns", "ListTagsForResource"),
  ...of("wafv2", "Get*", "List*"),
];

/** What Terraform calls to make, change and remove the same, in one region. */
export const CHANGING_IN_REGION: readonly string[] = [
  ...of("acm", "*TagsToCertificate", "*TagsFromCertificate", "DeleteCertificate", "RequestCertificate"),
  ...of("acm", "UpdateCertificateOptions"),
  ...of(
    "application-autoscaling",
    "Delete*",
    "Deregister*",
    "Put*",
    "Register*",
    "TagResource",
    "UntagResource",
  ),
  ...of(
    "cloudwatch",
    "DeleteAlarms",
    "DeleteDashboards",
    "PutDashboard",
    "PutMetricAlarm",
    "TagResource",
    "UntagResource",
  ),
  ...of("ec2", "*Address*", "*FlowLogs", "*InternetGateway", "*NatGateway*", "*NetworkInterface*", "*Route*"),
  ...of("ec2", "*SecurityGroup*", "*Subnet*", "*Tags", "*Vpc*", "ModifyInstance*", "RunInstances"),
  ...of("ec2", "StartInstances", "StopInstances", "TerminateInstances"),
  ...of("ecr", "CreateRepository", "Delete*Policy", "DeleteRepository", "PutImage*", "PutLifecyclePolicy"),
  ...of("ecr", "SetRepositoryPolicy", "TagResource", "UntagResource"),
  ...of(
    "ecs",
    "Create*",
    "Delete*",
    "Deregister*",
    "Put*",
    "Register*",
    "Stop*",
    "Update*",
    "TagResource",
    "UntagResource",
  ),
  ...of(
    "elasticfilesystem",
    "Create*",
    "Delete*",
    "Modify*",
    "Put*",
    "Update*",
    "TagResource",
    "UntagResource",
  ),
  ...of("elasticloadbalancing", "Add*", "Create*", "Delete*", "Deregister*", "Modify*", "Register*"),
  ...of("elasticloadbalancing", "Remove*", "Set*"),
  ...of("kms", "CreateAlias", "CreateGrant", "CreateKey", "DeleteAlias", "*KeyRotation", "PutKeyPolicy"),
  ...of("kms", "RetireGrant", "ScheduleKeyDeletion", "UpdateAlias", "UpdateKeyDescription"),
  ...of("kms", "TagResource", "UntagResource"),
  ...of("logs", "*KmsKey", "*LogDelivery", "CreateLogGroup", "DeleteLogGroup", "*RetentionPolicy"),
  ...of("logs", "PutResourcePolicy", "TagResource", "UntagResource"),
  ...of("servicediscovery", "Create*", "Delete*", "Update*", "TagResource", "UntagResource"),
  ...of("sns", "*Topic", "Subscribe", "Unsubscribe", "Set*Attributes", "TagResource", "UntagResource"),
  ...of(
    "wafv2",
    "Associate*",
    "Create*",
    "Delete*",
    "Disassociate*",
    "Put*",
    "Update*",
    "TagResource",
    "UntagResource",
  ),
];

/** The same for DNS, which has no region. */
export const CHANGING_ANYWHERE: readonly string[] = of("route53", "Change*", "*HostedZone*");

/** What Terraform does with the buckets that these constructs make, which are emptied only where code says so. */
export const CHANGING_BUCKETS: readonly string[] = [
  ...of(
    "s3",
    "CreateBucket",
    "DeleteBucket",
    "DeleteBucketPolicy",
    "PutBucket*",
    "PutEncryptionConfiguration",
  ),
  ...of("s3", "PutLifecycleConfiguration", "ListBucketVersions", "DeleteObject", "DeleteObjectVersion"),
  ...of("s3", "TagResource", "UntagResource"),
];

/** What Terraform does with the roles that these constructs make. */
export const CHANGING_ROLES: readonly string[] = [
  ...of("iam", "CreateRole", "DeleteRole", "UpdateRole", "UpdateRoleDescription", "UpdateAssumeRolePolicy"),
  ...of("iam", "PutRolePolicy", "DeleteRolePolicy", "TagRole", "UntagRole"),
];

/** To whom these roles are handed: nobody else takes them from a pipeline. */
export const ROLE_TAKERS = ["ecs-tasks.amazonaws.com", "ecs.amazonaws.com", "vpc-flow-logs.amazonaws.com"];

/** Services that make a role of their own in an account where they are used first. */
export const LINKED_SERVICES = [
  "ecs.amazonaws.com",
  "ecs.application-autoscaling.amazonaws.com",
  "elasticfilesystem.amazonaws.com",
  "elasticloadbalancing.amazonaws.com",
  "wafv2.amazonaws.com",
];

function of(service: string, ...actions: readonly string[]): string[] {
  return actions.map((action) => `${service}:${action}`);
}
