import type { Synthesized } from "./synthesize";

/**
 * Every security group rule of a stack as a line, such as `ALB-SG in 80 from 0.0.0.0/0`, groups by their names. What
 * is not in the list is not open.
 */
export function rulesOf(stack: Synthesized): string[] {
  const names = new Map(
    stack.resources("aws_security_group").map((group) => [group.ref("id"), group.text("name")]),
  );
  const lines = (type: string, way: string, to: string): string[] =>
    stack.resources(type).map((rule) => {
      const peer = rule.at("cidr_ipv4") ?? names.get(rule.text("referenced_security_group_id"));
      const ports = new Set([rule.at("from_port"), rule.at("to_port")]);
      const what = `${String(rule.at("ip_protocol"))} ${[...ports].join("-")}`;
      return `${names.get(rule.text("security_group_id"))} ${way} ${what} ${to} ${String(peer)}`;
    });
  return [
    ...lines("aws_vpc_security_group_ingress_rule", "in", "from"),
    ...lines("aws_vpc_security_group_egress_rule", "out", "to"),
  ].sort();
}
