import type { SecurityGroup } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

/** Blocks of one direction leave the rules of the other alone. */
export const inlineAndSeparateRules: Rule = {
  code: "FY561",
  severity: "error",
  subject: "a security group",
  allowed: "can have the rules of a direction inline or as separate resources, not both",
  fix: "use aws_vpc_security_group_ingress_rule or _egress_rule for all of that direction: otherwise each apply reverts the other rules",
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group",
  judge: ({ securityGroups, kind }) => (kind === "state" ? [] : securityGroups.flatMap(faults)),
};

function faults(group: SecurityGroup): Fault[] {
  return group.inlineDirections.flatMap((direction) => {
    const separate = group.rules.filter((one) => !one.isInline && one.certain && one.direction === direction);
    const names = listed(separate.map(({ address }) => address));
    return separate.length === 0 ? [] : [fault(group, `${direction} blocks beside ${names}`)];
  });
}
