import type { IConstruct } from "constructs";

/** What AWS grants an account by default and raises on request. */
const DEFAULTS = {
  /** https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
  elasticIpsPerRegion: 5,
  rulesPerSecurityGroup: 60,
  subnetsPerVpc: 200,
  /** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
  listenersPerLoadBalancer: 50,
};

export type Quota = keyof typeof DEFAULTS;

/** Where an app says what its account was granted: `context` in cdktf.json, or `node.setContext`. */
export const QUOTAS_CONTEXT = "frontyard:quotas";

/** The quota that checks on `scope` hold against: AWS's default, unless the context says another. */
export function quota(scope: IConstruct, name: Quota): number {
  const granted = scope.node.tryGetContext(QUOTAS_CONTEXT) as Partial<Record<Quota, number>> | undefined;
  return granted?.[name] ?? DEFAULTS[name];
}
