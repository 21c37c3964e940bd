import { ifKnown, UNKNOWN, type LoadBalancer, type Service } from "../model";
import { fault, listed, type Fault, type Rule } from "./rule";

export const securityGroupInOtherVpc: Rule = {
  code: "FY571",
  severity: "error",
  subject: "a security group",
  allowed: "must be in the VPC of the subnets that it is used in",
  fix: "create the group in the VPC of those subnets, or choose subnets of its VPC: AWS rejects the combination",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
  judge: ({ loadBalancers, services }) => [...loadBalancers, ...services].flatMap(faults),
};

function faults(part: LoadBalancer | Service): Fault[] {
  const [vpc, ...others] = new Set(part.subnets.all.map((subnet) => subnet.vpc));
  if (vpc === undefined || vpc === UNKNOWN || others.length > 0 || part.securityGroups.among) return [];
  const strangers = part.securityGroups.all.filter((group) => group.vpc !== UNKNOWN && group.vpc !== vpc);
  if (strangers.length === 0) return [];
  const groups = listed(
    strangers.map((group) => `${group.name} in ${ifKnown(group.vpc)?.name ?? "another VPC"}`),
  );
  return [fault(part, `${groups}, with subnets in ${vpc.name}`)];
}
