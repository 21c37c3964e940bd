import { UNKNOWN, type TaskDefinition, type Variable } from "../model";
import { fault, type Fault, type Rule } from "./rule";

/** Names of what is secret by itself; of where a secret lies, such as DB_SECRET_ARN, they are not. */
const SECRET_NAME =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)$/i;

/** Access keys of AWS, GitHub's and Slack's tokens, private keys, and passwords in addresses. */
const SECRET_VALUE =
  /^(AKIA|ASIA)[A-Z0-9]{16}$|^gh[pousr]_[A-Za-z0-9]{36}|^xox[abprs]-|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^/\s:@]+:[^/\s:@]+@/;

export const secretInEnvironment: Rule = {
  code: "FY568",
  severity: "warning",
  subject: "a container's environment",
  allowed: "can't hold secrets",
  fix: "put the value into Secrets Manager or SSM and name it under secrets: the environment can be read in the console, in plans and in state",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
  judge: ({ taskDefinitions }) => taskDefinitions.flatMap(faults),
};

function faults(task: TaskDefinition): Fault[] {
  const containers = task.containers === UNKNOWN ? [] : task.containers;
  return containers
    .flatMap(({ environment }) => (environment === UNKNOWN ? [] : environment))
    .filter(isSecretVariable)
    .map(({ name }) => fault(task, `variable ${String(name)}`));
}

/** A value that is made of references is not known, and may well be the name of a secret. */
export function isSecretVariable({ name, value }: Variable): boolean {
  if (typeof value !== "string" || value === "" || typeof name !== "string") return false;
  return SECRET_NAME.test(name) || SECRET_VALUE.test(value);
}
