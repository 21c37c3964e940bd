import { UNKNOWN, type Resource } from "../terraform";
import { blocks, texts, written } from "./attributes";
import { fitsGlob } from "./glob";
import { once, partOf, type Part } from "./part";
import type { Parts } from "./parts";
import { managedActions, policyActions, type Allowed } from "./policies";
import { some, type Truth } from "./truth";

/** A role with what its policies allow, whatever the resources that they allow it on. */
export interface Role extends Part {
  readonly allowed: readonly Allowed[];
  /** True if it may have policies that this file does not show. */
  readonly mayHaveOthers: boolean;
}

export function role(resource: Resource, parts: Parts): Role {
  const inline = blocks(written(resource, "inline_policy"));
  const managed = texts(written(resource, "managed_policy_arns"));
  const part = partOf(resource);
  const allowed = once((): readonly Allowed[] => [
    ...(inline === UNKNOWN ? [] : inline).map(({ policy }) => policyActions(policy, parts)),
    ...managed.map((arn) => managedActions(arn, parts)),
    ...parts.owned.rolePolicies.of(self).map(({ values }) => policyActions(values.policy, parts)),
    ...parts.owned.rolePolicyAttachments
      .of(self)
      .map(({ values }) => managedActions(values.policy_arn, parts)),
  ]);
  const isOpen = part.open || inline === UNKNOWN;
  const self: Role = {
    ...part,
    get allowed() {
      return allowed();
    },
    get mayHaveOthers() {
      const maybe = [
        ...parts.owned.rolePolicies.maybeOf(self),
        ...parts.owned.rolePolicyAttachments.maybeOf(self),
      ];
      return isOpen || maybe.length > 0;
    },
  };
  return self;
}

/** Whether a role may do something, such as `logs:PutLogEvents`, on at least one resource. */
export function mayDo(subject: Role, action: string): Truth {
  const answer = some(
    subject.allowed.map(({ patterns, isOpen }) => fits(patterns, action) || (isOpen && UNKNOWN)),
  );
  return answer === false && subject.mayHaveOthers ? UNKNOWN : answer;
}

function fits(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) =>
    fitsGlob(pattern.toLowerCase(), action.toLowerCase(), (one, other) => one === "?" || one === other),
  );
}
