import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import type { ITerraformDependable } from "cdktf";
import { Fn, TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { check } from "../errors";
import type { Network } from "../network";
import { expectOneStack } from "../stack/one-stack";
import { literal } from "../stack/literals";
import { expectShape } from "../stack/shape";
import { CONTRACT, parameterName, pathFindings, type ContractName } from "./contract-values";

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
 * through remote state, and parameters in SSM on request.
 *
 * @example
 * new NetworkContract(stack, "Contract", { network, parameterPath: "/shop/network" });
 */
export class NetworkContract extends Construct {
  /** Whoever reads the contract finds a network that has its routes. */
  private readonly ready: ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NetworkContractProps) {
    super(scope, id);
    expectShape(this, props, { network: "object" });
    expectOneStack(this, props.network);
    check(this, () => pathFindings(literal(props.parameterPath)));

    this.ready = [...props.network.internetReady, ...props.network.egressReady];
    for (const name of CONTRACT) {
      const value = valueOf(props.network, name);
      this.addOutput(name, value);
      if (props.parameterPath !== undefined) this.addParameter(props.parameterPath, name, value);
    }
  }

  private addOutput(name: ContractName, value: string | readonly string[]): void {
    new TerraformOutput(this, `${name}_output`, { value, dependsOn: this.ready }).overrideLogicalId(name);
  }

  private addParameter(path: string, name: ContractName, value: string | readonly string[]): void {
    const isList = typeof value !== "string";
    new SsmParameter(this, name, {
      name: parameterName(path, name),
      type: isList ? "StringList" : "String",
      value: isList ? Fn.join(",", [...value]) : value,
      dependsOn: this.ready,
    });
  }
}

function valueOf(network: Network, name: ContractName): string | readonly string[] {
  const values: Record<ContractName, string | readonly string[]> = {
    vpc_id: network.vpcId,
    cidr_block: network.cidrBlock,
    zones: network.zones.map(({ node }) => node.id),
    public_subnet_ids: network.publicSubnetIds,
    private_subnet_ids: network.privateSubnetIds,
  };
  return values[name];
}
