/** What the AWS API says of one stack, in the words that the AWS console shows to the reader of a walkthrough. */
export interface Seen {
  readonly loadBalancers: readonly SeenLoadBalancer[];
  readonly targetGroups: readonly SeenTargetGroup[];
  readonly securityGroups: readonly SeenSecurityGroup[];
  readonly subnets: readonly SeenSubnet[];
  readonly services: readonly SeenService[];
  /** Terraform's outputs. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface SeenLoadBalancer {
  readonly name: string;
  readonly dnsName: string;
  readonly scheme: string;
  readonly type: string;
  readonly ipAddressType: string;
  readonly state: string;
  readonly idleTimeoutSec: number;
  /** By name, in order. */
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  /** `HTTP:80 forwards to Fargate-TG` */
  readonly listeners: readonly string[];
}

export interface SeenTargetGroup {
  readonly name: string;
  readonly targetType: string;
  /** `HTTP:6060` */
  readonly protocolAndPort: string;
  readonly protocolVersion: string;
  readonly ipAddressType: string;
  /** `HTTP /health on traffic-port` */
  readonly healthCheck: string;
}

export interface SeenSecurityGroup {
  readonly name: string;
  readonly description: string;
  readonly inbound: readonly SeenRule[];
  readonly outbound: readonly SeenRule[];
}

export interface SeenRule {
  /** `tcp 80`, `all` */
  readonly traffic: string;
  /** A CIDR block or the name of a security group. */
  readonly peer: string;
  readonly description: string;
}

export interface SeenSubnet {
  readonly name: string;
  readonly zone: string;
  /** Where its route table sends what is not for the VPC. */
  readonly defaultRoute: "internet gateway" | "NAT gateway" | "none" | "other";
}

export interface SeenService {
  readonly name: string;
  readonly status: string;
  readonly desired: number;
  readonly running: number;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  /** ENABLED or DISABLED. */
  readonly publicIp: string;
  /** `Fargate-TG gets port 6060` */
  readonly targets: readonly string[];
  readonly connect: SeenConnect | undefined;
}

/** A service's part in ECS Service Connect. */
export interface SeenConnect {
  readonly namespace: string;
  /** The names under which others find it. */
  readonly offers: readonly string[];
}
