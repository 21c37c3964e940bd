/** A policy as AWS takes it, its members in the order in which IAM stores them. */
export function policyDocument(statements: readonly object[]): string {
  return JSON.stringify({ Statement: statements, Version: "2012-10-17" });
}

/** When a request comes without TLS. */
export const WITHOUT_TLS = { Bool: { "aws:SecureTransport": "false" } } as const;

interface Denied {
  readonly sid: string;
  readonly action: string;
  readonly resource: string | readonly string[];
  readonly condition: object;
}

/** A statement that refuses everybody under a condition, the account's own root too. */
export function deniedToAll({ sid, action, resource, condition }: Denied): object {
  return {
    Sid: sid,
    Effect: "Deny",
    Principal: "*",
    Action: action,
    Resource: resource,
    Condition: condition,
  };
}
