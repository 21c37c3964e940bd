import { readTemplateJson } from "../../../traffic/terraform";
import { at, listAt, type Json } from "../../support/json";
import type { Resource, Synthesized } from "../../support/synthesize";
import { all, each, none, value, is, isNot, type Proof, type Resources } from "./proof";

const TASK = "aws_ecs_task_definition";
const SERVICE = "aws_ecs_service";
const ROLE_POLICY = "aws_iam_role_policy";
const SECRET = /PASSWORD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|ACCESS_KEY/i;
/** The only actions that have no resource. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const WITHOUT_RESOURCE =
  /^(ecr:GetAuthorizationToken|elasticloadbalancing:Describe\w+|logs:DescribeLogGroups|ssmmessages:\w+)$/;

/** The containers of a task definition; what Terraform fills in later is unknown, and so not what a check wants. */
function containersOf(task: Resource): Json[] {
  const read: unknown = readTemplateJson(task.text("container_definitions"));
  if (!Array.isArray(read)) throw new Error(`${task.address} has no readable containers`);
  return read as Json[];
}

/** Each container is as a check wants it; `bad` is written into the JSON of one that is not. */
function container(isGood: (one: Json) => boolean, bad: string): Proof {
  return each(
    TASK,
    (task) => containersOf(task).every(isGood),
    (task) => (task.container_definitions = spoilt(String(task.container_definitions), bad)),
  );
}

/** ECS takes no user but root for the log router: that line is waived. */
const isLogRouter = (one: Json): boolean => at(one, "firelensConfiguration") !== undefined;

/** Who may take a role of ours, each alone. */
const TAKERS = ["ecs-tasks", "ecs", "vpc-flow-logs"].map((name) => `{"Service":"${name}.amazonaws.com"}`);

const EFS = "efs_volume_configuration";
const EXEC = "configuration.execute_command_configuration";

/** JSON in which the last of two equal keys counts. */
function spoilt(json: string, bad: string): string {
  return json.replace(/\}\]$/, `,${bad}}]`);
}

/** Actions and resources of each statement, also in those that Terraform writes out later. */
function statementsOf(policy: string): { actions: string[]; resources: string[] }[] {
  const texts = (list: string): string[] => [...list.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text);
  const found = policy
    .replaceAll('\\"', '"')
    .matchAll(/"Action":(\[[^\]]*\]|"[^"]*")[^]*?"Resource":(\[[^\]]*\]|"[^"]*")/g);
  return [...found].map(([, actions = "", resources = ""]) => ({
    actions: texts(actions),
    resources: texts(resources),
  }));
}

function isNarrow(policy: Resource): boolean {
  const statements = statementsOf(policy.text("policy"));
  return (
    statements.length > 0 &&
    statements.every(
      ({ actions, resources }) =>
        actions.length > 0 &&
        !actions.some((action) => action.includes("*")) &&
        (!resources.includes("*") || actions.every((action) => WITHOUT_RESOURCE.test(action))),
    )
  );
}

const wide = (resources: Resources): unknown =>
  Object.assign(Object.values(resources[ROLE_POLICY] ?? {})[0] ?? {}, {
    policy: '{"Statement":[{"Action":["s3:*"],"Effect":"Allow","Resource":["*"]}]}',
  });

const isUnprivileged = (one: Json): boolean =>
  at(one, "privileged") !== true && listAt(one, "linuxParameters.capabilities.add").length === 0;

const containers = {
  unprivileged: container(isUnprivileged, '"privileged":true'),
  readOnly: container((one) => at(one, "readonlyRootFilesystem") === true, '"readonlyRootFilesystem":false'),
  nobody: container(
    (one) => isLogRouter(one) || !/^(root|0)?(:|$)/.test(String(at(one, "user") ?? "")),
    '"user":"0:0"',
  ),
  logged: container(
    (one) => typeof at(one, "logConfiguration.logDriver") === "string",
    '"logConfiguration":{}',
  ),
  withoutSecrets: container(
    (one) => listAt(one, "environment").every((variable) => !SECRET.test(String(at(variable, "name")))),
    '"environment":[{"name":"DB_PASSWORD","value":"hunter2"}]',
  ),
};

