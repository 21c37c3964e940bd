import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { GOES_LAST } from "../stack";
import { slotOf } from "./zones";

export interface ZoneProps {
  /** The Availability Zone, such as `us-east-1a`. */
  readonly zone: string;
  readonly vpcId: string;
  /** CIDR blocks of the zone's slots. */
  readonly publicBlock: string;
  readonly privateBlock: string;
  readonly publicRouteTableId: string;
}

/** One zone of a network: a public and a private subnet, and the private one's own route table. */
export class Zone extends Construct {
  public readonly publicSubnetId: string;
  public readonly privateSubnetId: string;
  public readonly privateRouteTableId: string;
  /** What stands once the public subnet has its routes. */
  public readonly publicAssociation: ITerraformDependable;
  /** What stands once the private subnet has its routes. */
  public readonly privateAssociation: ITerraformDependable;

  public constructor(scope: Construct, id: string, props: ZoneProps) {
    super(scope, id);
    const number = slotOf(props.zone) + 1;
    const publicSubnet = this.subnet("Public", `PublicSubnet-${number}`, props.publicBlock, props);
    const privateSubnet = this.subnet("Private", `PrivateSubnet-${number}`, props.privateBlock, props);
    const routeTable = new RouteTable(this, "PrivateRouteTable", {
      vpcId: props.vpcId,
      tags: { Name: `PrivateRouteTable-${number}` },
      lifecycle: GOES_LAST,
    });

    this.publicSubnetId = publicSubnet.id;
    this.privateSubnetId = privateSubnet.id;
    this.privateRouteTableId = routeTable.id;
    this.publicAssociation = new RouteTableAssociation(this, "PublicRoutes", {
      subnetId: publicSubnet.id,
      routeTableId: props.publicRouteTableId,
      lifecycle: GOES_LAST,
    });
    this.privateAssociation = new RouteTableAssociation(this, "PrivateRoutes", {
      subnetId: privateSubnet.id,
      routeTableId: routeTable.id,
      lifecycle: GOES_LAST,
    });
  }

  /** Nothing gets a public address by being placed in a subnet, not even in a public one. */
  private subnet(tier: "Public" | "Private", name: string, cidrBlock: string, props: ZoneProps): Subnet {
    return new Subnet(this, `${tier}Subnet`, {
      vpcId: props.vpcId,
      availabilityZone: props.zone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: name },
      lifecycle: GOES_LAST,
    });
  }
}
