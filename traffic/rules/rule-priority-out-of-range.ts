import { fault, type Rule } from "./rule";

const LAST = 50_000;

export const rulePriorityOutOfRange: Rule = {
  code: "FY543",
  severity: "error",
  subject: "a rule's priority",
  allowed: `is a whole number from 1 to ${LAST}`,
  fix: "choose a priority in range",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
  judge: ({ listenerRules }) =>
    listenerRules.flatMap((rule) => {
      const { priority } = rule;
      if (typeof priority !== "number") return [];
      const isInRange = Number.isInteger(priority) && priority >= 1 && priority <= LAST;
      return isInRange ? [] : [fault(rule, String(priority))];
    }),
};
