import type { AwsStack } from "../../modules";
import {
  Cluster,
  existingCertificate,
  FargateService,
  HttpListener,
  HttpsListener,
  LoadBalancer,
  Network,
  TargetGroup,
  type Container,
  type FargateServiceProps,
  type HttpsListenerProps,
  type LoadBalancerProps,
  type NetworkProps,
  type TargetGroupProps,
  type VpcNetwork,
} from "../../modules";

export const ZONES = ["us-east-1a", "us-east-1b"];
export const IMAGE = "public.ecr.aws/docker/library/caddy:2.10.2-alpine";

/** Of a certificate, but for its id. */
export const ARN = "arn:aws:acm:us-east-1:123456789012:certificate/";

type Rest<T, Given extends keyof T> = Partial<Omit<T, Given>>;

export function network(stack: AwsStack, props: Partial<NetworkProps> = {}, id = "Network"): Network {
  return new Network(stack, id, { zones: ZONES, ...props });
}

/** A network with a cluster in it. */
export function cluster(stack: AwsStack): Cluster {
  return new Cluster(stack, "Cluster", { network: network(stack) });
}

export function door(
  stack: AwsStack,
  within: VpcNetwork,
  props: Rest<LoadBalancerProps, "network"> = {},
  id = "Door",
): LoadBalancer {
  return new LoadBalancer(stack, id, { network: within, scheme: "internet-facing", ...props });
}

export function targets(
  stack: AwsStack,
  within: VpcNetwork,
  props: Rest<TargetGroupProps, "network"> = {},
  id = "Targets",
): TargetGroup {
  return new TargetGroup(stack, id, { network: within, port: 6060, ...props });
}

export function service(
  stack: AwsStack,
  within: Cluster,
  props: Rest<FargateServiceProps, "cluster" | "container"> & { container?: Partial<Container> } = {},
  id = "Service",
): FargateService {
  const container = { image: IMAGE, ...props.container };
  return new FargateService(stack, id, { cluster: within, ...props, container });
}

/** The whole way: door, listener, target group, service. */
export function system(stack: AwsStack): {
  door: LoadBalancer;
  targets: TargetGroup;
  service: FargateService;
} {
  const home = cluster(stack);
  const group = targets(stack, home.network);
  const front = door(stack, home.network);
  new HttpListener(stack, "Http", { loadBalancer: front, forwardTo: group });
  return { door: front, targets: group, service: service(stack, home, { targetGroup: group }) };
}

/** A door with an HTTPS listener, which answers 404 to all. */
export function httpsListener(
  stack: AwsStack,
  props: Partial<HttpsListenerProps> = {},
): { home: Network; door: LoadBalancer; listener: HttpsListener } {
  const home = network(stack);
  const loadBalancer = door(stack, home);
  const given = { loadBalancer, certificates: [existingCertificate(`${ARN}one`)] };
  return { home, door: loadBalancer, listener: new HttpsListener(stack, "Https", { ...given, ...props }) };
}
