import type { Fault } from "../../errors";
import { fault, matching, problems, requireThat } from "../../errors";
import type { Secret } from "./secret";

/** With the six characters that Secrets Manager adds to a name: a permission on less would be one on more. */
const SECRET_ARN =
  /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@!-]+-[A-Za-z0-9]{6}$/;

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
const PARAMETER =
  /^(arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter)?\/?[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/;

/** https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html, ECS.8, and words that mean the same. */
export const SECRET_NAME =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_KEY|ACCESS_KEY_ID|SECRET_KEY|AUTH_DATA|CREDENTIALS?)$/i;

/** Values that are keys whatever their name: AWS, GitHub, Slack, Stripe, a private key in PEM, a password in a URL. */
export const SECRET_VALUE =
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[abprs]-[A-Za-z0-9-]{10}|\b[rs]k_live_[A-Za-z0-9]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----|[a-z0-9+.-]:\/\/[^\s/:@]*:[^\s/:@]+@/;

const NO_COLON = /^[^:]+$/;

/** The variables of one container as far as they are known; an unknown value is undefined. */
export interface KnownVariables {
  readonly environment?: Readonly<Record<string, unknown>> | undefined;
  readonly secrets?: Readonly<Record<string, Partial<Secret> | undefined>> | undefined;
  readonly plainTextSecrets?: readonly (string | undefined)[] | undefined;
  readonly logOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** What is wrong with a container's secrets, and what in its plain variables should be one. */
export function variableFaults(known: KnownVariables): Fault[] {
  const { environment = {}, secrets = {}, logOptions = {} } = known;
  const twice = Object.keys(secrets).filter((name) => Object.hasOwn(environment, name));
  const hidden = Object.values(logOptions).filter((value) => isSecret(value));
  return [
    ...twice.map((name) => fault(problems.environmentAndSecret, name)),
    ...plainFaults(environment, known.plainTextSecrets ?? []),
    ...[...Object.values(secrets), ...hidden].flatMap((secret) => secretFaults(secret ?? {})),
  ];
}

/** The value is not repeated: what a check prints ends up in logs. */
function plainFaults(
  environment: Readonly<Record<string, unknown>>,
  allowed: readonly (string | undefined)[],
): Fault[] {
  if (allowed.includes(undefined)) return [];
  return Object.entries(environment)
    .filter(([name, value]) => !allowed.includes(name) && looksSecret(name, value))
    .map(([name]) => fault(problems.secretInEnvironment, `${name} in plain text`));
}

function looksSecret(name: string, value: unknown): boolean {
  if (typeof value !== "string" || value === "") return false;
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value);
}

function secretFaults({ store, id, jsonKey, versionStage, versionId }: Partial<Secret>): Fault[] {
  return [
    ...(store === "ssm"
      ? matching(problems.ssmParameter, id, PARAMETER)
      : matching(problems.secretArn, id, SECRET_ARN)),
    ...[jsonKey, versionStage, versionId].flatMap((part) => matching(problems.secretPart, part, NO_COLON)),
    ...requireThat(
      versionStage === undefined || versionId === undefined,
      problems.secretPart,
      "versionStage and versionId",
    ),
  ];
}

function isSecret(value: unknown): value is Partial<Secret> {
  return typeof value === "object" && value !== null;
}
