import { limits, problems, type ProblemKind } from "../../modules/errors";
import { SECRET_NAME, SECRET_VALUE } from "../../modules/fargate/container/secret-faults";
import { TASK_SIZES } from "../../modules/fargate/task/task-size";
import { LOG_RETENTION_DAYS } from "../../modules/foundation/log-retention";
import { scalingRules } from "./scaling";
import { oneOf, text, wholeNumber, type Input, type Rule } from "./input";

const IMAGE =
  "^[a-z0-9][a-z0-9._/-]*(:[0-9]+/[a-z0-9._/-]+)?(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[a-f0-9]{64})?$";
const SECRET =
  "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@!-]+-[A-Za-z0-9]{6}(:[^:]*:[^:]*:[^:]*)?$";
const PARAMETER = "^arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter(/[A-Za-z0-9_.-]+)+$";
const CPUS = [...new Set(TASK_SIZES.map(({ cpu }) => cpu))];

/** One container, and how many of it run. */
export const container: Record<string, Input> = {
  image: {
    type: "string",
    description:
      "Container image with a tag or digest. One in ECR may be pulled by the task, and no other one in ECR.",
    rules: [text(problems.imageReference, "var.image", IMAGE, { image: "https://example.com/app" })],
  },
  command: {
    type: "list(string)",
    description: "Command in place of the image's own.",
    default: [],
    rules: [
      {
        kind: problems.wrongType,
        condition: "alltrue([for word in var.command : word != null])",
        given: "jsonencode(var.command)",
        subject: "each word of command",
        allowed: "is text",
        fix: "leave out what has no value",
        bad: { command: ["serve", null] },
      },
    ],
  },
  user: {
    type: "string",
    description: "User that the container runs as, a name or uid, optionally with :group or :gid.",
    default: "1000:1000",
    rules: [
      text(
        problems.containerUser,
        "var.user",
        "^[A-Za-z0-9_][A-Za-z0-9_.-]*(:[A-Za-z0-9_][A-Za-z0-9_.-]*)?$",
        {
          user: "not a user",
        },
      ),
    ],
  },
  read_only_root_filesystem: {
    type: "bool",
    description: "Whether the container's root file system is read-only.",
    default: true,
  },
  stop_timeout: {
    type: "number",
    description:
      "Seconds between SIGTERM and SIGKILL, 2 to 120; not less than the target group's deregistration delay.",
    default: limits.stopTimeout.default,
    rules: [wholeNumber(limits.stopTimeout, "var.stop_timeout", { stop_timeout: 1 })],
  },
  environment: {
    type: "map(string)",
    description:
      "Environment variables. No secrets: everyone who may see a plan or the task definition can read them.",
    default: {},
    rules: [variableNames("environment", "value"), noSecrets()],
  },
  plain_text_secrets: {
    type: "list(string)",
    description: "Names in environment that look like those of secrets, and are none.",
    default: [],
  },
  secrets: {
    type: "map(string)",
    description:
      "Environment variables that ECS fills from Secrets Manager, by the secrets' full ARNs, optionally with :json-key:version-stage:version-id. The execution role may read exactly these. 0.40 USD a secret and month.",
    default: {},
    rules: [
      variableNames("secrets", "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf"),
      arns(problems.secretArn, "secrets", SECRET),
      {
        kind: problems.secretPart,
        condition:
          'alltrue([for arn in values(var.secrets) : try(split(":", arn)[8] == "" || split(":", arn)[9] == "", true)])',
        given: "jsonencode(values(var.secrets))",
        subject: "what follows the ARN of a secret",
        allowed: "is a JSON key, and a version stage or a version id",
        fix: "leave one of the two versions out",
        bad: {
          secrets: {
            TOKEN: "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf:key:AWSCURRENT:1",
          },
        },
      },
    ],
  },
  ssm_secrets: {
    type: "map(string)",
    description:
      "Environment variables that ECS fills from the SSM Parameter Store, by the parameters' ARNs. Standard parameters are free.",
    default: {},
    rules: [
      variableNames("ssm_secrets", "arn:aws:ssm:us-east-1:123456789012:parameter/shop"),
      {
        ...arns(problems.ssmParameter, "ssm_secrets", PARAMETER),
        allowed: "goes by its ARN",
        fix: "pass the parameter's ARN, by which the task may read it",
        bad: { ssm_secrets: { TOKEN: "shop token" } },
      },
      {
        kind: problems.environmentAndSecret,
        condition:
          "length(setintersection(keys(var.environment), keys(merge(var.secrets, var.ssm_secrets)))) == 0 && length(setintersection(keys(var.secrets), keys(var.ssm_secrets))) == 0",
        given: "jsonencode(keys(merge(var.secrets, var.ssm_secrets)))",
        bad: {
          environment: { LEVEL: "one" },
          ssm_secrets: { LEVEL: "arn:aws:ssm:us-east-1:123456789012:parameter/level" },
        },
        subject: "a variable of a container",
      },
    ],
  },
};

