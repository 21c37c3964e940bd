import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault, problems } from "../errors";
import { expectProps, literal, providerRegion, quota, countAgainstQuota, stackName } from "../foundation";
import { addBlocks, growthIn, type AddedBlock } from "./added-blocks";
import { addToNetwork } from "./additions";
import { addressPlan } from "./address-plan";
import { computed, planned } from "./block-expressions";
import { growthAddresses } from "./growth-plan";
import { addIpv6Egress, addIpv6InternetRoute, ipv6Blocks } from "./ipv6";
import { addressCount, type NatMode } from "./nat/modes";
import { addNat, EVERYWHERE } from "./nat/nat";
import { networkFaults } from "./network-faults";
import type { NetworkProps } from "./network-props";
import { addS3Endpoint } from "./s3-endpoint";
import type { VpcNetwork } from "./vpc-network";
import { Zone } from "./zone";
import { regionOf, slotOf } from "./zones";

const DEFAULT_CIDR = "10.0.0.0/16";

/**
 * A VPC with a public and a private subnet in each zone, an internet gateway, NAT, and a free gateway endpoint for S3
 * (image layers come from there). The VPC's default security group is emptied; its network ACL, which lets everything
 * pass, is left alone.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-subnets-commands-example.html
 *
 * @example
 * const network = new Network(stack, "Network", { zones: ["us-east-1a", "us-east-1b"] });
 */
export class Network extends Construct implements VpcNetwork {
  public readonly vpcId: string;
  public readonly cidrBlock: string;
  public readonly zones: readonly Zone[];
  /** Addresses for tasks in one zone; undefined while the CIDR block is a token. */
  public readonly usablePrivateAddresses: number | undefined;
  public readonly isDualStack: boolean;
  public readonly internetReady: ITerraformDependable[];
  public readonly egressReady: ITerraformDependable[];

  private readonly vpc: Vpc;

  public constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    expectProps(this, "Network", props);
    const { additionalCidrBlocks = [], nat = "single", ipv6 = false } = props ?? {};
    this.cidrBlock = props.cidrBlock ?? DEFAULT_CIDR;
    this.isDualStack = ipv6 === true;
    addCheck(this, () => this.faults(props, nat));
    countAgainstQuota(this, "vpcsPerRegion", problems.vpcQuota);
    countAgainstQuota(
      this,
      "elasticIpsPerRegion",
      problems.elasticIpQuota,
      addressCount(nat, props.zones.length),
    );

    this.vpc = this.createVpc(props.name ?? stackName(this), ipv6 !== false);
    this.vpcId = this.vpc.id;
    const publicRouteTable = this.createPublicRouteTable();
    const blocks = addBlocks(this, additionalCidrBlocks);
    this.zones = this.createZones(new Set(props.zones), publicRouteTable.id, blocks, ipv6 !== false);
    this.usablePrivateAddresses = this.addressesInZone(blocks);
    const internetGateway = this.createInternetGateway();
    this.internetReady = this.createInternetRoutes(publicRouteTable, internetGateway);
    this.egressReady = [
      ...addNat({ mode: nat, instanceType: props.natInstanceType }, this, this.zones, internetGateway),
      ...this.zones.flatMap((zone) => zone.privateAssociations),
      ...addS3Endpoint(this, this.region()),
      ...(this.isDualStack ? addIpv6Egress(this, this.zones) : []),
      ...addToNetwork(this, props, this.region()),
    ];
  }

  public get publicSubnetIds(): string[] {
    return this.zones.map((zone) => zone.publicSubnetId);
  }

  public get privateSubnetIds(): string[] {
    return this.zones.map((zone) => zone.privateSubnetId);
  }

  public get taskSubnetIds(): string[] {
    return this.zones.flatMap((zone) => zone.taskSubnetIds);
  }

  public get privateBlocks(): readonly string[] {
    return this.zones.flatMap((zone) => zone.privateBlocks);
  }

  public get zoneNames(): readonly string[] {
    return this.zones.map((zone) => zone.node.id);
  }

  private createVpc(name: string, hasIpv6: boolean): Vpc {
    const vpc = new Vpc(this, "Vpc", {
      cidrBlock: this.cidrBlock,
      ...(hasIpv6 && { assignGeneratedIpv6CidrBlock: true }),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: name },
    });
    new DefaultSecurityGroup(this, "DefaultSecurityGroup", { vpcId: vpc.id, ingress: [], egress: [] });
    return vpc;
  }

  private createPublicRouteTable(): RouteTable {
    return new RouteTable(this, "PublicRouteTable", {
      vpcId: this.vpcId,
      tags: { Name: "PublicRouteTable" },
    });
  }

  private createInternetGateway(): InternetGateway {
    return new InternetGateway(this, "InternetGateway", {
      vpcId: this.vpcId,
      tags: { Name: "InternetGateway" },
    });
  }

  private createInternetRoutes(table: RouteTable, gateway: InternetGateway): ITerraformDependable[] {
    const route = new Route(this, "InternetRoute", {
      routeTableId: table.id,
      destinationCidrBlock: EVERYWHERE,
      gatewayId: gateway.id,
    });
    return [
      route,
      ...this.zones.map((zone) => zone.publicAssociation),
      ...(this.isDualStack ? [addIpv6InternetRoute(this, table.id, gateway.id)] : []),
    ];
  }

  /** A name that is empty can't be a construct's id; its check reports it. */
  private createZones(
    names: ReadonlySet<string>,
    publicRouteTableId: string,
    blocks: readonly AddedBlock[],
    hasIpv6: boolean,
  ): Zone[] {
    const blocksOf = this.isPlanned() ? planned(this.cidrBlock) : computed(this.cidrBlock);
    return [...names].filter(Boolean).map((zone) => {
      const slot = slotOf(zone);
      return new Zone(this, zone, {
        zone,
        vpcId: this.vpcId,
        publicRouteTableId,
        ...blocksOf(slot),
        ipv6: hasIpv6 ? ipv6Blocks(this.vpc.ipv6CidrBlock, slot) : undefined,
        growth: growthIn(slot, blocks),
      });
    });
  }

  private addressesInZone(blocks: readonly AddedBlock[]): number | undefined {
    if (!this.isPlanned()) return undefined;
    const added = blocks.map(({ block }) => growthAddresses(block));
    return added.reduce((sum, one) => sum + one, addressPlan(this.cidrBlock).usablePrivateAddresses);
  }

  private isPlanned(): boolean {
    return literal(this.cidrBlock) !== undefined;
  }

  private region(): string {
    return regionOf(this.zones[0]?.node.id ?? "") ?? providerRegion(this) ?? "";
  }

  private faults({ natInstanceType, ...props }: NetworkProps, nat: NatMode): Fault[] {
    const known = {
      zones: literal(props.zones)?.map(literal) ?? [undefined],
      region: literal(providerRegion(this)),
      cidrBlock: literal(this.cidrBlock),
      additionalCidrBlocks: literal(props.additionalCidrBlocks ?? [])?.map(literal) ?? [undefined],
      nat: literal(nat),
      natInstanceType: literal(natInstanceType),
      hasInstanceType: natInstanceType !== undefined,
      ipv6: literal(props.ipv6 ?? false),
    };
    return networkFaults(known, { ipv4BlocksPerVpc: quota(this, "ipv4BlocksPerVpc") });
  }
}
