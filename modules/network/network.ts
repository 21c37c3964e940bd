import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcEndpointRouteTableAssociation } from "@cdktf/provider-aws/lib/vpc-endpoint-route-table-association";
import type { ITerraformDependable } from "cdktf";
import { Fn, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { check, unless, type Finding } from "../errors";
import { expectShape, literal, providerRegion, spend } from "../stack";
import { addressPlan, cidrFindings } from "./address-plan";
import { addNat, EVERYWHERE, gatewayCount, NAT_MODES, type NatMode } from "./nat";
import { Zone } from "./zone";
import { regionOf, slotOf, zoneFindings } from "./zones";

const DEFAULT_CIDR = "10.0.0.0/16";

export interface NetworkProps {
  /**
   * Availability Zones, such as `us-east-1a`; a load balancer needs two. Each letter from a to f owns its addresses,
   * so zones can be added and removed at any time. Keep the first one first: nat `single` stands there.
   */
  readonly zones: readonly string[];

  /**
   * Addresses of the VPC, /16 to /23; can't be changed later without replacing everything. A Terraform token has to
   * be /16 to /21 when it is known.
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;

  /**
   * NAT gateways, by which private subnets reach the internet: `none`; `single`, in the first zone and for all;
   * `per-zone`, which goes on when a zone is lost. Each costs about 33 USD a month (us-east-1, 0.045 USD an hour)
   * and 0.045 USD a GB. https://aws.amazon.com/vpc/pricing/
   * @default "single"
   */
  readonly nat?: NatMode;

  /**
   * Name tag of the VPC.
   * @default the id of the stack
   */
  readonly name?: string;
}

/**
 * A VPC with a public and a private subnet in each zone, an internet gateway, NAT, and a free gateway endpoint for S3
 * (image layers come from there). The VPC's default security group is emptied.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-subnets-commands-example.html
 *
 * @example
 * const network = new Network(stack, "Network", { zones: ["us-east-1a", "us-east-1b"] });
 */
export class Network extends Construct {
  public readonly vpcId: string;
  public readonly cidrBlock: string;
  public readonly zones: readonly Zone[];
  /** Addresses for tasks in one private subnet; undefined while the CIDR block is a token. */
  public readonly usablePrivateAddresses: number | undefined;
  /** What stands once public subnets reach the internet. */
  public readonly internetReady: ITerraformDependable[];
  /** What stands once private subnets reach whatever they can. */
  public readonly egressReady: ITerraformDependable[];

  private readonly vpc: Vpc;

  public constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    expectShape(this, props, { zones: "list" });
    const nat = props.nat ?? "single";
    this.cidrBlock = props.cidrBlock ?? DEFAULT_CIDR;
    check(this, () => this.findings(props.zones, nat));
    spend(this, "vpcsPerRegion", "FY111");
    spend(this, "elasticIpsPerRegion", "FY110", gatewayCount(nat, props.zones.length));

    this.vpc = this.createVpc(props.name ?? TerraformStack.of(this).node.id);
    this.vpcId = this.vpc.id;
    const publicRouteTable = new RouteTable(this, "PublicRouteTable", {
      vpcId: this.vpcId,
      tags: { Name: "PublicRouteTable" },
    });
    this.zones = this.createZones(new Set(props.zones), publicRouteTable.id);
    this.usablePrivateAddresses = this.isPlanned()
      ? addressPlan(this.cidrBlock).usablePrivateAddresses
      : undefined;
    this.internetReady = [
      this.createInternetRoute(publicRouteTable),
      ...this.zones.map((zone) => zone.publicAssociation),
    ];
    this.egressReady = [
      ...addNat(nat, this.zones, this.internetReady),
      ...this.zones.map((zone) => zone.privateAssociation),
      ...this.createS3Endpoint(),
    ];
  }

  public get publicSubnetIds(): string[] {
    return this.zones.map((zone) => zone.publicSubnetId);
  }

  public get privateSubnetIds(): string[] {
    return this.zones.map((zone) => zone.privateSubnetId);
  }

  private createVpc(name: string): Vpc {
    const vpc = new Vpc(this, "Vpc", {
      cidrBlock: this.cidrBlock,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: name },
    });
    new DefaultSecurityGroup(this, "DefaultSecurityGroup", { vpcId: vpc.id, ingress: [], egress: [] });
    return vpc;
  }

  private createInternetRoute(table: RouteTable): Route {
    const gateway = new InternetGateway(this, "InternetGateway", {
      vpcId: this.vpcId,
      tags: { Name: "InternetGateway" },
    });
    return new Route(this, "InternetRoute", {
      routeTableId: table.id,
      destinationCidrBlock: EVERYWHERE,
      gatewayId: gateway.id,
    });
  }

  /** A name that is empty can't be a construct's id; its check reports it. */
  private createZones(names: ReadonlySet<string>, publicRouteTableId: string): Zone[] {
    const plan = this.isPlanned() ? addressPlan(this.cidrBlock) : undefined;
    return [...names].filter(Boolean).map((zone) => {
      const slot = slotOf(zone);
      return new Zone(this, zone, {
        zone,
        vpcId: this.vpcId,
        publicRouteTableId,
        privateBlock: plan?.privateBlocks[slot] ?? Fn.cidrsubnet(this.cidrBlock, 3, slot),
        publicBlock: plan?.publicBlocks[slot] ?? Fn.cidrsubnet(this.cidrBlock, 6, 48 + slot),
      });
    });
  }

  /** Free of charge, and keeps the traffic of image layers off the NAT gateway. */
  private createS3Endpoint(): ITerraformDependable[] {
    const endpoint = new VpcEndpoint(this, "S3Endpoint", {
      vpcId: this.vpcId,
      serviceName: `com.amazonaws.${this.region()}.s3`,
      vpcEndpointType: "Gateway",
      tags: { Name: "S3Endpoint" },
    });
    return this.zones.map(
      (zone) =>
        new VpcEndpointRouteTableAssociation(zone, "S3Route", {
          vpcEndpointId: endpoint.id,
          routeTableId: zone.privateRouteTableId,
        }),
    );
  }

  private isPlanned(): boolean {
    return literal(this.cidrBlock) !== undefined;
  }

  private region(): string {
    return regionOf(this.zones[0]?.node.id ?? "") ?? providerRegion(this) ?? "";
  }

  private findings(zones: readonly string[], nat: NatMode): Finding[] {
    return [
      ...zoneFindings(literal(zones)?.map(literal) ?? [undefined], literal(providerRegion(this))),
      ...(this.isPlanned() ? cidrFindings(this.cidrBlock) : []),
      ...unless(NAT_MODES.includes(nat), "FY109", literal(nat) ?? "a Terraform token"),
    ];
  }
}
