import { mayDo, needsOf, UNKNOWN, type Needs, type Role, type Service, type Truth } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const executionRoleFallsShort: Rule = {
  code: "FY554",
  severity: "error",
  subject: "the execution role of a Fargate task",
  allowed: "must be able to pull the image, write the logs and read the secrets",
  fix: "attach AmazonECSTaskExecutionRolePolicy, and allow the rest in a policy of your own (Frontyard: allowExecutionActions of the service)",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
  judge: ({ services }) => services.filter(({ isFargate }) => isFargate === true).flatMap(faults),
};

const ACTIONS: readonly (readonly [keyof Needs, readonly string[]])[] = [
  ["pullsFromEcr", ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]],
  ["writesLogs", ["logs:CreateLogStream", "logs:PutLogEvents"]],
  ["readsSecretsManager", ["secretsmanager:GetSecretValue"]],
  ["readsParameters", ["ssm:GetParameters"]],
];

function faults(service: Service): Fault[] {
  const { taskDefinition: task } = service;
  const needs = needsOf(service);
  if (task === undefined || task === UNKNOWN || needs === UNKNOWN) return [];
  const { executionRole: role } = task;
  const needed = ACTIONS.flatMap(([need, actions]) => (needs[need] === true ? actions : []));
  const missing = needed.filter((action) => may(role, action) === false);
  if (missing.length === 0) return [];
  return [fault(task, role === undefined ? "no role at all" : `one that may not do ${listed(missing)}`)];
}

function may(role: Role | typeof UNKNOWN | undefined, action: string): Truth {
  return role === UNKNOWN ? UNKNOWN : role === undefined ? false : mayDo(role, action);
}
