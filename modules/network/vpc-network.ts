import type { ITerraformDependable } from "cdktf";
import type { IConstruct } from "constructs";

/** What stands in a network needs this of it: a `Network` that is made here, or an `ExistingNetwork`. */
export interface VpcNetwork extends IConstruct {
  readonly vpcId: string;
  /** One subnet a zone, with a route to the internet gateway: for what faces the internet. */
  readonly publicSubnetIds: string[];
  /** One subnet a zone: for what has an address in each zone, such as an internal load balancer or a mount target. */
  readonly privateSubnetIds: string[];
  /** Private subnets that tasks run in: those above, and others that were added for more addresses. */
  readonly taskSubnetIds: string[];
  /** Names of the zones; undefined where only Terraform finds out. */
  readonly zoneNames: readonly string[] | undefined;
  /** Addresses for tasks in one zone; undefined where only Terraform finds out. */
  readonly usablePrivateAddresses: number | undefined;
  /** IPv4 blocks that hold all private subnets. */
  readonly privateBlocks: readonly string[];
  /** True if the internet is spoken to over IPv6 as well. */
  readonly isDualStack: boolean;
  /** What stands once public subnets reach the internet. */
  readonly internetReady: ITerraformDependable[];
  /** What stands once private subnets reach whatever they can. */
  readonly egressReady: ITerraformDependable[];
}
