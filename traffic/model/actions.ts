import { UNKNOWN, type Value, type Values } from "../terraform";
import { block, blocks, number, text } from "./attributes";
import type { Parts } from "./parts";
import type { TargetGroup } from "./target-groups";
import type { Known } from "./truth";

/** What a listener or one of its rules does with a request. */
export type Action =
  | { readonly kind: "forward"; readonly targets: readonly ForwardTarget[] }
  /** Undefined parts stay as the request had them. */
  | {
      readonly kind: "redirect";
      readonly protocol: Known<string> | undefined;
      readonly port: Known<string> | undefined;
      readonly statusCode: Known<string> | undefined;
    }
  | { readonly kind: "fixed-response"; readonly statusCode: Known<string> | undefined }
  /** Lets a request on only after a login; the next action decides. */
  | { readonly kind: "authenticate"; readonly with: "cognito" | "oidc" }
  | { readonly kind: "unknown" };

export interface ForwardTarget {
  readonly group: Known<TargetGroup>;
  /** Share of the requests against the other targets' weights; undefined if it is the only one. */
  readonly weight: Known<number> | undefined;
}

/** Actions in the order in which they are taken. */
export function actionsIn(value: Value, parts: Parts): readonly Action[] {
  const found = blocks(value);
  if (found === UNKNOWN) return [{ kind: "unknown" }];
  return [...found]
    .sort((one, other) => orderOf(one) - orderOf(other))
    .map((values) => action(values, parts));
}

function orderOf({ order }: Values): number {
  return typeof order === "number" ? order : Number.MAX_SAFE_INTEGER;
}

function action(values: Values, parts: Parts): Action {
  switch (text(values.type)) {
    case "forward":
      return { kind: "forward", targets: targetsIn(values, parts) };
    case "redirect":
      return redirect(block(values.redirect));
    case "fixed-response":
      return { kind: "fixed-response", statusCode: member(block(values.fixed_response), "status_code") };
    case "authenticate-cognito":
      return { kind: "authenticate", with: "cognito" };
    case "authenticate-oidc":
      return { kind: "authenticate", with: "oidc" };
    default:
      return { kind: "unknown" };
  }
}

function redirect(values: Known<Values> | undefined): Action {
  const part = (name: string): Known<string> | undefined => {
    const value = member(values, name);
    return typeof value === "string" && value.includes("#{") ? undefined : value;
  };
  return {
    kind: "redirect",
    protocol: part("protocol"),
    port: part("port"),
    statusCode: part("status_code"),
  };
}

/** One group by ARN, or several with weights in a `forward` block. */
function targetsIn(values: Values, parts: Parts): readonly ForwardTarget[] {
  const forward = block(values.forward);
  if (forward === UNKNOWN) return [{ group: UNKNOWN, weight: UNKNOWN }];
  const several = forward === undefined ? [] : blocks(forward.target_group);
  if (several === UNKNOWN) return [{ group: UNKNOWN, weight: UNKNOWN }];
  if (several.length === 0) return [{ group: group(values.target_group_arn, parts), weight: undefined }];
  return several.map((one) => ({ group: group(one.arn, parts), weight: number(one.weight) ?? 1 }));
}

function group(value: Value, parts: Parts): Known<TargetGroup> {
  return parts.targetGroups.one(value) ?? UNKNOWN;
}

function member(values: Known<Values> | undefined, name: string): Known<string> | undefined {
  return values === UNKNOWN ? UNKNOWN : text(values?.[name]);
}
