import { Lb } from "@cdktf/provider-aws/lib/lb";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { TerraformStack, Token } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, matching, problems, requireThat } from "../errors";
import type { VpcNetwork } from "../network";
import { SecurityGroup } from "../network/security-group";
import {
  boundedName,
  reserveName,
  expectCall,
  expectOneStack,
  expectProps,
  literal,
  literals,
  namingId,
  quota,
  countAgainstQuota,
  stackName,
} from "../foundation";
import { loggingOf } from "./access-logs";
import { attributeFaults, attributesOf, type LoadBalancerAttributes } from "./attributes";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
const NAME = /^(?!internal-)(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/;
const LONGEST_NAME = 32;

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const MOST_TARGET_GROUPS = 100;

/** A web ACL of WAFv2 for load balancers; those for CloudFront have `global` in the place of `regional`. */
const WEB_ACL_ARN = /^arn:aws[a-z-]*:wafv2:[a-z0-9-]+:\d{12}:regional\/webacl\/[A-Za-z0-9_-]+\/[a-f0-9-]+$/;

const SCHEMES = ["internet-facing", "internal"] as const;
const INTERNET_PORTS = [
  { port: 80, description: "allow HTTP from the internet" },
  { port: 443, description: "allow HTTPS from the internet" },
];

export interface LoadBalancerProps extends LoadBalancerAttributes {
  readonly network: VpcNetwork;

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
  /** The last part of the ARN, by which metrics know the load balancer. */
  public readonly arnSuffix: string;
  public readonly dnsName: string;
  /** Hosted zone of the DNS name, for alias records. */
  public readonly hostedZoneId: string;
  public readonly network: VpcNetwork;
  public readonly securityGroup: SecurityGroup;

  private readonly ports: number[] = [];
  private readonly targetGroups = new Set<unknown>();
  /** Rules and certificates beside the default ones. */
  private rules = 0;
  private certificates = 0;
  private readonly isPublic: boolean;

  public constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    expectProps(this, "LoadBalancer", props);
    this.network = props.network;
    this.isPublic = props.scheme === "internet-facing";
    const name = props.name ?? boundedName([stackName(this), namingId(this)], LONGEST_NAME);
    const taken = reserveName(TerraformStack.of(this), problems.loadBalancerNameTaken, name, this);
    addCheck(this, () => [...taken, ...this.faults({ ...props, name })]);
    countAgainstQuota(this, "loadBalancersPerRegion", problems.loadBalancerQuota);

    this.securityGroup = this.createSecurityGroup(name, props);
    const loadBalancer = this.createLoadBalancer(name, props);
    this.arn = loadBalancer.arn;
    this.arnSuffix = loadBalancer.arnSuffix;
    this.dnsName = loadBalancer.dnsName;
    this.hostedZoneId = loadBalancer.zoneId;
  }

  /** Lets a party in the VPC, such as a service, use the load balancer's listeners; needed for scheme `internal`. */
  public allowFrom(client: { readonly securityGroup: SecurityGroup }, port = 80): void {
    expectCall(this, "LoadBalancer.allowFrom", { client, port });
    this.securityGroup.admit(client.securityGroup, port);
  }

  /**
   * Has a web ACL look at every request first: a `WebAcl`, or `{ arn }` of one that stands in the region. A load balancer
   * has one at most. https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html
   */
  public protectWith(webAcl: { readonly arn: string }): void {
    expectCall(this, "LoadBalancer.protectWith", { webAcl });
    expectOneStack(this, webAcl);
    const isProtected = this.node.tryFindChild("WebAcl") !== undefined;
    addCheck(this, () => [
      ...requireThat(!isProtected, problems.secondWebAcl, "another"),
      ...matching(problems.webAclArn, literal(webAcl.arn), WEB_ACL_ARN),
    ]);
    if (isProtected) return;
    new Wafv2WebAclAssociation(this, "WebAcl", { resourceArn: this.arn, webAclArn: webAcl.arn });
  }

  /**
   * A listener stands on a port: who may come in at all may now come in here.
   * @internal
   */
  public listenOn(port: number): void {
    this.ports.push(port);
    const isOpen = INTERNET_PORTS.some((open) => open.port === port);
    if (this.isPublic && !isOpen) this.securityGroup.admitInternet(port);
  }

  /**
   * A listener, or one of its rules, sends requests to target groups.
   * @internal
   */
  public sendTo(targetGroups: readonly unknown[]): void {
    targetGroups.forEach((group) => this.targetGroups.add(group));
  }

  /**
   * Counts what AWS counts by load balancer, not by listener.
   * @internal
   */
  public countAgainstQuota({ rules = 0, certificates = 0 }: { rules?: number; certificates?: number }): void {
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

  /**
   * Waits for its subnets' routes: without a way to the internet it never leaves the state "provisioning". Waits for its
   * bucket to be ready as well: AWS writes a first file to it, and refuses to log where it can't.
   */
  private createLoadBalancer(name: string, props: LoadBalancerProps): Lb {
    const { network } = props;
    const logging = loggingOf(this, props.accessLogs);
    return new Lb(this, "Resource", {
      name,
      loadBalancerType: "application",
      internal: !this.isPublic,
      ipAddressType: this.isPublic && network.isDualStack ? "dualstack" : "ipv4",
      subnets: this.isPublic ? network.publicSubnetIds : network.privateSubnetIds,
      securityGroups: [this.securityGroup.groupId],
      ...attributesOf(props),
      ...logging.config,
      tags: { Name: name },
      dependsOn: [...(this.isPublic ? network.internetReady : network.egressReady), ...logging.ready],
    });
  }

  /** Its zones, or subnets where only Terraform knows the zones; undefined where it alone knows how many. */
  private places(): readonly (string | undefined)[] | undefined {
    const { zoneNames, publicSubnetIds, privateSubnetIds } = this.network;
    return zoneNames ?? literal(this.isPublic ? publicSubnetIds : privateSubnetIds)?.map(literal);
  }

  private faults(props: LoadBalancerProps): Fault[] {
    const { name, scheme, ...known } = literals(props);
    const places = this.places();
    const { ports, rules, certificates } = this;
    const twice = ports.filter((port, position) => ports.slice(0, position).includes(port));
    const targetGroups = this.targetGroups.size;
    return [
      ...matching(problems.loadBalancerName, name, NAME),
      ...requireThat(places === undefined || places.length >= 2, problems.tooFewZones, told(places ?? [])),
      ...requireThat(
        SCHEMES.includes(props.scheme),
        problems.loadBalancerScheme,
        scheme ?? "a Terraform token",
      ),
      ...attributeFaults(known),
      ...requireThat(
        !Token.isUnresolved(props.deletionProtection),
        problems.deletionProtectionUnknown,
        "a Terraform token",
      ),
      ...requireThat(twice.length === 0, problems.listenerPortTaken, [...new Set(twice)].join(", ")),
      ...requireThat(
        ports.length <= quota(this, "listenersPerLoadBalancer"),
        problems.listenerQuota,
        ports.length,
      ),
      ...requireThat(targetGroups <= MOST_TARGET_GROUPS, problems.loadBalancerTargetGroupQuota, targetGroups),
      ...requireThat(rules <= quota(this, "rulesPerLoadBalancer"), problems.routeQuota, rules),
      ...requireThat(
        certificates <= quota(this, "certificatesPerLoadBalancer"),
        problems.certificateQuota,
        certificates,
      ),
    ];
  }
}

function told(places: readonly (string | undefined)[]): string {
  const names = places.filter((one) => one !== undefined);
  return names.length === 0 ? `${places.length}` : `${places.length} (${names.join(", ")})`;
}
