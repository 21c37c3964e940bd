import { TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { addCheck, requireThat, type ProblemKind } from "../errors";
import { QUOTAS_CONTEXT } from "./contexts";

/** What AWS grants an account by default and raises on request. */
const DEFAULTS = {
  /** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
  vpcsPerRegion: 5,
  elasticIpsPerRegion: 5,
  securityGroupsPerRegion: 2500,
  rulesPerSecurityGroup: 60,
  ipv4BlocksPerVpc: 5,
  interfaceEndpointsPerVpc: 50,
  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
  loadBalancersPerRegion: 50,
  listenersPerLoadBalancer: 50,
  rulesPerLoadBalancer: 100,
  certificatesPerLoadBalancer: 25,
  targetGroupsPerRegion: 3000,
  targetsPerTargetGroup: 1000,
  /** https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html */
  namesPerCertificate: 10,
};

export type Quota = keyof typeof DEFAULTS;

/** The quota that checks on `scope` hold against: AWS's default, unless the context says another. */
export function quota(scope: IConstruct, name: Quota): number {
  const granted = scope.node.tryGetContext(QUOTAS_CONTEXT) as Partial<Record<Quota, number>> | undefined;
  return granted?.[name] ?? DEFAULTS[name];
}

const spent = new WeakMap<TerraformStack, Map<Quota, number>>();

/** Counts against a quota of the region. What other stacks and hands have made there can't be known. */
export function countAgainstQuota(scope: IConstruct, name: Quota, kind: ProblemKind, amount = 1): void {
  const stack = TerraformStack.of(scope);
  const counts = spent.get(stack) ?? new Map<Quota, number>();
  spent.set(stack, counts);
  const isFirst = !counts.has(name);
  counts.set(name, (counts.get(name) ?? 0) + amount);
  if (!isFirst) return;
  addCheck(stack, () => {
    const total = counts.get(name) ?? 0;
    return requireThat(total <= quota(stack, name), kind, `${total} in the stack (quota ${name})`);
  });
}
