const CLOUDWATCH = { Service: "cloudwatch.amazonaws.com" };

/** Whose account and partition: ids that are known at deploy time alone stand here as Terraform references. */
export interface Account {
  readonly id: string;
  readonly partition: string;
}

/** CloudWatch of this account may publish; nobody may without TLS. */
export function topicPolicy(topicArn: string, account: Account): string {
  return policy([
    {
      Sid: "Alarms",
      Effect: "Allow",
      Principal: CLOUDWATCH,
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { StringEquals: { "aws:SourceAccount": account.id } },
    },
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

/** The account's own IAM policies decide who administers the key; CloudWatch of this account may encrypt with it. */
export function keyPolicy({ id, partition }: Account): string {
  return policy([
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: { AWS: `arn:${partition}:iam::${id}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "Alarms",
      Effect: "Allow",
      Principal: CLOUDWATCH,
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": id } },
    },
  ]);
}

function policy(statements: readonly object[]): string {
  return JSON.stringify({ Statement: statements, Version: "2012-10-17" });
}
