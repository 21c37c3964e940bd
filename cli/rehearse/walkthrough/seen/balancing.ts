import type {
  ElasticLoadBalancingV2Client,
  Listener,
  LoadBalancer,
  TargetGroup,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import type { SeenLoadBalancer, SeenTargetGroup } from "./seen";
import type { StateFacts } from "./state-facts";

export interface SeenBalancing {
  readonly loadBalancers: readonly SeenLoadBalancer[];
  readonly targetGroups: readonly SeenTargetGroup[];
  readonly targetGroupNames: ReadonlyMap<string, string>;
}

export async function seeBalancing(
  elb: ElasticLoadBalancingV2Client,
  { loadBalancerArns, targetGroupArns }: Pick<StateFacts, "loadBalancerArns" | "targetGroupArns">,
  names: ReadonlyMap<string, string>,
): Promise<SeenBalancing> {
  const [{ LoadBalancers = [] }, { TargetGroups = [] }] = await Promise.all([
    elb.send(new DescribeLoadBalancersCommand({})),
    elb.send(new DescribeTargetGroupsCommand({})),
  ]);
  const ownGroups = TargetGroups.filter(({ TargetGroupArn = "" }) =>
    targetGroupArns.includes(TargetGroupArn),
  );
  const own = LoadBalancers.filter(({ LoadBalancerArn = "" }) => loadBalancerArns.includes(LoadBalancerArn));
  const targetGroupNames = new Map(
    ownGroups.map(({ TargetGroupArn = "", TargetGroupName = "" }) => [TargetGroupArn, TargetGroupName]),
  );
  const loadBalancers = await Promise.all(
    own.map((one) => seeLoadBalancer(elb, one, new Map([...names, ...targetGroupNames]))),
  );
  return { loadBalancers, targetGroups: ownGroups.map(seenTargetGroup), targetGroupNames };
}

async function seeLoadBalancer(
  elb: ElasticLoadBalancingV2Client,
  { LoadBalancerArn, ...balancer }: LoadBalancer,
  names: ReadonlyMap<string, string>,
): Promise<SeenLoadBalancer> {
  const [{ Listeners = [] }, { Attributes = [] }] = await Promise.all([
    elb.send(new DescribeListenersCommand({ LoadBalancerArn })),
    elb.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn })),
  ]);
  const named = (ids: readonly string[]): string[] => ids.map((id) => names.get(id) ?? id).sort();
  const idleTimeout = Attributes.find(({ Key }) => Key === "idle_timeout.timeout_seconds")?.Value;
  return {
    name: balancer.LoadBalancerName ?? "",
    dnsName: balancer.DNSName ?? "",
    scheme: balancer.Scheme ?? "",
    type: balancer.Type ?? "",
    ipAddressType: balancer.IpAddressType ?? "",
    state: balancer.State?.Code ?? "",
    idleTimeoutSec: Number(idleTimeout),
    subnets: named((balancer.AvailabilityZones ?? []).map(({ SubnetId = "" }) => SubnetId)),
    securityGroups: named(balancer.SecurityGroups ?? []),
    listeners: Listeners.map((listener) => seenListener(listener, names)).sort(),
  };
}

function seenListener(
  { Protocol, Port, DefaultActions = [] }: Listener,
  names: ReadonlyMap<string, string>,
): string {
  const actions = DefaultActions.map(({ Type = "", TargetGroupArn, ForwardConfig }) => {
    const arn = TargetGroupArn ?? ForwardConfig?.TargetGroups?.[0]?.TargetGroupArn ?? "";
    return Type === "forward" ? `forwards to ${names.get(arn) ?? arn}` : Type;
  });
  return `${Protocol}:${Port} ${actions.join(", ")}`;
}

function seenTargetGroup(group: TargetGroup): SeenTargetGroup {
  const { HealthCheckProtocol = "", HealthCheckPath = "", HealthCheckPort = "" } = group;
  return {
    name: group.TargetGroupName ?? "",
    targetType: group.TargetType ?? "",
    protocolAndPort: `${group.Protocol}:${group.Port}`,
    protocolVersion: group.ProtocolVersion ?? "",
    ipAddressType: group.IpAddressType ?? "",
    healthCheck: `${HealthCheckProtocol} ${HealthCheckPath} on ${HealthCheckPort}`,
  };
}
