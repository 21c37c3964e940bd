import { isObject, isReference, readTemplateJson, UNKNOWN, UNKNOWN_MEMBERS } from "../terraform";
import type { Resource, Value, Values } from "../terraform";
import { blocks, text, texts } from "./attributes";
import { partOf, type Part } from "./part";
import type { Parts } from "./parts";

/** A policy that stands on its own. */
export interface PolicySource extends Part {
  readonly policy: Value;
}

export function policySource(resource: Resource): PolicySource {
  return { ...partOf(resource), policy: resource.values.policy };
}

/** Actions that a policy allows, with `*` and `?`; open if there may be more. */
export interface Allowed {
  readonly patterns: readonly string[];
  readonly isOpen: boolean;
}

const ANY: Allowed = { patterns: [], isOpen: true };

/** https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html */
const AWS_MANAGED: Readonly<Record<string, readonly string[]>> = {
  AmazonECSTaskExecutionRolePolicy: [
    "ecr:GetAuthorizationToken",
    "ecr:BatchCheckLayerAvailability",
    "ecr:GetDownloadUrlForLayer",
    "ecr:BatchGetImage",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
  ],
  AdministratorAccess: ["*"],
};

/** What a policy's JSON allows, or the policy document that it comes from. */
export function policyActions(policy: Value, parts: Parts): Allowed {
  if (isReference(policy)) return documentActions(policy.refersTo, parts);
  if (typeof policy !== "string") return ANY;
  const read = readTemplateJson(policy);
  if (read === UNKNOWN || isReference(read))
    return isReference(read) ? documentActions(read.refersTo, parts) : ANY;
  return isObject(read) ? statementsOf(read.Statement) : ANY;
}

/** What a policy allows that stands on its own. */
export function managedActions(arn: Value, parts: Parts): Allowed {
  if (typeof arn === "string") {
    const patterns = AWS_MANAGED[arn.split("/").at(-1) ?? ""];
    if (patterns !== undefined && arn.includes(":aws:policy/")) return { patterns, isOpen: false };
  }
  const source = parts.policies.one(arn);
  return source === undefined || source === UNKNOWN ? ANY : policyActions(source.policy, parts);
}

function statementsOf(value: Value): Allowed {
  const all = Array.isArray(value) ? value : [value];
  return merged(all.map((one: Value) => (isObject(one) && !isReference(one) ? statement(one) : ANY)));
}

function statement(values: Values): Allowed {
  const effect = text(values.Effect);
  if (effect === "Deny") return { patterns: [], isOpen: false };
  const isOpen = effect !== "Allow" || UNKNOWN_MEMBERS in values || values.NotAction !== undefined;
  return actions(values.Action, isOpen);
}

/** `data.aws_iam_policy_document`, if its text is not known yet. */
function documentActions(addresses: readonly string[], parts: Parts): Allowed {
  const document = parts.policyDocuments.get(addresses[0] ?? "");
  if (document === undefined || addresses.length > 1) return ANY;
  const statements = blocks(document.values.statement);
  const hasSources = [
    "source_policy_documents",
    "override_policy_documents",
    "source_json",
    "override_json",
  ].some((name) => document.values[name] !== undefined && document.values[name] !== null);
  if (statements === UNKNOWN || hasSources) return ANY;
  return merged(
    statements.map((one) =>
      text(one.effect) === "Deny"
        ? { patterns: [], isOpen: false }
        : actions(one.actions, texts(one.not_actions).length > 0),
    ),
  );
}

function actions(value: Value, isOpen: boolean): Allowed {
  const all = texts(value);
  return {
    patterns: all.flatMap((one) => (one === UNKNOWN ? [] : [one])),
    isOpen: isOpen || all.includes(UNKNOWN),
  };
}

function merged(all: readonly Allowed[]): Allowed {
  return {
    patterns: all.flatMap(({ patterns }) => patterns),
    isOpen: all.some(({ isOpen }) => isOpen),
  };
}
