import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import {
  VpcSecurityGroupIngressRule,
  type VpcSecurityGroupIngressRuleConfig,
} from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, problems, requireThat } from "../../errors";
import type { VpcNetwork } from "..";
import {
  reserveName,
  expectCall,
  expectOneStack,
  expectProps,
  GOES_LAST,
  idPart,
  labelOf,
  literal,
  literals,
  namingPath,
  quota,
  countAgainstQuota,
} from "../../foundation";
import { groupFaults, ruleFaults } from "./rules";

/** Rules times groups of an interface: the quota can't be raised past this. */
const MOST_RULES = 1000;
const ANYWHERE = "0.0.0.0/0";
const ANYWHERE_6 = "::/0";

export interface SecurityGroupProps {
  readonly network: VpcNetwork;

  /** Name in AWS, unique in the VPC. A change replaces the group, the new one first. */
  readonly name: string;

  /** What the group is for. AWS can't change it in place: it is set at creation, and later changes are ignored. */
  readonly description: string;
}

/**
 * A security group that lets nothing through until two parties are connected. Each rule is a resource of its own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
 *
 * @example
 * const group = new SecurityGroup(stack, "Database", { network, name: "DB-SG", description: "database" });
 * group.admitBlock("10.0.0.0/16", 5432);
 */
export class SecurityGroup extends Construct {
  public readonly groupId: string;
  public readonly network: VpcNetwork;
  public readonly groupName: string;
  /** Who the group stands for in rule ids and descriptions: its own path, or that of the construct it is a part of. */
  public readonly label: string;
  /** The rules made so far, for whoever has to wait for them. */
  public readonly rules: ITerraformDependable[] = [];

  /** Rules by direction and kind: AWS counts those for IPv6 blocks apart. */
  private readonly counts = { inbound: 0, outbound: 0, "inbound IPv6": 0, "outbound IPv6": 0 };
  private readonly peers = new Map<string, string | undefined>();
  private readonly listeners: ((rule: ITerraformDependable) => void)[] = [];

  public constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    expectProps(this, "SecurityGroup", props);
    this.network = props.network;
    expectOneStack(this, props.network);
    this.groupName = props.name;
    this.label = labelOf(namingPath(this), "SecurityGroup");
    const taken = reserveName(props.network, problems.securityGroupNameTaken, props.name.toLowerCase(), this);
    addCheck(this, () => [...taken, ...this.faults(props)]);
    countAgainstQuota(this, "securityGroupsPerRegion", problems.securityGroupQuota);

