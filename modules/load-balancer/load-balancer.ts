import { Lb } from "@cdktf/provider-aws/lib/lb";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { check, inRange, matching, unless, type Finding } from "../errors";
import type { Network } from "../network";
import { SecurityGroup } from "../security-group";
import { boundedName, claim, expectShape, literals, namingId, quota, spend } from "../stack";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
const NAME = /^(?!internal-)(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/;
const LONGEST_NAME = 32;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const MOST_TARGET_GROUPS = 100;

const SCHEMES = ["internet-facing", "internal"] as const;
const INTERNET_PORTS = [
  { port: 80, description: "allow HTTP from the internet" },
  { port: 443, description: "allow HTTPS from the internet" },
];

export interface LoadBalancerProps {
  readonly network: Network;

  /**
   * `internet-facing` stands in the public subnets and opens ports 80 and 443 to everyone; `internal` stands in the
   * private subnets and admits only who is named with `allowFrom`. A change replaces the load balancer.
   */
  readonly scheme: (typeof SCHEMES)[number];

  /**
   * Name in AWS, 1 to 32 letters, digits and hyphens, unique in the region. A change replaces the load balancer and
   * with it the DNS name.
   * @default the ids of stack and construct
   */
  readonly name?: string;

  /**
   * Name of the load balancer's security group.
   * @default the load balancer's name with -SG
   */
  readonly securityGroupName?: string;

  /**
   * Description of the load balancer's security group; fixed once created.
   * @default "allow internet traffic", or "allow internal traffic"
   */
  readonly securityGroupDescription?: string;

  /**
   * Seconds that a connection may be silent, 1 to 4000. Keep the targets' own keep-alive longer, or some requests
   * meet a connection that was just closed (502).
   * @default 60
   */
  readonly idleTimeoutSec?: number;
}

/**
 * An Application Load Balancer with a security group of its own. It costs about 16 USD a month (us-east-1, 0.0225 USD
 * an hour) and 0.008 USD an LCU-hour. https://aws.amazon.com/elasticloadbalancing/pricing/
 *
 * @example
 * const door = new LoadBalancer(stack, "FrontDoor", { network, scheme: "internet-facing" });
 */
export class LoadBalancer extends Construct {
  public readonly arn: string;
  public readonly dnsName: string;
  /** Hosted zone of the DNS name, for alias records. */
  public readonly hostedZoneId: string;
  public readonly network: Network;
  public readonly securityGroup: SecurityGroup;

  private readonly ports: number[] = [];
  private readonly targetGroups = new Set<unknown>();
  /** Rules and certificates beside the default ones. */
  private rules = 0;
  private certificates = 0;
  private readonly isPublic: boolean;

  public constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    expectShape(this, props, { network: "object", scheme: "text" });
    this.network = props.network;
    this.isPublic = props.scheme === "internet-facing";
    const name = props.name ?? boundedName([TerraformStack.of(this).node.id, namingId(this)], LONGEST_NAME);
    const twin = claim(TerraformStack.of(this), "FY325", name, this);
    check(this, () => [...twin, ...this.findings({ ...props, name })]);
    spend(this, "loadBalancersPerRegion", "FY326");

    this.securityGroup = this.createSecurityGroup(name, props);
    const loadBalancer = this.createLoadBalancer(name, props);
    this.arn = loadBalancer.arn;
    this.dnsName = loadBalancer.dnsName;
    this.hostedZoneId = loadBalancer.zoneId;
  }

  /** Lets a party in the VPC, such as a service, use the load balancer's listeners; needed for scheme `internal`. */
  public allowFrom(client: { readonly securityGroup: SecurityGroup }, port = 80): void {
    this.securityGroup.admit(client.securityGroup, port);
  }

  /** A listener stands on a port: who may come in at all may now come in here. */
  public listenOn(port: number): void {
    this.ports.push(port);
    const isOpen = INTERNET_PORTS.some((open) => open.port === port);
    if (this.isPublic && !isOpen) this.securityGroup.admitInternet(port);
  }

  /** A listener, or one of its rules, sends requests to target groups. */
  public sendTo(targetGroups: readonly unknown[]): void {
    targetGroups.forEach((group) => this.targetGroups.add(group));
  }

  /** Counts what AWS counts by load balancer, not by listener. */
  public spend({ rules = 0, certificates = 0 }: { rules?: number; certificates?: number }): void {
    this.rules += rules;
    this.certificates += certificates;
  }

  private createSecurityGroup(name: string, props: LoadBalancerProps): SecurityGroup {
    const group = new SecurityGroup(this, "SecurityGroup", {
      network: props.network,
      name: props.securityGroupName ?? `${name}-SG`,
      description:
        props.securityGroupDescription ?? `allow ${this.isPublic ? "internet" : "internal"} traffic`,
    });
    if (this.isPublic)
      INTERNET_PORTS.forEach(({ port, description }) => group.admitInternet(port, description));
    return group;
  }

  /** Waits for its subnets' routes: without a way to the internet it never leaves the state "provisioning". */
  private createLoadBalancer(name: string, props: LoadBalancerProps): Lb {
    const { network } = props;
    return new Lb(this, "Resource", {
      name,
      loadBalancerType: "application",
      internal: !this.isPublic,
      ipAddressType: "ipv4",
      subnets: this.isPublic ? network.publicSubnetIds : network.privateSubnetIds,
      securityGroups: [this.securityGroup.groupId],
      idleTimeout: props.idleTimeoutSec ?? 60,
      dropInvalidHeaderFields: true,
      tags: { Name: name },
      dependsOn: this.isPublic ? network.internetReady : network.egressReady,
    });
  }

  private findings(props: LoadBalancerProps): Finding[] {
    const { name, idleTimeoutSec, scheme } = literals(props);
    const zones = this.network.zones.map((zone) => zone.node.id);
    const { ports, rules, certificates } = this;
    const twice = ports.filter((port, position) => ports.slice(0, position).includes(port));
    const targetGroups = this.targetGroups.size;
    return [
      ...matching("FY321", name, NAME),
      ...unless(zones.length >= 2, "FY322", `${zones.length} (${zones.join(", ")})`),
      ...unless(SCHEMES.includes(props.scheme), "FY323", scheme ?? "a Terraform token"),
      ...inRange("FY324", idleTimeoutSec, [1, 4000]),
      ...unless(twice.length === 0, "FY332", [...new Set(twice)].join(", ")),
      ...unless(ports.length <= quota(this, "listenersPerLoadBalancer"), "FY333", ports.length),
      ...unless(targetGroups <= MOST_TARGET_GROUPS, "FY313", targetGroups),
      ...unless(rules <= quota(this, "rulesPerLoadBalancer"), "FY348", rules),
      ...unless(certificates <= quota(this, "certificatesPerLoadBalancer"), "FY382", certificates),
    ];
  }
}
