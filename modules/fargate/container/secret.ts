import type { WithArn } from "../../foundation/with-arn";
import { expectArguments } from "../../foundation";

/** A value that ECS reads when a task starts. Made by `secretsManagerSecret` and `ssmParameter`. */
export interface Secret {
  readonly store: "secretsmanager" | "ssm";
  /** The ARN; of an SSM parameter also its name. */
  readonly id: string;
  readonly jsonKey?: string;
  readonly versionStage?: string;
  readonly versionId?: string;
  readonly key?: WithArn;
}

export interface SecretVersion {
  /**
   * Takes one member of a secret that is a JSON object.
   * @default the secret as a whole
   */
  readonly jsonKey?: string;

  /**
   * Staging label of the version to read; not with `versionId`.
   * @default AWSCURRENT
   */
  readonly versionStage?: string;

  /**
   * Exact version to read; not with `versionStage`.
   * @default the one that `versionStage` names
   */
  readonly versionId?: string;

  /**
   * Customer-managed KMS key that the secret is encrypted with: the role may then use it, through Secrets Manager only.
   * @default AWS's own key for Secrets Manager, which needs no permission
   */
  readonly key?: WithArn;
}

/**
 * A secret of Secrets Manager, by its full ARN or by something that has one.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 *
 * @example
 * const password = secretsManagerSecret(arn, { jsonKey: "password" });
 */
export function secretsManagerSecret(secret: string | WithArn, version: SecretVersion = {}): Secret {
  return expectArguments("secretsManagerSecret", { secret, version }, () => {
    return { store: "secretsmanager", id: idOf(secret), ...version };
  });
}

/**
 * An SSM parameter, by its name in the stack's region and account, by its ARN, or by something that has one.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html
 *
 * @example
 * const token = ssmParameter("/shop/token");
 */
export function ssmParameter(
  parameter: string | WithArn,
  options: { /** KMS key of a SecureString, if it is not AWS's own. */ readonly key?: WithArn } = {},
): Secret {
  return expectArguments("ssmParameter", { parameter, options }, () => {
    return { store: "ssm", id: idOf(parameter), ...(options.key === undefined ? {} : { key: options.key }) };
  });
}

/** What stands in the container definition: `arn:json-key:version-stage:version-id` where a part is chosen. */
export function valueFrom({ id, jsonKey, versionStage, versionId }: Secret): string {
  const parts = [jsonKey, versionStage, versionId];
  return parts.every((part) => part === undefined) ? id : [id, ...parts.map((part) => part ?? "")].join(":");
}

function idOf(thing: string | WithArn): string {
  return typeof thing === "object" ? thing.arn : thing;
}
