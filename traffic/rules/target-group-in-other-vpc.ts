import { deliveriesIn, UNKNOWN, type Known, type Several, type Subnet, type Vpc } from "../model";
import { fault, listed, type Rule } from "./rule";

export const targetGroupInOtherVpc: Rule = {
  code: "FY523",
  severity: "error",
  subject: "a target group",
  allowed: "must be in the VPC of its load balancer and its service",
  fix: "create all three in one VPC",
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  judge: (landscape) =>
    deliveriesIn(landscape).flatMap(({ targetGroup, loadBalancer, service }) => {
      const { vpc } = targetGroup;
      if (vpc === UNKNOWN) return [];
      const strangers = [loadBalancer, service].filter(({ subnets }) => isElsewhere(vpcOf(subnets), vpc));
      if (strangers.length === 0) return [];
      const names = listed(strangers.map(({ name }) => name));
      return [fault(targetGroup, `${vpc.name}, and another for ${names}`)];
    }),
};

function isElsewhere(one: Known<Vpc>, other: Vpc): boolean {
  return one !== UNKNOWN && one !== other;
}

/** Of several subnets, some of which are meant, the VPC that all of them lie in. */
function vpcOf({ all }: Several<Subnet>): Known<Vpc> {
  const [vpc, ...others] = new Set(all.map((subnet) => subnet.vpc));
  return vpc === undefined || others.length > 0 ? UNKNOWN : vpc;
}
