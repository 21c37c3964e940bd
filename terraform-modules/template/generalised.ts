import { expressionOf } from "../engine/expressions";
import { SAMPLE } from "./samples";

const { secretArn, parameterArn } = SAMPLE;

/** The members of a JSON list or object that are there if something was asked for: text as it stands inside of JSON. */
function ifAny(list: string, text: string): string {
  return `\${length(${list}) == 0 ? "" : ${expressionOf(text)}}`;
}

function pairs(map: string, value: string): string {
  return `\${jsonencode([for name, value in ${map} : { name = name, ${value} = value }])}`;
}

/** A list of ARNs in JSON, each once, without what may follow a secret's ARN. */
const SECRET_ARNS =
  '${jsonencode(distinct([for arn in values(var.secrets) : join(":", slice(split(":", arn), 0, 7))]))}';
const PARAMETER_ARNS = "${jsonencode(distinct(values(var.ssm_secrets)))}";

/** What the constructs made of samples, and the same in terms of the inputs. Longer texts come first. */
const TEXTS: readonly (readonly [string, string])[] = [
  [`"command":["${SAMPLE.command}"],`, ifAny("var.command", '"command":${jsonencode(var.command)},')],
  [
    `"environment":[{"name":"${SAMPLE.variable}","value":"${SAMPLE.value}"}],`,
    ifAny("var.environment", `"environment":${pairs("var.environment", "value")},`),
  ],
  [
    `"secrets":[{"name":"${SAMPLE.secret}","valueFrom":"${secretArn}"},{"name":"${SAMPLE.parameter}","valueFrom":"${parameterArn}"}],`,
    ifAny(
      "merge(var.secrets, var.ssm_secrets)",
      `"secrets":${pairs("merge(var.secrets, var.ssm_secrets)", "valueFrom")},`,
    ),
  ],
  [
    `,{"Action":["secretsmanager:GetSecretValue"],"Effect":"Allow","Resource":["${secretArn}"]}`,
    ifAny(
      "var.secrets",
      `,{"Action":["secretsmanager:GetSecretValue"],"Effect":"Allow","Resource":${SECRET_ARNS}}`,
    ),
  ],
  [
    `,{"Action":["ssm:GetParameters"],"Effect":"Allow","Resource":["${parameterArn}"]}`,
    ifAny(
      "var.ssm_secrets",
      `,{"Action":["ssm:GetParameters"],"Effect":"Allow","Resource":${PARAMETER_ARNS}}`,
    ),
  ],
  ['"readonlyRootFilesystem":true', '"readonlyRootFilesystem":${var.read_only_root_filesystem}'],
  ['"stopTimeout":60,', `"stopTimeout":\${var.stop_timeout},${lowPort()}`],
  [`${SAMPLE.name}-${SAMPLE.service}-ExecutionRole-`, "${local.role_prefix}-ExecutionRole-"],
  [`${SAMPLE.name}-${SAMPLE.service}-TaskRole-`, "${local.role_prefix}-TaskRole-"],
  [SAMPLE.region, "${terraform_data.region.input}"],
  [SAMPLE.service, "${var.service_name}"],
  [SAMPLE.name, "${var.name}"],
  ["data.aws_route53_zone.zone[0].zone_id", "local.hosted_zone_id"],
  ["var.load_balancer_name", "local.load_balancer_name"],
  ["var.load_balancer_security_group_name", "local.load_balancer_security_group_name"],
  ["var.service_security_group_name", "local.service_security_group_name"],
];

/** A text of the template with the inputs in place of samples. */
export function generalised(text: string): string {
  return TEXTS.reduce((result, [from, to]) => result.replaceAll(from, to), text).replace(
    /\bvar\.(scaling|health_check)_(minimum|maximum|cpu_percent|requests_per_target|path|matcher|interval|timeout|healthy_threshold|unhealthy_threshold)\b/g,
    "var.$1.$2",
  );
}

/** Samples that are left in a text: none may be. */
export function samplesIn(text: string): string[] {
  const { zones, blocks, ...others } = SAMPLE;
  return [...zones, ...blocks, ...Object.values(others)].filter((sample) => text.includes(sample));
}

/** Fargate refuses ports below 1024 to everyone but root, unless the task says otherwise. */
function lowPort(): string {
  const control =
    '"systemControls":[{"namespace":"net.ipv4.ip_unprivileged_port_start","value":"${var.port}"}],';
  const needed = 'var.port < 1024 && !can(regex("^(root|0)(:|$)", var.user))';
  return `\${${needed} ? ${expressionOf(control)} : ""}`;
}
