import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { addCheck } from "../errors";
import { literal } from "../foundation/literals";
import { parameterName, pathFaults, type ContractName } from "./contract-values";
import type { NetworkIds } from "./network-ids";
import { expectProps } from "../foundation";

export interface NetworkParametersProps {
  /** The path that the network's contract was given, such as `/shop/network`. */
  readonly parameterPath: string;
}

/**
 * The ids of a network as its contract has put them into the SSM Parameter Store: for a stack that may not read the state
 * of the network's, or that belongs to another app. https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
 *
 * @example
 * const { vpcId } = new NetworkParameters(stack, "SharedNetwork", { parameterPath: "/shop/network" });
 */
export class NetworkParameters extends Construct implements NetworkIds {
  public readonly vpcId: string;
  public readonly publicSubnetIds: string[];
  public readonly privateSubnetIds: string[];

  public constructor(scope: Construct, id: string, props: NetworkParametersProps) {
    super(scope, id);
    expectProps(this, "NetworkParameters", props);
    addCheck(this, () => pathFaults(literal(props.parameterPath)));

    const read = (name: ContractName): string => this.read(props.parameterPath, name);
    this.vpcId = read("vpc_id");
    this.publicSubnetIds = Fn.split(",", read("public_subnet_ids"));
    this.privateSubnetIds = Fn.split(",", read("private_subnet_ids"));
  }

  /** The value that Terraform may show: it is no secret. */
  private read(path: string, name: ContractName): string {
    return new DataAwsSsmParameter(this, name, { name: parameterName(path, name) }).insecureValue;
  }
}
