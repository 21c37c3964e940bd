import { fault, listed, type Rule } from "./rule";

export const inlineAndSeparateRules: Rule = {
  code: "FY561",
  severity: "error",
  subject: "a security group",
  allowed: "has its rules as blocks of its own or as resources of their own, not as both",
  fix: "make all of them aws_vpc_security_group_ingress_rule and _egress_rule: each apply undoes the other's work",
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group",
  judge: ({ securityGroups, kind }) =>
    (kind === "state" ? [] : securityGroups)
      .filter(({ hasInlineRules }) => hasInlineRules)
      .map((group) => ({ group, separate: group.rules.filter((rule) => !rule.isInline && rule.certain) }))
      .filter(({ separate }) => separate.length > 0)
      .map(({ group, separate }) =>
        fault(group, `blocks beside ${listed(separate.map(({ address }) => address))}`),
      ),
};
