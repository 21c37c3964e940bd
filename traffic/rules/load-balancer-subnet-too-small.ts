import { UNKNOWN, usableAddresses, type Subnet } from "../model";
import { fault, listed, type Rule } from "./rule";

const LONGEST_PREFIX = 27;

export const loadBalancerSubnetTooSmall: Rule = {
  code: "FY504",
  severity: "error",
  subject: "a subnet of an application load balancer",
  allowed: "must be /27 or larger, with 8 free addresses",
  fix: "use larger subnets: the load balancer needs addresses to scale",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html",
  judge: ({ loadBalancers }) =>
    loadBalancers
      .filter(({ kind, subnets }) => kind === "application" && !subnets.among)
      .map((one) => ({ one, small: one.subnets.all.filter(isTooSmall) }))
      .filter(({ small }) => small.length > 0)
      .map(({ one, small }) => fault(one, listed(small.map(describe)))),
};

function isTooSmall({ block }: Subnet): boolean {
  return block !== UNKNOWN && block.prefix > LONGEST_PREFIX;
}

function describe({ name, block }: Subnet): string {
  const size = block === UNKNOWN ? "" : ` (/${block.prefix}, ${usableAddresses(block)} addresses)`;
  return `${name}${size}`;
}
