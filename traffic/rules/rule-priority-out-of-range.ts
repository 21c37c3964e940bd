import { fault, type Rule } from "./rule";

const LAST = 50_000;

export const rulePriorityOutOfRange: Rule = {
  code: "FY543",
  severity: "error",
  subject: "a rule's priority",
  allowed: "must be a whole number from 1 to 50000",
  fix: "set a priority in this range",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
  judge: ({ listenerRules }) =>
    listenerRules.flatMap((rule) => {
      const { priority } = rule;
      if (typeof priority !== "number") return [];
      const isInRange = Number.isInteger(priority) && priority >= 1 && priority <= LAST;
      return isInRange ? [] : [fault(rule, String(priority))];
    }),
};
