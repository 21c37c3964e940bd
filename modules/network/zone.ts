import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet, type SubnetConfig } from "@cdktf/provider-aws/lib/subnet";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { GOES_LAST, idPart } from "../foundation";
import type { ZoneBlocks } from "./ipv6";
import { slotOf } from "./zones";

/** A private subnet beside the first: its block, the block of the VPC that it lies in, and what makes that one there. */
export interface Growth {
  readonly vpcBlock: string;
  readonly block: string;
  readonly association: ITerraformDependable;
}

export interface ZoneProps {
  /** The Availability Zone, such as `us-east-1a`. */
  readonly zone: string;
  readonly vpcId: string;
  /** CIDR blocks of the zone's slots. */
  readonly publicBlock: string;
  readonly privateBlock: string;
  /** @default no IPv6 */
  readonly ipv6?: ZoneBlocks | undefined;
  /** @default none */
  readonly growth?: readonly Growth[];
  readonly publicRouteTableId: string;
}

/** One zone of a network: a public and a private subnet, and the private one's own route table. */
export class Zone extends Construct {
  public readonly publicSubnetId: string;
  public readonly privateSubnetId: string;
  /** The private subnet, and those that were added for more addresses. */
  public readonly taskSubnetIds: readonly string[];
  public readonly privateBlocks: readonly string[];
  public readonly privateRouteTableId: string;
  /** What stands once the public subnet has its routes. */
  public readonly publicAssociation: ITerraformDependable;
  /** What stands once the private subnets have their routes. */
  public readonly privateAssociations: readonly ITerraformDependable[];

  private readonly number: number;

  public constructor(scope: Construct, id: string, props: ZoneProps) {
    super(scope, id);
    this.number = slotOf(props.zone) + 1;
    const { growth = [], ipv6 } = props;
    const publicSubnet = this.subnet("PublicSubnet", props, props.publicBlock, {
      ...(ipv6 && { ipv6CidrBlock: ipv6.publicIpv6Block }),
    });
    const privateSubnet = this.subnet("PrivateSubnet", props, props.privateBlock, {
      ...(ipv6 && { ipv6CidrBlock: ipv6.privateIpv6Block }),
    });
    const routeTable = new RouteTable(this, "PrivateRouteTable", {
      vpcId: props.vpcId,
      tags: { Name: `PrivateRouteTable-${this.number}` },
      lifecycle: GOES_LAST,
    });

    this.publicSubnetId = publicSubnet.id;
    this.privateSubnetId = privateSubnet.id;
    this.privateRouteTableId = routeTable.id;
    this.publicAssociation = this.associate("PublicRoutes", publicSubnet, props.publicRouteTableId);
    const first = this.associate("PrivateRoutes", privateSubnet, routeTable.id);
    const others = growth.map((one) => this.grow(one, props));
    this.taskSubnetIds = [privateSubnet.id, ...others.map(({ subnetId }) => subnetId)];
    this.privateAssociations = [first, ...others.map(({ routes }) => routes)];
    this.privateBlocks = [props.privateBlock, ...growth.map(({ block }) => block)];
  }

  private grow({ vpcBlock, block, association }: Growth, props: ZoneProps) {
    const part = idPart(this, vpcBlock);
    const subnet = this.subnet(`PrivateSubnet-${part}`, props, block, {
      tags: { Name: `PrivateSubnet-${this.number}-${part}` },
      dependsOn: [association],
    });
    return {
      subnetId: subnet.id,
      routes: this.associate(`PrivateRoutes-${part}`, subnet, this.privateRouteTableId),
    };
  }

  private associate(id: string, subnet: Subnet, routeTableId: string): RouteTableAssociation {
    return new RouteTableAssociation(this, id, { subnetId: subnet.id, routeTableId });
  }

  /** Nothing gets a public address by being placed in a subnet, not even in a public one. */
  private subnet(id: string, props: ZoneProps, cidrBlock: string, more: Partial<SubnetConfig>): Subnet {
    return new Subnet(this, id, {
      vpcId: props.vpcId,
      availabilityZone: props.zone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: `${id}-${this.number}` },
      lifecycle: GOES_LAST,
      ...more,
    });
  }
}
