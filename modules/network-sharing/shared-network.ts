import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { VpcNetwork } from "../network";
import { literal } from "../foundation/literals";
import { expectAnotherStack } from "../foundation/one-stack";
import type { NetworkContract } from "./network-contract";
import { expectProps } from "../foundation";

export interface SharedNetworkProps {
  /** The contract of the network, in another stack of this app. */
  readonly contract: NetworkContract;
}

/**
 * The network of another stack of this app, by its contract: it can stand wherever a `Network` can. The ids are read
 * from the state of that stack, which is deployed before; zones and addresses are known from the code, so what stands
 * here is checked as if its network stood beside it. Nothing is made, and it costs nothing.
 * https://developer.hashicorp.com/terraform/language/state/remote-state-data
 *
 * @example
 * const contract = new NetworkContract(networkStack, "Contract", { network });
 * const shared = new SharedNetwork(shopStack, "Network", { contract });
 */
export class SharedNetwork extends Construct implements VpcNetwork {
  public readonly vpcId: string;
  public readonly publicSubnetIds: string[];
  public readonly privateSubnetIds: string[];
  public readonly taskSubnetIds: string[];
  public readonly zoneNames: readonly string[];
  public readonly usablePrivateAddresses: number | undefined;
  public readonly privateBlocks: readonly string[];
  public readonly isDualStack: boolean;
  /** The stack of the network is applied as a whole before this one, and destroyed after it. */
  public readonly internetReady: ITerraformDependable[] = [];
  public readonly egressReady: ITerraformDependable[] = [];

  public constructor(scope: Construct, id: string, props: SharedNetworkProps) {
    super(scope, id);
    expectProps(this, "SharedNetwork", props);
    const { network } = props.contract;
    expectAnotherStack(this, network);

    const read = props.contract.readerFor(this);
    const { zones, zoneNames } = network;
    this.vpcId = read("vpc_id");
    this.zoneNames = zoneNames;
    this.publicSubnetIds = zoneNames.map((zone) => read(subnetOf(zone, "public")));
    this.privateSubnetIds = zoneNames.map((zone) => read(subnetOf(zone, "private")));
    this.taskSubnetIds = zones.flatMap(({ node, taskSubnetIds }) =>
      taskSubnetIds.map((_, position) => read(subnetOf(node.id, `tasks[${position}]`))),
    );
    this.usablePrivateAddresses = network.usablePrivateAddresses;
    const isKnown = network.privateBlocks.every((block) => literal(block) !== undefined);
    this.privateBlocks = isKnown ? network.privateBlocks : [read("cidr_block")];
    this.isDualStack = network.isDualStack;
  }
}

/** By the name of its zone: zones may come, go and change places without moving what stands in the others. */
function subnetOf(zone: string, part: string): string {
  return `subnets["${zone}"].${part}`;
}
