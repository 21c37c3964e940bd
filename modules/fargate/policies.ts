import { ECR_IMAGE, ecrRepositoryArn, PARTITIONS } from "../../traffic";
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

const PULL = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html */
const PULL_THROUGH = [...PULL, "ecr:BatchImportUpstreamImage", "ecr:CreateRepository"];

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
  { secrets = [], pullThroughCache = false }: Start = {},
): string {
  const logs = statementJson({
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: [`${logGroupArn}:*`],
  });
  const pull = pullThroughCache ? PULL_THROUGH : PULL;
  return policyJson(
    [logs + images.map((image) => pullStatements(image, pull)).join(""), ...secrets].join(","),
  );
}

/** What else ECS may do to start a task. */
interface Start {
  /** Statements, as JSON. */
  readonly secrets?: readonly string[];
  /** Whether images come to ECR when they are first pulled, into repositories that are made then. */
  readonly pullThroughCache?: boolean | undefined;
}

function pullStatements(image: Text, pull: readonly string[]): string {
  if (typeof image === "object") return pullStatementsLater(image.expression, pull);
  const arn = ecrRepositoryArn(image);
  return arn === undefined ? "" : `,${pullJson(arn, pull)}`;
}

/** The same decision as an expression: one turn of the loop if the image lies in ECR, none if it does not. */
function pullStatementsLater(image: string, pull: readonly string[]): string {
  const pattern = JSON.stringify(ECR_IMAGE);
  const choices = PARTITIONS.map(([begins, name]) => `startswith(m[1], "${begins}") ? "${name}" : `);
  const arn = `arn:\${${choices.join("")}"aws"}:ecr:\${m[1]}:\${m[0]}:repository/\${m[2]}`;
  const statement = JSON.stringify(`,${pullJson("ARN", pull)}`).replace("ARN", () => arn);
  return `\${join("", [for m in regexall(${pattern}, ${image}) : ${statement}])}`;
}

function pullJson(repositoryArn: string, pull: readonly string[]): string {
  const login = statementJson({ actions: ["ecr:GetAuthorizationToken"], resources: ["*"] });
  return `${login},${statementJson({ actions: pull, resources: [repositoryArn] })}`;
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
