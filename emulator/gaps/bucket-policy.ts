import type { RestGap } from "./gap";

/** `/bucket?policy=` */
const POLICY = /^\/([^/?]+)\/?\?policy=?$/;

/**
 * Policies with conditions are kept here and not given to moto. The emulated AWS asks nobody for leave anyway: keys,
 * roles and policies are stored and read back, not enforced.
 */
export const bucketPolicyGap: RestGap = {
  name: "S3 denies without reading the condition",
  aws: "a statement that denies whoever comes without TLS lets everybody else in",
  moto: "denies whatever the statement's condition says: nobody gets into a bucket that asks for TLS",
  answer: ({ method, url, body }, remembered) => {
    const [, bucket] = POLICY.exec(url) ?? [];
    if (bucket === undefined) return undefined;
    if (method === "PUT" && body.includes('"Condition"')) {
      remembered.set(bucket, body);
      return { status: 204, body: "" };
    }
    if (method !== "GET") remembered.delete(bucket);
    const policy = remembered.get(bucket);
    return policy === undefined ? undefined : { status: 200, body: policy };
  },
  isOpen: async (motoUrl) => {
    const bucket = `${motoUrl}/probe-${Date.now()}`;
    const arn = `arn:aws:s3:::${bucket.split("/").at(-1)}`;
    const statement = {
      ...{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: [arn, `${arn}/*`] },
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    };
    await fetch(bucket, { method: "PUT", headers });
    await fetch(`${bucket}/thing`, { method: "PUT", headers, body: "x" });
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    await fetch(`${bucket}?policy`, { method: "PUT", headers, body: policy });
    return (await fetch(`${bucket}/thing`, { headers })).status === 403;
  },
};

/** moto takes whom it is not told about for the public, whom it denies in its own way. */
const headers = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=rehearsal/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
};
