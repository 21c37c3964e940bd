import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import type { ITerraformDependable, TerraformRemoteState } from "cdktf";
import { dependable, Fn, TerraformOutput, TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { addCheck } from "../errors";
import type { Network } from "../network";
import { literal } from "../foundation/literals";
import { expectOneStack } from "../foundation/one-stack";
import { CONTRACT, parameterName, pathFaults, SUBNETS, type ContractName } from "./contract-values";
import type { NetworkIds } from "./network-ids";
import { expectProps } from "../foundation";

export interface NetworkContractProps {
  readonly network: Network;

  /**
   * Path in the SSM Parameter Store, such as `/shop/network`, below which the same values stand as parameters, for
   * readers that may not read this state. Standard parameters are free.
   * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
   * @default none: outputs alone
   */
  readonly parameterPath?: string;
}

/**
 * What a network tells other stacks, under names that stay: outputs of its stack, which Terraform of any kind reads
 * through remote state, and parameters in SSM on request. Readers find a network that has its routes.
 * https://developer.hashicorp.com/terraform/language/state/remote-state-data
 *
 * @example
 * const contract = new NetworkContract(networkStack, "Contract", { network, parameterPath: "/shop/network" });
 * const { vpcId, publicSubnetIds, privateSubnetIds } = contract.idsFor(shopStack);
 */
export class NetworkContract extends Construct {
  public readonly network: Network;

  private readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NetworkContractProps) {
    super(scope, id);
    expectProps(this, "NetworkContract", props);
    expectOneStack(this, props.network);
    addCheck(this, () => pathFaults(literal(props.parameterPath)));

    this.network = props.network;
    this.ready = [...this.network.internetReady, ...this.network.egressReady];
    for (const name of CONTRACT) {
      this.addOutput(name, this.told(name));
      if (props.parameterPath !== undefined) this.addParameter(props.parameterPath, name);
    }
    this.addOutput(SUBNETS, this.subnetsByZone());
  }

  /**
   * The ids as another stack has them: read from the state of the network's stack, which is deployed before. In the
   * network's own stack they are the ids themselves.
   */
  public idsFor(reader: IConstruct): NetworkIds {
    const [source, stack] = [this, reader].map((construct) => TerraformStack.of(construct));
    if (source === undefined || stack === undefined || source === stack) {
      const { vpcId, publicSubnetIds, privateSubnetIds } = this.network;
      return { vpcId, publicSubnetIds, privateSubnetIds };
    }
    const state = stateRead(stack, source);
    return {
      vpcId: state.getString("vpc_id"),
      publicSubnetIds: state.getList("public_subnet_ids"),
      privateSubnetIds: state.getList("private_subnet_ids"),
    };
  }

  /**
   * Reads values of this contract, by their names and what stands in them, in another stack.
   * @internal
   */
  public readerFor(reader: IConstruct): (path: string) => string {
    const state = stateRead(TerraformStack.of(reader), TerraformStack.of(this));
    return (path) => state.getString(path);
  }

  private addOutput(name: string, value: unknown): void {
    const output = new TerraformOutput(this, `${name}_output`, { value });
    output.overrideLogicalId(name);
    // CDKTF would write them as expressions, which Terraform does not take here.
    output.addOverride("depends_on", this.ready.map(dependable));
  }

  private addParameter(path: string, name: ContractName): void {
    const value = this.told(name);
    const isList = typeof value !== "string";
    new SsmParameter(this, name, {
      name: parameterName(path, name),
      type: isList ? "StringList" : "String",
      value: isList ? Fn.join(",", [...value]) : value,
      dependsOn: this.ready,
    });
  }

  private subnetsByZone(): Record<string, unknown> {
    const byZone = this.network.zones.map((zone) => {
      const { publicSubnetId, privateSubnetId, taskSubnetIds } = zone;
      return [zone.node.id, { public: publicSubnetId, private: privateSubnetId, tasks: taskSubnetIds }];
    });
    return Object.fromEntries(byZone);
  }

  private told(name: ContractName): string | readonly string[] {
    const { vpcId, cidrBlock, zones, publicSubnetIds, privateSubnetIds } = this.network;
    const values: Record<ContractName, string | readonly string[]> = {
      vpc_id: vpcId,
      cidr_block: cidrBlock,
      zones: zones.map(({ node }) => node.id),
      public_subnet_ids: publicSubnetIds,
      private_subnet_ids: privateSubnetIds,
    };
    return values[name];
  }
}

/** One data source a reader, under the id of the stack that it reads, which is deployed before. */
function stateRead(reader: TerraformStack, source: TerraformStack): TerraformRemoteState {
  if (reader !== source) reader.addDependency(source);
  const id = `State-${source.node.id}`;
  const known = reader.node.tryFindChild(id) as TerraformRemoteState | undefined;
  return known ?? source.ensureBackendExists().getRemoteStateDataSource(reader, id, source.node.path);
}
