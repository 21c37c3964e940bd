import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";

/** Encrypts a bucket with S3's own keys, or with a KMS key, of which it asks one data key for many objects. */
export function encrypt(scope: Construct, bucket: string, keyArn: string | undefined): ITerraformDependable {
  const withKey = { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
  return new S3BucketServerSideEncryptionConfigurationA(scope, "Encryption", {
    bucket,
    rule: [
      {
        applyServerSideEncryptionByDefault: keyArn === undefined ? { sseAlgorithm: "AES256" } : withKey,
        bucketKeyEnabled: keyArn !== undefined,
      },
    ],
  });
}

/** Blocks public access in all four ways. */
export function blockPublicAccess(scope: Construct, id: string, bucket: string): ITerraformDependable {
  return new S3BucketPublicAccessBlock(scope, id, {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
}

/** Turns ACLs off: the bucket's owner owns every object. */
export function ownObjects(
  scope: Construct,
  bucket: string,
  dependsOn?: ITerraformDependable[],
): ITerraformDependable {
  return new S3BucketOwnershipControls(scope, "Ownership", {
    bucket,
    rule: { objectOwnership: "BucketOwnerEnforced" },
    ...(dependsOn && { dependsOn }),
  });
}

export function keepVersions(scope: Construct, bucket: string): ITerraformDependable {
  return new S3BucketVersioningA(scope, "Versioning", {
    bucket,
    versioningConfiguration: { status: "Enabled" },
  });
}
