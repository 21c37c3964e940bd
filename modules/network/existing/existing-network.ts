import { DataAwsInternetGateway } from "@cdktf/provider-aws/lib/data-aws-internet-gateway";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addCheck, type Fault } from "../../errors";
import { expectProps, literal, providerRegion } from "../../foundation";
import { addToNetwork } from "../additions";
import type { NetworkAdditions } from "../network-props";
import type { VpcNetwork } from "../vpc-network";
import { existingFaults, type KnownLookup } from "./existing-faults";
import { SubnetTier } from "./subnet-tier";

export interface ExistingNetworkProps extends NetworkAdditions {
  /**
   * Id of the VPC, such as `vpc-0a1b2c3d4e5f67890`.
   * @default found by `vpcTags`
   */
  readonly vpcId?: string;

  /**
   * Tags that one VPC of the region has, all of them.
   * @default found by `vpcId`
   */
  readonly vpcTags?: Readonly<Record<string, string>>;

  /**
   * Ids of the public subnets, one a zone: those with a route to an internet gateway.
   * @default found by `publicSubnetTags`, or none: no load balancer faces the internet
   */
  readonly publicSubnetIds?: readonly string[];

  /**
   * Tags that the public subnets have, all of them, such as `{ Tier: "public" }`.
   * @default found by `publicSubnetIds`
   */
  readonly publicSubnetTags?: Readonly<Record<string, string>>;

  /**
   * Ids of the private subnets, one a zone: tasks run there. That they have a way out is taken on trust.
   * @default found by `privateSubnetTags`
   */
  readonly privateSubnetIds?: readonly string[];

  /**
   * Tags that the private subnets have, all of them, such as `{ Tier: "private" }`.
   * @default found by `privateSubnetIds`
   */
  readonly privateSubnetTags?: Readonly<Record<string, string>>;

  /**
   * True if the subnets have IPv6 addresses and routes: load balancers and security groups then speak it as well.
   * @default false
   */
  readonly ipv6?: boolean;
}

/**
 * A VPC and subnets that there are already, found by id or by tag: it can stand wherever a `Network` can. Nothing of
 * them is changed. Terraform looks them up whenever it plans, and stops if they are not what they were taken for.
 * https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html
 *
 * @example
 * const network = new ExistingNetwork(stack, "Network", {
 *   vpcTags: { Name: "shared" },
 *   publicSubnetTags: { Tier: "public" },
 *   privateSubnetTags: { Tier: "private" },
 * });
 */
export class ExistingNetwork extends Construct implements VpcNetwork {
  public readonly vpcId: string;
  public readonly publicSubnetIds: string[];
  public readonly privateSubnetIds: string[];
  public readonly taskSubnetIds: string[];
  public readonly privateBlocks: readonly string[];
  public readonly isDualStack: boolean;
  public readonly zoneNames = undefined;
  public readonly usablePrivateAddresses = undefined;
  /** Whoever made the network has made its routes. */
  public readonly internetReady: ITerraformDependable[] = [];
  public readonly egressReady: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: ExistingNetworkProps) {
    super(scope, id);
    expectProps(this, "ExistingNetwork", props);
    this.isDualStack = props.ipv6 ?? false;
    addCheck(this, () => this.faults(props));

    const vpc = new DataAwsVpc(this, "Vpc", { id: props.vpcId, tags: props.vpcTags });
    this.vpcId = vpc.id;
    this.privateBlocks = [vpc.cidrBlock];
    this.publicSubnetIds = this.findPublicSubnets(props);
    this.privateSubnetIds = new SubnetTier(this, "PrivateSubnets", {
      ...{ vpcId: vpc.id, tier: "private" },
      ...{ ids: props.privateSubnetIds, tags: props.privateSubnetTags },
    }).subnetIds;
    this.taskSubnetIds = this.privateSubnetIds;
    this.egressReady = addToNetwork(this, props, providerRegion(this) ?? "");
  }

  /** Public subnets need an internet gateway: without one attached to the VPC, the plan fails. */
  private findPublicSubnets({
    publicSubnetIds: ids,
    publicSubnetTags: tags,
  }: ExistingNetworkProps): string[] {
    if (ids === undefined && tags === undefined) return [];
    new DataAwsInternetGateway(this, "InternetGateway", {
      filter: [{ name: "attachment.vpc-id", values: [this.vpcId] }],
    });
    return new SubnetTier(this, "PublicSubnets", { vpcId: this.vpcId, tier: "public", ids, tags }).subnetIds;
  }

  private faults(props: ExistingNetworkProps): Fault[] {
    return existingFaults({
      vpc: lookup(props.vpcId, props.vpcTags),
      public: lookup(props.publicSubnetIds, props.publicSubnetTags),
      private: lookup(props.privateSubnetIds, props.privateSubnetTags),
    });
  }
}

function lookup(
  ids: string | readonly string[] | undefined,
  tags: Readonly<Record<string, string>> | undefined,
): KnownLookup {
  const known = literal(ids);
  return {
    ...(ids === undefined ? {} : { ids: Array.isArray(known) ? known.map((id) => literal(id)) : known }),
    ...(tags === undefined ? {} : { tags: literal(tags) }),
  } as KnownLookup;
}
