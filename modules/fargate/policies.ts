import type { Text } from "./container/template-json";

/** One permission of a role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /**
   * When it holds, as `{ StringEquals: { "aws:ResourceTag/team": ["shop"] } }`.
   * @default always
   */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * Account, region, partition suffix and repository of an image in a private ECR registry. Without braces: CDKTF takes
 * a closing one for the end of the Terraform expression that it stands in.
 */
const ECR_IMAGE = String.raw`^([0-9]+)\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?/([a-z0-9._/-]+)`;

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/** Who may take a role: ECS tasks, nobody else. */
export const TASK_TRUST = trustOf("ecs-tasks.amazonaws.com");

/** Who may take a role: ECS itself, nobody else. */
export const ECS_TRUST = trustOf("ecs.amazonaws.com");

/** A policy of plain statements; arguments may hold Terraform references, which stay as they are. */
export function policyOf(statements: readonly Statement[]): string {
  return policyJson(statements.map(statementJson).join(","));
}

/**
 * What ECS itself may do for a task: write to the task's log group, and pull exactly the repositories that the images
 * come from. An image from a public registry needs no permission, and gets none. For an image that is known at deploy
 * time only, Terraform works the statements out.
 */
export function executionPolicy(
  logGroupArn: string,
  images: readonly Text[],
  secrets: readonly string[] = [],
): string {
  const logs = statementJson({
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [`${logGroupArn}:*`],
  });
  return policyJson([logs + images.map(pullStatements).join(""), ...secrets].join(","));
}

function pullStatements(image: Text): string {
  if (typeof image === "object") return pullStatementsLater(image.expression);
  const [, account, region, china, repository] = new RegExp(ECR_IMAGE).exec(image) ?? [];
  if (account === undefined) return "";
  const arn = `arn:${china === undefined ? "aws" : "aws-cn"}:ecr:${region}:${account}:repository/${repository}`;
  return `,${pullJson(arn)}`;
}

/** The same decision as an expression: one turn of the loop if the image lies in ECR, none if it does not. */
function pullStatementsLater(image: string): string {
  const pattern = JSON.stringify(ECR_IMAGE);
  const partition = `\${m[2] == "" || m[2] == null ? "aws" : "aws-cn"}`;
  const statement = JSON.stringify(`,${pullJson("ARN")}`).replace(
    "ARN",
    `arn:${partition}:ecr:\${m[1]}:\${m[0]}:repository/\${m[3]}`,
  );
  return `\${join("", [for m in regexall(${pattern}, ${image}) : ${statement}])}`;
}

function pullJson(repositoryArn: string): string {
  const login = statementJson({ actions: ["ecr:GetAuthorizationToken"], resources: ["*"] });
  return `${login},${statementJson({ actions: PULL, resources: [repositoryArn] })}`;
}

/** One statement, its members in the order in which IAM stores them. */
export function statementJson({ actions, resources, conditions }: Statement): string {
  const condition = conditions === undefined ? {} : { Condition: conditions };
  return JSON.stringify({ Action: actions, ...condition, Effect: "Allow", Resource: resources });
}

function trustOf(service: string): string {
  return policyJson(
    JSON.stringify({ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: service } }),
  );
}

function policyJson(statements: string): string {
  return `{"Statement":[${statements}],"Version":"2012-10-17"}`;
}
