import type { Listener, ListenerRule } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const rulePriorityTwice: Rule = {
  code: "FY542",
  severity: "error",
  subject: "a rule's priority",
  allowed: "must be unique on a listener",
  fix: "give each rule its own priority",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
  judge: ({ listeners }) => listeners.flatMap(faults),
};

function faults({ rules }: Listener): Fault[] {
  const first = new Map<number, ListenerRule>();
  return rules.flatMap((rule) => {
    const { priority } = rule;
    if (typeof priority !== "number" || rule.many) return [];
    const other = first.get(priority);
    if (other === undefined) first.set(priority, rule);
    return other === undefined ? [] : [fault(rule, `${priority}, which ${other.address} has`)];
  });
}