/** The task and its service. */
export const service: Record<string, Input> = {
  cpu: {
    type: "number",
    description: `CPU units of a task: ${CPUS.join(", ")}; 1024 are 1 vCPU.`,
    default: 256,
    rules: [
      {
        ...oneOf(limits.containerCpu, "var.cpu", CPUS, { cpu: 300 }),
        fix: `choose one of ${CPUS.join(", ")}`,
      },
    ],
  },
  memory: {
    type: "number",
    description:
      "Memory of a task in MiB. Fargate has certain pairs with cpu: 256 goes with 512, 1024 and 2048.",
    default: 512,
    rules: [
      {
        kind: problems.taskTooLarge,
        condition: `contains(lookup(${memoryByCpu()}, tostring(var.cpu), [var.memory]), var.memory)`,
        given: '"cpu ${var.cpu} with memory ${var.memory}"',
        subject: "cpu with memory",
        fix: "choose a pair that Fargate has, such as 256 and 512, 512 and 1024, or 1024 and 2048",
        bad: { cpu: 256, memory: 4096 },
      },
    ],
  },
  cpu_architecture: {
    type: "string",
    description: "Processor that the image is built for: X86_64 or ARM64, which costs 20 % less.",
    default: "X86_64",
    rules: [
      oneOf(problems.architecture, "var.cpu_architecture", ["X86_64", "ARM64"], {
        cpu_architecture: "arm64",
      }),
    ],
  },
  desired_count: {
    type: "number",
    description:
      "Number of tasks, 0 to 5000. With scaling it is what the service starts with. A task of 256 and 512 costs about 9 USD a month (us-east-1).",
    default: limits.desiredCount.default,
    rules: [
      wholeNumber(limits.desiredCount, "var.desired_count", { desired_count: 1.5 }),
      {
        kind: problems.desiredCountOutsideScaling,
        condition:
          "var.scaling == null || try(var.desired_count >= var.scaling.minimum && var.desired_count <= var.scaling.maximum, true)",
        given: "var.desired_count",
        subject: "desired_count, which is 2 if it is left out,",
        fix: "set desired_count to a number from scaling's minimum to its maximum",
        bad: { desired_count: 1, scaling: { minimum: 2, maximum: 4, cpu_percent: 60 } },
      },
    ],
  },
  scaling: {
    type: "object({ minimum = number, maximum = number, cpu_percent = optional(number), requests_per_target = optional(number) })",
    description:
      "Tasks at the least and at the most, and what they are added and taken away to hold: percent of CPU, requests a minute for each task. Decide at the start: to turn it on or off later, the service moves between two addresses, see README.",
    default: null,
    rules: scalingRules(),
  },
  log_retention_days: {
    type: "number",
    description: `Days that logs are kept: ${LOG_RETENTION_DAYS.join(", ")}; 0 is for ever.`,
    default: 30,
    rules: [
      oneOf(problems.logRetention, "var.log_retention_days", [...LOG_RETENTION_DAYS], {
        log_retention_days: 31,
      }),
    ],
  },
  health_check_grace_period: {
    type: "number",
    description: "Seconds after its start during which a task may fail the load balancer's health check.",
    default: limits.healthCheckGrace.default,
    rules: [
      wholeNumber(limits.healthCheckGrace, "var.health_check_grace_period", {
        health_check_grace_period: -1,
      }),
    ],
  },
};

function variableNames(name: string, value: string): Rule {
  return {
    kind: problems.environmentName,
    condition: `alltrue([for name in keys(var.${name}) : can(regex("^[A-Za-z_][A-Za-z0-9_]*$", name))])`,
    given: `jsonencode(keys(var.${name}))`,
    subject: `each name in ${name}`,
    bad: { [name]: { "1-st": value } },
  };
}

/** The names are told, the values are not: what Terraform prints ends up in logs. */
function noSecrets(): Rule {
  const name = JSON.stringify(`(?i)${SECRET_NAME.source}`);
  const value = JSON.stringify(SECRET_VALUE.source);
  const looksSecret = `!contains(var.plain_text_secrets, name) && value != "" && (can(regex(${name}, name)) || can(regex(${value}, value)))`;
  const found = `[for name, value in var.environment : name if ${looksSecret}]`;
  return {
    kind: problems.secretInEnvironment,
    condition: `length(${found}) == 0`,
    given: `jsonencode(${found})`,
    subject: "environment",
    fix: "move them to secrets or ssm_secrets, or name them in plain_text_secrets if they are none",
    bad: { environment: { DB_PASSWORD: "hunter2" } },
  };
}

function arns(kind: ProblemKind, name: string, pattern: string): Rule {
  return {
    kind,
    condition: `alltrue([for arn in values(var.${name}) : can(regex(${JSON.stringify(pattern)}, arn))])`,
    given: `jsonencode(values(var.${name}))`,
    subject: `each of ${name}`,
    bad: { [name]: { TOKEN: "shop/token" } },
  };
}

function memoryByCpu(): string {
  const pairs = CPUS.map((cpu) => {
    const sizes = TASK_SIZES.filter((size) => size.cpu === cpu).map(({ memoryMiB }) => memoryMiB);
    return `"${cpu}" = [${sizes.join(", ")}]`;
  });
  return `{ ${pairs.join(", ")} }`;
}
