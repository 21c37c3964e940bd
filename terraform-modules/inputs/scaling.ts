import { limits, problems } from "../../modules/errors";
import { ifGiven, wholeNumber, type Rule } from "./input";

/** Bounds in order, at least one target, and each in range. */
export function scalingRules(): Rule[] {
  const bad = (given: Record<string, number>): Rule["bad"] => ({
    scaling: { minimum: 2, maximum: 4, cpu_percent: 60, ...given },
  });
  const of = (member: string): string => `var.scaling.${member}`;
  const optional = (rule: Rule, member: string): Rule => ({
    ...rule,
    given: `jsonencode(try(${rule.given}, null))`,
    condition: `try(${of(member)}, null) == null || try(${rule.condition}, false)`,
  });
  return [
    ifGiven("scaling", wholeNumber(limits.scalingTaskCount, of("minimum"), { ...bad({ minimum: -1 }) })),
    ifGiven("scaling", wholeNumber(limits.scalingTaskCount, of("maximum"), bad({ maximum: 5001 }))),
    ifGiven("scaling", {
      kind: problems.scalingMinimumAboveMaximum,
      condition: `${of("minimum")} <= ${of("maximum")}`,
      given: `jsonencode(try([${of("minimum")}, ${of("maximum")}], null))`,
      bad: { desired_count: 5, ...bad({ minimum: 5 }) },
    }),
    ifGiven("scaling", {
      kind: problems.scalingWithoutMetric,
      condition: `${of("cpu_percent")} != null || ${of("requests_per_target")} != null`,
      given: '"none"',
      fix: "set cpu_percent or requests_per_target",
      bad: { scaling: { minimum: 2, maximum: 4 } },
    }),
    optional(wholeNumber(limits.scalingPercent, of("cpu_percent"), bad({ cpu_percent: 0 })), "cpu_percent"),
    optional(
      wholeNumber(limits.requestsPerTarget, of("requests_per_target"), bad({ requests_per_target: 0 })),
      "requests_per_target",
    ),
  ];
}