const awsvpc = value(TASK, "network_mode", is("awsvpc"), "host");
const sized = value(TASK, "memory", Boolean, undefined);
const retention = (least: number): Proof =>
  value("aws_cloudwatch_log_group", "retention_in_days", (days) => Number(days) >= least, undefined);

function tags(stack: Synthesized): Json | undefined {
  return stack.at("provider.aws.0.default_tags.0.tags");
}

export const tasks: Readonly<Record<string, Proof>> = {
  "container-insights": value("aws_ecs_cluster", "setting.0.value", isNot("disabled"), "disabled"),
  "exec-is-logged": all(
    value("aws_ecs_cluster", `${EXEC}.logging`, is("OVERRIDE"), "NONE"),
    value("aws_ecs_cluster", `${EXEC}.log_configuration.cloud_watch_encryption_enabled`, is(true), false),
    value("aws_ecs_cluster", `${EXEC}.kms_key_id`, Boolean, undefined),
  ),
  "latest-platform": value(
    SERVICE,
    "platform_version",
    (version) => version === undefined || version === "LATEST",
    "1.3.0",
  ),
  "tasks-are-private": value(SERVICE, "network_configuration.assign_public_ip", is(false), true),
  "volumes-are-encrypted-on-the-way": {
    offenders: (stack) => {
      const volumes = stack.resources(TASK).flatMap((task) => task.list("volume"));
      const shared = volumes.filter((volume) => at(volume, EFS) !== undefined);
      if (shared.length === 0) return ["no EFS volume"];
      return shared
        .filter((volume) => at(volume, `${EFS}.transit_encryption`) !== "ENABLED")
        .map((volume) => String(at(volume, "name")));
    },
    spoil: (resources) =>
      Object.values(resources[TASK] ?? {}).forEach(
        (task) => (task.volume = [{ name: "open", [EFS]: { file_system_id: "fs-1" } }]),
      ),
  },
  "two-roles": each(
    TASK,
    (task) =>
      Boolean(task.at("execution_role_arn")) && task.at("execution_role_arn") !== task.at("task_role_arn"),
    (task) => (task.task_role_arn = task.execution_role_arn ?? null),
  ),
  "containers-have-no-rights-of-a-host": all(
    containers.unprivileged,
    awsvpc,
    value(TASK, "pid_mode", is(undefined), "host"),
  ),
  "root-file-system-is-read-only": containers.readOnly,
  "no-secrets-in-the-environment": containers.withoutSecrets,
  "containers-log": containers.logged,
  "containers-do-not-run-as-root": containers.nobody,
  tags: {
    offenders: (stack) =>
      Object.keys((tags(stack) ?? {}) as object).length > 0 ? [] : ["provider without default_tags"],
    spoil: () => undefined,
  },
  "services-have-tasks": value(SERVICE, "desired_count", (count) => count !== 0 && count !== undefined, 0),
  "proactive-controls": all(awsvpc, sized, ...Object.values(containers)),
  "only-ecs-takes-roles": each(
    "aws_iam_role",
    (role) => {
      const trust: unknown = readTemplateJson(role.text("assume_role_policy"));
      const takers = listAt(trust as Json, "Statement").map((one) => JSON.stringify(at(one, "Principal")));
      return takers.length === 1 && takers.every((one) => TAKERS.includes(one));
    },
    (role) =>
      (role.assume_role_policy =
        '{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":"*"}]}'),
  ),
  "no-managed-policies": all(
    none("aws_iam_role_policy_attachment", "aws_iam_policy_attachment", "aws_iam_policy"),
    value("aws_iam_role", "managed_policy_arns", is(undefined), []),
  ),
  "no-wildcards": each(ROLE_POLICY, isNarrow, (_, resources) => wide(resources)),
  "logs-have-an-end": retention(1),
  "logs-are-kept-for-a-year": retention(365),
  "logs-are-encrypted-with-own-key": value("aws_cloudwatch_log_group", "kms_key_id", Boolean, undefined),
};

/** What every container and role of ours has, whatever a stack is made of. */
export const blindSpots: readonly Proof[] = [...Object.values(containers), tasks["no-wildcards"]!];
