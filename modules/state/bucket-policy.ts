/** A bucket of states refuses whoever comes without TLS, or with a version below 1.2, the account's own root too. */
export function bucketPolicy(bucketArn: string): string {
  const deny = (sid: string, condition: object): object => ({
    Sid: sid,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: condition,
  });
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      deny("OnlyTls", { Bool: { "aws:SecureTransport": "false" } }),
      deny("OnlyTls12", { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
    ],
  });
}
