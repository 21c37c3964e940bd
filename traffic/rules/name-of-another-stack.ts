import { fault, type Rule } from "./rule";

export const nameOfAnotherStack: Rule = {
  code: "FY578",
  severity: "error",
  subject: "a resource of an app's stack",
  allowed: "must have a name that is unique across stacks in the same account and region",
  fix: "give one of the two stacks another name prefix or region, or the resource another name; waive this if the stacks are deployed to different accounts",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  judge: ({ clashes }) =>
    clashes.map(({ what, stack, isCertain, ...part }) =>
      fault(part, `${what}, which stack ${stack} has too`, isCertain ? {} : { severity: "note" }),
    ),
};
