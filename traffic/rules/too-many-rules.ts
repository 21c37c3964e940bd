import type { SecurityGroup } from "../model";
import { fault, type Fault, type Rule } from "./rule";

const QUOTA = 60;

export const tooManyRules: Rule = {
  code: "FY562",
  severity: "warning",
  subject: "a security group",
  allowed: "can have at most 60 inbound and 60 outbound rules by default, counted by address family",
  fix: "allow fewer sources, move some of the rules to another group, or ask AWS to raise the quota; a prefix list counts as its maximum number of entries",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  judge: ({ securityGroups }) => securityGroups.flatMap(faults),
};

/** Each address block and each group in a rule counts as one. */
function faults(group: SecurityGroup): Fault[] {
  return (["ingress", "egress"] as const).flatMap((direction) => {
    const rules = group.rules.filter((one) => one.direction === direction && one.certain);
    const peers = rules.flatMap((one) => one.peers);
    const ipv6 = peers.filter(({ kind }) => kind === "ipv6").length;
    const most = Math.max(ipv6, peers.length - ipv6);
    return most > QUOTA ? [fault(group, `${most} for ${direction}`)] : [];
  });
}
