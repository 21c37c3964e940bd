import type { Account } from "../foundation/account";
import { deniedToAll, policyDocument, WITHOUT_TLS } from "../foundation/policy-document";

const CLOUDWATCH = { Service: "cloudwatch.amazonaws.com" };

/** CloudWatch of this account may publish; nobody may without TLS. */
export function topicPolicy(topicArn: string, { accountId }: Account): string {
  return policyDocument([
    {
      Sid: "Alarms",
      Effect: "Allow",
      Principal: CLOUDWATCH,
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
    deniedToAll({ sid: "TlsOnly", action: "sns:Publish", resource: topicArn, condition: WITHOUT_TLS }),
  ]);
}

/** The account's own IAM policies decide who administers the key; CloudWatch of this account may encrypt with it. */
export function keyPolicy({ accountId, partition }: Account): string {
  return policyDocument([
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "Alarms",
      Effect: "Allow",
      Principal: CLOUDWATCH,
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
  ]);
}
