import { shadowedRules, type Listener } from "../model";
import { fault, type Fault, type Rule } from "./rule";

export const ruleShadowed: Rule = {
  code: "FY544",
  severity: "warning",
  subject: "a rule",
  allowed: "must match requests that no earlier rule matches",
  fix: "move it before the wider rule, or narrow the wider rule",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html",
  judge: ({ listeners }) => listeners.flatMap(faults),
};

function faults({ rules }: Listener): Fault[] {
  return shadowedRules(rules).map(({ rule, by }) => fault(rule, `all of them taken by ${by.address}`));
}
