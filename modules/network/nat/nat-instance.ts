import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { SecurityGroup } from "../security-group";
import { boundedName, GOES_LAST, idPart, labelOf, literal, namingPath, stackName } from "../../foundation";
import type { VpcNetwork } from "../vpc-network";
import { NAT_SCRIPT } from "./instance-script";

/** https://docs.aws.amazon.com/linux/al2023/ug/ec2.html */
const IMAGE = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
const ANYWHERE = "0.0.0.0/0";
const LONGEST_NAME = 255;

/** What only a new instance gets: a change would replace the one that stands, or stop it, and nobody gets out meanwhile. */
const LEFT_AS_MADE = ["ami", "user_data", "associate_public_ip_address"] as const;

/** What the image needs; 0.08 USD a GiB and month. */
const ROOT_GIB = 8;

export interface NatInstanceProps {
  readonly network: VpcNetwork;
  /** Its public address needs it. */
  readonly internetGateway: ITerraformDependable;
  /** The public subnet that it stands in. */
  readonly subnetId: string;
  readonly instanceType: string;
  /** What it is called in AWS. */
  readonly name: string;
}

/**
 * An EC2 instance that does the work of a NAT gateway for private subnets: IPv4, one zone, no SLA. It forwards what
 * comes from the private subnets and nothing else, has no key, no role, and metadata by IMDSv2 alone. A newer image or
 * script reaches it only when it is replaced, so that no apply ever takes the way out away.
 */
export class NatInstance extends Construct {
  public readonly networkInterfaceId: string;
  /** What stands once it can translate. */
  public readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NatInstanceProps) {
    super(scope, id);
    const { network, internetGateway, name } = props;
    const group = this.createGroup(network);
    const instance = this.createInstance(props, group);
    this.networkInterfaceId = instance.primaryNetworkInterfaceId;
    const address = new Eip(this, "Address", {
      domain: "vpc",
      instance: instance.id,
      tags: { Name: name },
      dependsOn: [internetGateway],
      lifecycle: GOES_LAST,
    });
    this.ready = [address, ...this.createRules(network, group)];
  }

  private createGroup(network: VpcNetwork): SecurityGroup {
    const name = boundedName([stackName(this), labelOf(namingPath(this)), "SG"], LONGEST_NAME);
    const description = "NAT for the private subnets";
    return new SecurityGroup(this, "SecurityGroup", { network, name, description });
  }

  /** Everything that the private subnets send on, from nobody else, to everywhere. */
  private createRules(network: VpcNetwork, group: SecurityGroup): ITerraformDependable[] {
    const all = { securityGroupId: group.groupId, ipProtocol: "-1", lifecycle: GOES_LAST };
    const inbound = network.privateBlocks.map(
      (cidrIpv4) =>
        new VpcSecurityGroupIngressRule(this, `From-${idPart(this, cidrIpv4)}`, {
          ...all,
          cidrIpv4,
          description: "what a private subnet sends on",
        }),
    );
    const outbound = new VpcSecurityGroupEgressRule(this, "To-Internet", {
      ...all,
      cidrIpv4: ANYWHERE,
      description: "what private subnets send to the internet",
    });
    return [...inbound, outbound];
  }

  /** It starts with an address, by which it fetches what it needs while the Elastic IP address is still to come. */
  private createInstance(props: NatInstanceProps, group: SecurityGroup): Instance {
    const { internetGateway, subnetId, instanceType, name } = props;
    return new Instance(this, "Resource", {
      ami: new DataAwsSsmParameter(this, "Image", { name: IMAGE }).insecureValue,
      instanceType,
      subnetId,
      vpcSecurityGroupIds: [group.groupId],
      sourceDestCheck: false,
      associatePublicIpAddress: true,
      userData: NAT_SCRIPT,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      rootBlockDevice: { encrypted: true, volumeType: "gp3", volumeSize: ROOT_GIB },
      ...(isBurstable(instanceType) ? { creditSpecification: { cpuCredits: "standard" } } : {}),
      tags: { Name: name },
      dependsOn: [internetGateway],
      lifecycle: { ...GOES_LAST, ignoreChanges: [...LEFT_AS_MADE] },
    });
  }
}

/** Types with CPU credits would otherwise buy more of them without end. A token may be one; the provider looks. */
function isBurstable(instanceType: string): boolean {
  return literal(instanceType)?.startsWith("t") ?? true;
}
