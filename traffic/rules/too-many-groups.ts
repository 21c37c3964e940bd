import { fault, type Rule } from "./rule";

const QUOTA = 5;

export const tooManyGroups: Rule = {
  code: "FY563",
  severity: "error",
  subject: "a load balancer or a service",
  allowed: "can have at most 5 security groups",
  fix: "merge groups",
  page: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  judge: ({ loadBalancers, services }) =>
    [...loadBalancers, ...services]
      .filter(({ least }) => least.securityGroups > QUOTA)
      .map((one) => fault(one, `${one.least.securityGroups}`)),
};
