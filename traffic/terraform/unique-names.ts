/** Within what AWS gives a name once. */
export type Realm = "region" | "account" | "world";

interface UniqueName {
  /** What people call such a thing. */
  readonly kind: string;
  /** Attributes that are its name together. */
  readonly by: readonly string[];
  readonly realm: Realm;
}

const named = (kind: string, realm: Realm = "region", ...by: readonly string[]): UniqueName => ({
  kind,
  by: by.length === 0 ? ["name"] : by,
  realm,
});

/**
 * Resources of which there can't be two by one name: AWS refuses the second, or takes it for the first, and whoever
 * destroys one then takes it from both. Groups of one VPC count where the VPC's id is written out.
 */
export const UNIQUE_NAMES: Readonly<Record<string, UniqueName>> = {
  aws_lb: named("load balancer"),
  aws_alb: named("load balancer"),
  aws_lb_target_group: named("target group"),
  aws_alb_target_group: named("target group"),
  aws_security_group: named("security group", "region", "name", "vpc_id"),
  aws_ecs_cluster: named("ECS cluster"),
  aws_ecs_capacity_provider: named("capacity provider"),
  aws_service_discovery_http_namespace: named("Cloud Map namespace"),
  aws_cloudwatch_log_group: named("log group"),
  aws_cloudwatch_log_resource_policy: named("log resource policy", "region", "policy_name"),
  aws_cloudwatch_metric_alarm: named("alarm", "region", "alarm_name"),
  aws_cloudwatch_composite_alarm: named("alarm", "region", "alarm_name"),
  aws_cloudwatch_dashboard: named("dashboard", "region", "dashboard_name"),
  aws_cloudwatch_event_rule: named("EventBridge rule", "region", "name", "event_bus_name"),
  aws_ecr_repository: named("ECR repository"),
  aws_sns_topic: named("SNS topic"),
  aws_sqs_queue: named("SQS queue"),
  aws_kms_alias: named("KMS alias"),
  aws_ssm_parameter: named("SSM parameter"),
  aws_secretsmanager_secret: named("secret"),
  aws_wafv2_web_acl: named("web ACL", "region", "name", "scope"),
  aws_wafv2_ip_set: named("IP set", "region", "name", "scope"),
  aws_efs_file_system: named("EFS file system", "region", "creation_token"),
  aws_dynamodb_table: named("DynamoDB table"),
  aws_lambda_function: named("Lambda function", "region", "function_name"),
  aws_db_instance: named("database", "region", "identifier"),
  aws_rds_cluster: named("database cluster", "region", "cluster_identifier"),
  aws_key_pair: named("key pair", "region", "key_name"),
  aws_codedeploy_app: named("CodeDeploy application"),
  aws_kinesis_firehose_delivery_stream: named("Firehose stream"),
  aws_route53_record: named("DNS record", "account", "name", "type", "zone_id", "set_identifier"),
  aws_iam_role: named("IAM role", "account"),
  aws_iam_policy: named("IAM policy", "account"),
  aws_iam_user: named("IAM user", "account"),
  aws_iam_instance_profile: named("instance profile", "account"),
  aws_iam_openid_connect_provider: named("OpenID Connect provider", "account", "url"),
  aws_s3_bucket: named("S3 bucket", "world", "bucket"),
};

/** Attributes without which there is no name; the others may be left out. */
export const OPTIONAL_PARTS: ReadonlySet<string> = new Set(["event_bus_name", "set_identifier"]);
