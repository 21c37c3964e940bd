/** What every bucket of ours is told: shut to the public in all four ways. */
export const SHUT_TO_THE_PUBLIC = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
} as const;

/** How a bucket encrypts: with S3's own keys, or with a key of KMS, of which it asks one data key for many objects. */
export function encryptionRule(keyArn: string | undefined) {
  const withKey = { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
  return {
    applyServerSideEncryptionByDefault: keyArn === undefined ? { sseAlgorithm: "AES256" } : withKey,
    bucketKeyEnabled: keyArn !== undefined,
  };
}
