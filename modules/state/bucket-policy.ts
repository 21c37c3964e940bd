import { deniedToAll, policyDocument, WITHOUT_TLS } from "../foundation/policy-document";

/** A bucket of states refuses whoever comes without TLS, or with a version below 1.2, the account's own root too. */
export function bucketPolicy(bucketArn: string): string {
  const everything = { action: "s3:*", resource: [bucketArn, `${bucketArn}/*`] };
  return policyDocument([
    deniedToAll({ sid: "OnlyTls", ...everything, condition: WITHOUT_TLS }),
    deniedToAll({
      sid: "OnlyTls12",
      ...everything,
      condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
    }),
  ]);
}