    this.groupId = new AwsSecurityGroup(this, "Resource", {
      vpcId: props.network.vpcId,
      name: props.name,
      description: props.description,
      tags: { Name: props.name },
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["description"] },
    }).id;
  }

  /** Lets `client` open TCP connections to this group's members on a port: one rule at each end. */
  public admit(client: SecurityGroup, port: number, description?: string): void {
    expectCall(this, "SecurityGroup.admit", { client, port, description });
    addCheck(this, () =>
      requireThat(
        client.network === this.network,
        problems.securityGroupInOtherVpc,
        `two networks, with ${client.label}`,
      ),
    );
    const toHere = client.egressRule(`To-${this.label}-${idPart(this, port)}`, {
      referencedSecurityGroupId: this.groupId,
      port,
      description: `port ${port} to ${this.label}`,
    });
    const fromClient = this.ingressRule(`From-${client.label}-${idPart(this, port)}`, {
      referencedSecurityGroupId: client.groupId,
      port,
      description: description ?? `port ${port} from ${client.label}`,
    });
    for (const rule of [toHere, fromClient]) {
      this.announce(rule);
      client.announce(rule);
    }
  }

  /** Lets everyone on the internet open TCP connections to a port; over IPv6 too, if the network speaks it. */
  public admitInternet(port: number, description = `port ${port} from the internet`): void {
    expectCall(this, "SecurityGroup.admitInternet", { port, description });
    this.admitBlock(ANYWHERE, port, description);
    if (this.network.isDualStack) this.admitIpv6Block(ANYWHERE_6, port, description);
  }

  /** Lets an IPv4 block open TCP connections to a port. */
  public admitBlock(cidrIpv4: string, port: number, description = `port ${port} from ${cidrIpv4}`): void {
    expectCall(this, "SecurityGroup.admitBlock", { cidrIpv4, port, description });
    const id = `From-${this.blockId(cidrIpv4)}-${idPart(this, port)}`;
    this.announce(this.ingressRule(id, { cidrIpv4, port, description }));
  }

  /** Lets an IPv6 block open TCP connections to a port. */
  public admitIpv6Block(cidrIpv6: string, port: number, description = `port ${port} from ${cidrIpv6}`): void {
    expectCall(this, "SecurityGroup.admitIpv6Block", { cidrIpv6, port, description });
    const id = `From-${this.blockId(cidrIpv6)}-${idPart(this, port)}`;
    this.announce(this.ingressRule(id, { cidrIpv6, port, description }));
  }

  /** Lets members open TCP connections to everyone on the internet on a port; over IPv6 too, if the network speaks it. */
  public reachInternet(port: number): void {
    expectCall(this, "SecurityGroup.reachInternet", { port });
    const description = `port ${port} to the internet`;
    this.reachBlock(ANYWHERE, port, description);
    if (this.network.isDualStack) this.reachIpv6Block(ANYWHERE_6, port, description);
  }

  /** Lets members open TCP connections to an IPv4 block on a port. */
  public reachBlock(cidrIpv4: string, port: number, description = `port ${port} to ${cidrIpv4}`): void {
    expectCall(this, "SecurityGroup.reachBlock", { cidrIpv4, port, description });
    const id = `To-${this.blockId(cidrIpv4)}-${idPart(this, port)}`;
    this.announce(this.egressRule(id, { cidrIpv4, port, description }));
  }

  /** Lets members open TCP connections to an IPv6 block on a port. */
  public reachIpv6Block(cidrIpv6: string, port: number, description = `port ${port} to ${cidrIpv6}`): void {
    expectCall(this, "SecurityGroup.reachIpv6Block", { cidrIpv6, port, description });
    const id = `To-${this.blockId(cidrIpv6)}-${idPart(this, port)}`;
    this.announce(this.egressRule(id, { cidrIpv6, port, description }));
  }

  /**
   * Calls back for each rule there is and each that is still to come.
   * @internal
   */
  public onRule(listener: (rule: ITerraformDependable) => void): void {
    this.listeners.push(listener);
    this.rules.forEach(listener);
  }

  /** `::` keeps a place of its own: what stands around it could be another block's. */
  private blockId(cidr: string): string {
    if (cidr === ANYWHERE) return "Internet";
    return cidr === ANYWHERE_6 ? "Internet6" : idPart(this, cidr.replace("::", "-x-"));
  }

  private count(direction: "inbound" | "outbound", { cidrIpv6 }: Rule): void {
    this.counts[cidrIpv6 === undefined ? direction : (`${direction} IPv6` as const)] += 1;
  }

  private announce(rule: ITerraformDependable): void {
    if (this.rules.includes(rule)) return;
    this.rules.push(rule);
    this.listeners.forEach((listener) => listener(rule));
  }

  private ingressRule(id: string, rule: Rule): ITerraformDependable {
    return this.once(id, rule, () => {
      this.count("inbound", rule);
      return new VpcSecurityGroupIngressRule(this, id, this.ruleConfig(rule));
    });
  }

  private egressRule(id: string, rule: Rule): ITerraformDependable {
    return this.once(id, rule, () => {
      this.count("outbound", rule);
      return new VpcSecurityGroupEgressRule(this, id, this.ruleConfig(rule));
    });
  }

  /** A rule goes after the services that waited for it have changed: until then old tasks are reached by it. */
  private ruleConfig({ port, ...peer }: Rule): VpcSecurityGroupIngressRuleConfig {
    const tcp = { ipProtocol: "tcp", fromPort: port, toPort: port };
    return { securityGroupId: this.groupId, ...peer, ...tcp, lifecycle: GOES_LAST };
  }

  /** Two connections between the same parties on one port are one rule. */
  private once(id: string, rule: Rule, make: () => TerraformResource): ITerraformDependable {
    const peer = rule.referencedSecurityGroupId;
    const holder = this.peers.has(id) ? this.peers.get(id) : peer;
    this.peers.set(id, holder);
    addCheck(this, () => [
      ...ruleFaults(literals(rule)),
      ...requireThat(holder === peer, problems.addressTaken, `${id} for two peers`),
    ]);
    return (this.node.tryFindChild(id) as TerraformResource | undefined) ?? make();
  }

  private faults(props: SecurityGroupProps): Fault[] {
    const most = Math.min(quota(this, "rulesPerSecurityGroup"), MOST_RULES);
    return [
      ...groupFaults(literal(props.name), literal(props.description)),
      ...Object.entries(this.counts).flatMap(([kind, rules]) =>
        requireThat(rules <= most, problems.securityGroupRuleQuota, `${rules} ${kind}`),
      ),
    ];
  }
}

interface Rule {
  readonly port: number;
  readonly description: string;
  readonly cidrIpv4?: string;
  readonly cidrIpv6?: string;
  readonly referencedSecurityGroupId?: string;
}
